/** What the network, the vulnerability database and a report of govulncheck say of the selected versions: looked for where the user named them, --facts and --vuln. */
import { findFindings } from '../../../graph/findings/index.ts';
import { ofFacts, ofReport } from '../../../graph/findings/registry.ts';
import { isKnown, needWords, type Needs } from '../../../graph/model/known.ts';
import { NotRun } from '../not-run.ts';
import { toldOf } from '../told-of.ts';
import type { Check, Told } from '../types.ts';

/** Milliseconds: the graph is loaded first, and a hundred modules asked for. */
const patience = 120_000;

const reasons: Readonly<Record<(typeof ofFacts)[number] | (typeof ofReport)[number], string>> = {
  'selected-retracted': 'go uses the version all the same; its author says that nobody should.',
  deprecated: 'go uses the module all the same; its author does not look after it any more.',
  vulnerable: 'go builds with this version all the same.',
};

function told(codes: readonly (keyof typeof reasons)[], needs: Needs): Check['run'] {
  return async (ground): Promise<Told[]> => {
    const judged = await ground.judged();
    const { model } = judged;
    if (!isKnown(model, needs)) throw new NotRun(judged.why ?? `without ${needWords[needs]}`);
    return findFindings(model).flatMap((finding) => {
      const code = codes.find((one) => one === finding.code);
      return code === undefined ? [] : [toldOf(ground, judged, finding, reasons[code])];
    });
  };
}

export const retractions: Check = {
  codes: ofFacts,
  patience,
  isWanted: ({ facts }) => facts === true,
  run: told(ofFacts, 'facts'),
};

export const vulnerabilities: Check = {
  codes: ofReport,
  patience,
  isWanted: (options) => options.vulnerabilities !== undefined || options.facts === true,
  run: told(ofReport, 'vulnerabilities'),
};
