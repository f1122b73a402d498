/** A phase of a load in words: `go mod graph: 1,245 versions, 2.1 s`. */
import { withThousands } from '../../../graph/thousands.ts';
import type { Phase } from '../../../graph/wire.ts';
import { duration } from '../parts/counts.ts';
import { loadingText, phaseUnits, phaseVerbs } from '../../words/states.ts';

export function phaseWords(phase: Phase): string {
  const name = phaseVerbs.get(phase.name) ?? phase.name;
  const unit = phaseUnits.get(phase.name);
  const number =
    phase.count === undefined
      ? undefined
      : phase.total !== undefined && phase.state === 'running'
        ? loadingText.of(phase.count, phase.total)
        : `${withThousands(phase.count)}${unit === undefined ? '' : ` ${unit}`}`;
  const facts = [
    number,
    phase.state === 'failed' ? loadingText.failed : undefined,
    phase.took < 100 ? undefined : duration(phase.took),
  ];
  const said = facts.filter((each) => each !== undefined).join(', ');
  return said === '' ? name : `${name}: ${said}`;
}
