/** Boxes of owners and hosts; owners of one module share a box when there are still too many. */
import type { Draft } from './draft.ts';
import { isMainLocal } from './mains.ts';
import { hostOf, ownerOf } from './owner.ts';
import { fewestSteps, localName, pathOf, type Part } from './part.ts';

/**
 * One box an owner (or host), ordered by name; main modules stay boxes of their own, first. With `apart`, direct requirements and what was
 * asked for do as well.
 */
export function groupBoxes(part: Part, by: 'owner' | 'host', apart = false): Draft[] {
  const groups = new Map<string, number[]>();
  const mains: Draft[] = [];
  for (let local = 0; local < part.graph.size; local++) {
    if (isMainLocal(part, local) || (apart && part.apart[local] === 1)) {
      mains.push({ id: localName(part, local), kind: 'module', locals: [local] });
      continue;
    }
    const path = pathOf(part, local);
    const name = by === 'owner' ? ownerOf(path) : hostOf(path);
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [local]);
    else members.push(local);
  }
  const names = [...groups.keys()].sort();
  return [...mains, ...names.map((name): Draft => ({ id: `${by}:${name}`, kind: by, locals: groups.get(name) ?? [] }))];
}

/** Columns of a grouped picture: 1, 2, then 3 and more steps together; -1 for what has no way in. */
function columnOf(steps: number): number {
  return Math.min(steps, 3);
}

/**
 * Lets owners of one module share a box a column (look: first view of a large graph), beginning where they are
 * farthest from the main module and stopping as soon as `limit` boxes are enough.
 */
export function shareSingles(part: Part, drafts: readonly Draft[], limit: number): Draft[] {
  let boxes = [...drafts];
  for (const column of [-1, 3, 2, 1]) {
    if (boxes.length <= limit) break;
    const single = (draft: Draft): boolean =>
      draft.kind === 'owner' && draft.locals.length === 1 && columnOf(fewestSteps(part, draft.locals)) === column;
    const shared = boxes.filter(single);
    if (shared.length < 2) continue;
    const locals = shared.flatMap((draft) => draft.locals).sort((a, b) => a - b);
    boxes = [...boxes.filter((draft) => !single(draft)), { id: `owners:${String(column)}`, kind: 'owners', locals }];
  }
  return boxes;
}
