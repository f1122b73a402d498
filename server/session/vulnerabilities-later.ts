/** What the Go vulnerability database says, asked for once the graph is up. */
import type { LoadOptions } from '../project/types.ts';
import { askVulnerabilities } from '../vulndb/ask.ts';
import { inPart } from './in-part.ts';
import type { AskLater } from './later.ts';

/** How old it is where it was kept is told in the phase. With a report of govulncheck nothing is asked. */
export function vulnerabilitiesLater(dir: string, options: LoadOptions): AskLater {
  return inPart(async ({ snapshot }, onPhases, signal) => {
    const { vulnerabilities, fault } = await askVulnerabilities(dir, options, snapshot, onPhases, signal);
    return { part: vulnerabilities === undefined ? {} : { vulnerabilities }, fault };
  });
}
