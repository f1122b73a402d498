/** Selected versions that their authors took back (https://go.dev/ref/mod#go-mod-file-retract). */
import { getStep } from '../remedy/places.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { inOneLine, selectedFacts } from './facts.ts';
import type { Finding } from './types.ts';

/** Go checks no version that a replace line stands for (modload, CheckRetractions), so neither is it found here. */
export function findRetracted(model: Model): Finding[] {
  return selectedFacts(model).flatMap(({ fact, node, name }): Finding[] => {
    const reasons = fact.retracted ?? [];
    if (reasons.length === 0) return [];
    return [
      {
        code: 'selected-retracted',
        severity: 'high',
        subject: name,
        evidence: `The author retracted ${name}: ${inOneLine(reasons.map(inOneLine).join('; '))}.`,
        remedy: inWords(
          fact.update === undefined
            ? `Every known higher version is retracted${excludedWords(model, fact.path)}: what is left is a lower version, or to do without the module.`
            : `${fact.update} is the latest version that is not retracted.`,
        ),
        proposals: [
          {
            words:
              fact.update === undefined
                ? 'It is the latest version that is not retracted.'
                : `${fact.update} is the latest version that is not retracted.`,
            steps: [getStep(model.snapshot, fact.path, fact.update ?? 'latest')],
            says: fact.path,
            refused:
              fact.update === undefined
                ? 'There is nothing to take instead'
                : `${fact.update} is the latest version that is not retracted, but go cannot take it`,
          },
        ],
        nodes: [node],
      },
    ];
  });
}

/** go offers no version that go.mod excludes (modload/query.go, CheckExclusions). */
function excludedWords({ snapshot: { mains } }: Model, path: string): string {
  const versions = mains.flatMap(({ exclude }) =>
    exclude.filter((one) => one.path === path).map(({ version }) => version),
  );
  return versions.length === 0 ? '' : `, or excluded in go.mod (${[...new Set(versions)].join(', ')})`;
}
