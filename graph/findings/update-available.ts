/** Modules of the build list of which a newer version exists (`go list -m -u`). */
import { getStep } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { selectedFacts } from './facts.ts';
import type { Finding } from './types.ts';

/** Go names the newest version that is neither excluded nor retracted; a newer major is another module and none of it. */
export function findUpdates(model: Model): Finding[] {
  const { modules } = model.snapshot;
  return selectedFacts(model).flatMap(({ fact, node, name }): Finding[] => {
    if (fact.update === undefined) return [];
    const replaced = modules[node]?.replace !== undefined;
    return [
      {
        code: 'update-available',
        severity: 'info',
        subject: name,
        evidence: `${fact.update} of ${fact.path} exists; ${fact.version} is selected${replaced ? ', and replaced' : ''}.`,
        remedy: replaced
          ? inWords('A replace line stands for it: look whether it is still needed before you raise the version.')
          : inWords(`It can be raised to ${fact.update}.`),
        ...(replaced
          ? {}
          : {
              proposals: [
                {
                  words: `It can be raised to ${fact.update}.`,
                  steps: [getStep(model.snapshot, fact.path, fact.update)],
                  says: fact.path,
                  refused: `It cannot be raised to ${fact.update}`,
                  byLoad: true,
                } satisfies Proposal,
              ],
            }),
        nodes: [node],
      },
    ];
  });
}
