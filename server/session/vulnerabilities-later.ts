/** What the Go vulnerability database says, asked for once the graph is up. */
import type { Phase } from '../../graph/wire.ts';
import type { LoadOptions } from '../project/types.ts';
import { askVulnerabilities } from '../vulndb/ask.ts';
import type { AskLater } from './later.ts';

/** How old it is where it was kept is told in the phase. With a report of govulncheck nothing is asked. */
export function vulnerabilitiesLater(dir: string, options: LoadOptions): AskLater {
  return async ({ snapshot }, onPhases, signal) => {
    let last: readonly Phase[] = [];
    const tell = (phases: readonly Phase[]): void => {
      last = phases;
      onPhases(phases);
    };
    const { vulnerabilities, fault } = await askVulnerabilities(dir, options, snapshot, tell, signal);
    if (fault !== undefined) {
      onPhases(last.map((phase) => ({ ...phase, state: 'failed', fault: fault.toMessage() })));
    }
    return vulnerabilities === undefined ? {} : { vulnerabilities };
  };
}
