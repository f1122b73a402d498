/** Leaves that one box alone requires, folded into one box beside it: `10 leaves`. */
import type { Draft } from './draft.ts';
import type { Part } from './part.ts';
import type { Line } from './types.ts';

/**
 * Folds module boxes that draw no line and end lines of one box only, where that box has two or more such; never a direct requirement or
 * what was asked for. Boxes whose
 * fold is in `open` stay unfolded. Returns the boxes in a new list: a fold stands where its first leaf stood.
 */
export function foldLeaves(
  part: Part,
  drafts: readonly Draft[],
  lines: readonly Line[],
  open: ReadonlySet<string>,
): Draft[] {
  const leavesOf = new Map<number, number[]>();
  const requirers = new Map<number, Set<number>>();
  const requires = new Set(lines.map((line) => line.from));
  for (const line of lines) {
    const known = requirers.get(line.to);
    if (known === undefined) requirers.set(line.to, new Set([line.from]));
    else known.add(line.from);
  }
  drafts.forEach((draft, place) => {
    const askers = requirers.get(place);
    const [local] = draft.locals;
    if (draft.kind !== 'module' || local === undefined || part.apart[local] === 1) return;
    if (requires.has(place) || askers?.size !== 1) return;
    for (const asker of askers) leavesOf.set(asker, [...(leavesOf.get(asker) ?? []), place]);
  });
  const foldedInto = new Map<number, Draft>();
  for (const [asker, places] of leavesOf) {
    const id = `leaves:${drafts[asker]?.id ?? ''}`;
    if (places.length < 2 || open.has(id)) continue;
    const locals = places.flatMap((place) => drafts[place]?.locals ?? []).sort((a, b) => a - b);
    const fold: Draft = { id, kind: 'leaves', locals };
    for (const place of places) foldedInto.set(place, fold);
  }
  const result = new Set<Draft>();
  drafts.forEach((draft, place) => result.add(foldedInto.get(place) ?? draft));
  return [...result];
}
