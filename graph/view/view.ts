/** The way of a view: scope → query → close cycles → reduce → fold leaves → group by owner (contracts: view order). */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { matchQuery } from '../query/index.ts';
import { closingRequirements, moduleBoxes } from './cycles.ts';
import { foldAbove } from './defaults.ts';
import { boxPlaces, finish, type Draft } from './draft.ts';
import { foldLeaves } from './fold.ts';
import { openFrame } from './frame.ts';
import { groupBoxes, shareSingles } from './group.ts';
import { groupedLines } from './grouped-lines.ts';
import { makePart, type Part } from './part.ts';
import { modulesToOpen, openModule } from './packages.ts';
import { joinRequirements, type Joined } from './requirements.ts';
import { scopeGraph } from './scope.ts';
import type { Box, View, ViewOptions } from './types.ts';

interface Choice {
  readonly drafts: readonly Draft[];
  readonly grouped: View['receipt']['grouped'];
  readonly joined: Joined & { readonly undrawn: number };
}

/**
 * The view of a model under some options. Throws a QueryFault when the query cannot be read. `match` (node → 1) is what the
 * query matched where that was found out on another model of the same nodes: one whose paths are not hidden.
 */
export function makeView(model: Model, options: ViewOptions, match?: Uint8Array): View {
  const scope = scopeGraph(model, options.scope);
  const part = makePart(model, scope, match ?? matchQuery(model, options.scope, options.query));
  const choice = chooseBoxes(part, options);
  return finishView(part, options, choice, countVersions(model), scope.size);
}

/** Modules where the budget allows, else groups. What is opened never changes this: the rest keeps its place. */
function chooseBoxes(part: Part, options: ViewOptions): Choice {
  if (options.collapse === 'owner' || options.collapse === 'host') return group(part, options, options.collapse);
  const modules = chooseModules(part, options);
  const unopened = options.open.length === 0 ? modules : chooseModules(part, { ...options, open: [] });
  const fits = options.limit === 0 || unopened.drafts.length <= options.limit;
  return options.collapse === 'none' || options.collapse === 'package' || fits
    ? modules
    : group(part, options, 'owner');
}

function chooseModules(part: Part, options: ViewOptions): Choice {
  const drafts = moduleBoxes(part, options.closeCycles);
  const joined = joinModules(part, drafts, options.reduce);
  const whole: Choice = { drafts, grouped: 'none', joined };
  if (!options.foldLeaves || drafts.length <= foldAbove) return whole;
  const folded = foldLeaves(part, drafts, joined.lines, new Set(options.open));
  return { ...whole, drafts: folded, joined: joinModules(part, folded, options.reduce) };
}

function joinModules(part: Part, drafts: readonly Draft[], reduce: boolean): Choice['joined'] {
  const joined = joinRequirements(part.graph, boxPlaces(part, drafts), drafts.length, {
    implied: reduce ? part.implied : new Uint8Array(part.implied.length),
    superseded: part.superseded,
    closing: closingRequirements(part),
  });
  return { ...joined, undrawn: 0 };
}

function group(part: Part, options: ViewOptions, by: 'owner' | 'host'): Choice {
  const groups = groupBoxes(part, by);
  const drafts = options.limit === 0 ? groups : shareSingles(part, groups, options.limit);
  return { drafts, grouped: by, joined: groupedLines(part, drafts, options.reduce) };
}

const packagesUnknown = 'Packages are not known here: ask for them with --packages, or wait until the page has them.';

/** Opens what is to be open, and counts: all = drawn + implied + inside + undrawn. */
function finishView(part: Part, options: ViewOptions, choice: Choice, versions: number, scoped: number): View {
  const open = new Set(options.open);
  if (options.collapse === 'package') for (const id of modulesToOpen(part, choice.drafts, options.limit)) open.add(id);
  let { drawn, implied, inside } = choice.joined;
  let boxCount = 0;
  const boxes: Box[] = choice.drafts.map((draft) => {
    if (draft.kind === 'module' && open.has(draft.id)) {
      const closed = finish(part, draft);
      const inside = openModule(part.model, closed.nodes[0] ?? -1, closed.steps);
      boxCount += inside?.boxes.length ?? 1;
      return inside === undefined ? closed : { ...closed, inside };
    }
    if (draft.kind === 'module' || draft.kind === 'leaves' || !open.has(draft.id)) {
      boxCount++;
      return finish(part, draft);
    }
    const frame = openFrame(part, draft, options.reduce);
    drawn += frame.joined.drawn;
    implied += frame.joined.implied;
    inside -= frame.joined.drawn + frame.joined.implied;
    boxCount += draft.locals.length;
    return finish(part, draft, frame.inside);
  });
  return {
    model: part.model,
    options,
    boxes,
    lines: choice.joined.lines,
    matched: [...part.graph.nodes],
    receipt: {
      versions,
      scoped,
      matched: part.graph.size,
      boxes: boxCount,
      requirements: { all: part.graph.out.targets.length, drawn, implied, inside, undrawn: choice.joined.undrawn },
      grouped: choice.grouped,
    },
    notes: options.collapse === 'package' && part.model.snapshot.packages === undefined ? [packagesUnknown] : [],
  };
}

/** Versions without go and toolchain nodes. */
function countVersions(model: Model): number {
  return model.graph.kind.reduce((count, kind) => (kind === NodeKind.toolchain ? count : count + 1), 0);
}
