/** The direct picture: main modules, what they require themselves, and what each of those alone brings (contracts 32). */
import { impliedRequirements } from '../walk/reduce.ts';
import { atAllPlaces, without } from '../walk/without.ts';
import { aloneIn, type Alone } from './alone.ts';
import { closingBeside } from './cycles.ts';
import { boxPlaces, type Draft } from './draft.ts';
import { isMainLocal } from './mains.ts';
import { localName, type Part } from './part.ts';
import { joinRequirements, type Joined } from './requirements.ts';

export interface DirectPicture {
  readonly drafts: readonly Draft[];
  /** `undrawn`: requirements of modules that have no box. */
  readonly joined: Joined & { readonly undrawn: number };
}

/**
 * Boxes of main modules and direct requirements. More than `limit` (0: any number) of these: the ones that alone bring most have boxes, the
 * rest share one for each main module that requires them. undefined where no module is required directly.
 */
export function directPicture(part: Part, reduce: boolean, limit: number): DirectPicture | undefined {
  const alone = aloneIn(part.model);
  const mains: Draft[] = [];
  const direct: Draft[] = [];
  for (let local = 0; local < part.graph.size; local++) {
    const node = part.graph.nodes[local] ?? -1;
    if (isMainLocal(part, local)) mains.push({ id: localName(part, local), kind: 'module', locals: [local] });
    else if (part.model.direct[node] === 1) direct.push(draftOf(part, local, alone));
  }
  if (direct.length === 0) return undefined;
  const drafts = [...mains, ...within(part, mains, direct, limit)];
  return { drafts, joined: joinDirect(part, drafts, reduce) };
}

function draftOf(part: Part, local: number, alone: Alone): Draft {
  const node = part.graph.nodes[local] ?? -1;
  return {
    id: localName(part, local),
    kind: 'module',
    locals: [local],
    brings: alone.brings(node),
    shares: alone.shares(node).length,
  };
}

/** The heaviest of the direct requirements as boxes of their own, as far as the budget goes, in the order of their paths. */
function within(part: Part, mains: readonly Draft[], direct: readonly Draft[], limit: number): readonly Draft[] {
  const room = Math.max(1, limit - 2 * mains.length);
  if (limit === 0 || mains.length + direct.length <= limit) return direct;
  const weight = (draft: Draft): number => draft.brings?.length ?? 0;
  const byWeight = [...direct].sort((a, b) => weight(b) - weight(a) || (a.locals[0] ?? 0) - (b.locals[0] ?? 0));
  const kept = new Set(byWeight.slice(0, room));
  const rests = new Map<string, number[]>();
  for (const draft of direct) {
    if (kept.has(draft)) continue;
    const [local = -1] = draft.locals;
    const main = mainOf(part, mains, local);
    rests.set(main, [...(rests.get(main) ?? []), local]);
  }
  const rest = [...rests].map(([main, locals]): Draft => ({ id: `rest:${main}`, kind: 'rest', locals }));
  return [...direct.filter((draft) => kept.has(draft)), ...rest];
}

/** The first main module whose go.mod lists it without `// indirect`. */
function mainOf({ model, graph }: Part, mains: readonly Draft[], local: number): string {
  const path = model.graph.paths[model.graph.pathOf[graph.nodes[local] ?? -1] ?? -1] ?? '';
  const requires = model.snapshot.mains.find((main) =>
    main.require.some((line) => line.path === path && line.indirect !== true),
  );
  return requires?.path ?? mains[0]?.id ?? '';
}

function joinDirect(part: Part, drafts: readonly Draft[], reduce: boolean): DirectPicture['joined'] {
  const boxOf = boxPlaces(part, drafts);
  const outside = outsideBoxes(part, boxOf);
  // A path through what is not drawn implies nothing here.
  const implied = reduce
    ? atAllPlaces(impliedRequirements(without(part.graph, outside)), outside)
    : new Uint8Array(outside.length);
  const hidden = outside.map((one, at) => one | (implied[at] ?? 0));
  const closing = closingBeside(part, hidden);
  const joined = joinRequirements(part.graph, boxOf, drafts.length, { implied, superseded: part.superseded, closing });
  const { drawn, inside } = joined;
  return { ...joined, undrawn: outside.length - drawn - joined.implied - inside };
}

/** Requirement → 1 where an end of it has no box. */
function outsideBoxes({ graph }: Part, boxOf: Int32Array): Uint8Array {
  const outside = new Uint8Array(graph.out.targets.length);
  for (let from = 0; from < graph.size; from++) {
    for (let at = graph.out.offsets[from] ?? 0; at < (graph.out.offsets[from + 1] ?? 0); at++)
      outside[at] = Number(boxOf[from] === -1 || boxOf[graph.out.targets[at] ?? -1] === -1);
  }
  return outside;
}
