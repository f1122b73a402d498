/** A phase of a load in words: `go mod graph: 1,245 versions, 2.1 s`. */
import { withThousands } from '../../../drawing/scene/receipt.ts';
import type { Phase } from '../../../graph/wire.ts';
import { duration } from '../parts/counts.ts';

/** What a phase counts; phases that are not here count nothing that has a name. */
const units: ReadonlyMap<string, string> = new Map([
  ['go mod graph', 'versions'],
  ['go list -m', 'modules'],
  ['go list packages', 'packages'],
  ['remedies', 'tried'],
]);
/** What is done, where the name of the phase is a thing and not a command. */
const verbs: ReadonlyMap<string, string> = new Map([
  ['go.mod', 'Reading go.mod'],
  ['read', 'Reading the snapshot'],
  ['layout', 'Laying out'],
  ['go list packages', 'Listing packages'],
  ['go mod why', 'Checking other platforms'],
  ['go mod tidy', 'Checking go mod tidy'],
  ['updates', 'Checking for updates'],
  ['go list -m all', 'Checking that go accepts the graph'],
  ['go list ./...', 'Checking that go accepts a build'],
  ['remedies', 'Trying remedies'],
]);

export function phaseWords(phase: Phase): string {
  const name = verbs.get(phase.name) ?? phase.name;
  const unit = units.get(phase.name);
  const number =
    phase.count === undefined
      ? undefined
      : phase.total !== undefined && phase.state === 'running'
        ? `${withThousands(phase.count)} of ${withThousands(phase.total)}`
        : `${withThousands(phase.count)}${unit === undefined ? '' : ` ${unit}`}`;
  const facts = [
    number,
    phase.state === 'failed' ? 'failed' : undefined,
    phase.took < 100 ? undefined : duration(phase.took),
  ];
  const said = facts.filter((each) => each !== undefined).join(', ');
  return said === '' ? name : `${name}: ${said}`;
}
