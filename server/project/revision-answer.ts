/** A comparison as the page gets it. */
import type { DiffAnswer } from '../../graph/wire.ts';
import type { Comparison } from './revision-diff.ts';
import type { Side } from './revision-side.ts';

/** What `diff --json` prints, and both sides whole; notes that both sides say are said once. */
export function diffAnswer({ base, head, diff, unknown }: Comparison): DiffAnswer {
  return {
    base: nameOf(base),
    head: nameOf(head),
    ...diff,
    ...(unknown === undefined ? {} : { unknown }),
    notes: [
      ...new Set([...base.notes, ...head.notes, ...[...base.problems, ...head.problems].map(({ text }) => text)]),
    ],
    snapshots: { base: base.snapshot, head: head.snapshot },
  };
}

function nameOf({ name, commit }: Side): DiffAnswer['base'] {
  return { name, ...(commit === undefined ? {} : { commit }) };
}
