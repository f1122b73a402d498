/** How a view is made: scope → query → close cycles → reduce → fold leaves → above the budget the direct picture, or groups by owner. */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { matchQuery, questionOf, type Question } from '../query/index.ts';
import { askedLines, type Asked } from './asked.ts';
import { closingBeside, closingRequirements, moduleBoxes } from './cycles.ts';
import { foldAbove } from './defaults.ts';
import { directPicture } from './direct-picture.ts';
import { boxPlaces, finish, type Draft } from './draft.ts';
import { foldLeaves } from './fold.ts';
import { openFrame } from './frame.ts';
import { groupBoxes, shareSingles } from './group.ts';
import { groupedLines } from './grouped-lines.ts';
import { localName, makePart, pathOf, type OnSide, type Part } from './part.ts';
import { modulesToOpen, openModule } from './packages.ts';
import { joinRequirements, type Flags, type Joined } from './requirements.ts';
import { stepsIn } from './step-graph.ts';
import { isMainLocal } from './mains.ts';
import type { Box, CauseGroup, Scope, View, ViewOptions } from './types.ts';

interface Choice {
  /** Local number → steps from what was asked about. */
  readonly asked?: Int32Array;
  readonly drafts: readonly Draft[];
  readonly grouped: View['receipt']['grouped'];
  readonly joined: Joined & { readonly undrawn: number };
}

/** What a query matched, and what it asks about; node → 1. */
export interface Asking {
  readonly match: Uint8Array;
  /** Absent for an overview. */
  readonly question?: Question;
  /** Of a difference that is drawn by its causes. */
  readonly causes?: readonly CauseGroup[];
  /** Of a difference: what base has, and what head has. */
  readonly sides?: readonly OnSide[];
}

/** Asks a query of a model. Throws a QueryFault when it cannot be read or answered. */
export function ask(model: Model, scope: Scope, query: string): Asking {
  const question = questionOf(model, scope, query);
  return { match: matchQuery(model, scope, query), ...(question === undefined ? {} : { question }) };
}

/**
 * The view of a model under some options. Throws a QueryFault when the query cannot be read. `asking` is what came of the query where
 * that was found out on another model of the same nodes: one whose paths are not hidden.
 */
export function makeView(model: Model, options: ViewOptions, asking = ask(model, options.scope, options.query)): View {
  const part = makePart(model, options.scope, asking.match, asking.question, asking.sides);
  const choice = asking.causes === undefined ? chooseBoxes(part, options) : byCause(part, options, asking.causes);
  return finishView(part, options, choice, countVersions(model), stepsIn(model, options.scope).whole.size);
}

/** Modules where the budget allows, else groups. What is opened never changes this: the rest keeps its place. */
function chooseBoxes(part: Part, options: ViewOptions): Choice {
  if (options.collapse === 'owner' || options.collapse === 'host') return group(part, options, options.collapse);
  const modules = chooseModules(part, options);
  const unopened = options.open.length === 0 ? modules : chooseModules(part, { ...options, open: [] });
  const fits = options.limit === 0 || unopened.drafts.length <= options.limit;
  if (options.collapse === 'none' || options.collapse === 'package' || fits) return modules;
  return (
    (isWhole(part, options) ? direct(part, options) : undefined) ??
    group(part, options, 'owner', options.query.trim() !== '')
  );
}

/** An overview of the whole build list. */
function isWhole(part: Part, options: ViewOptions): boolean {
  return part.question === undefined && options.query.trim() === '' && options.scope === 'selected';
}

function direct(part: Part, options: ViewOptions): Choice | undefined {
  const picture = directPicture(part, options.reduce, options.limit);
  return picture === undefined ? undefined : { ...picture, grouped: 'direct' };
}

function chooseModules(part: Part, options: ViewOptions): Choice {
  const drafts = moduleBoxes(part, options.closeCycles);
  const asked = part.question === undefined ? undefined : askedLines(part.graph, part.question);
  const flags = flagsOf(part, options.reduce, asked);
  const join = (boxes: readonly Draft[]): Choice['joined'] => ({
    ...joinRequirements(part.graph, boxPlaces(part, boxes), boxes.length, flags),
    undrawn: 0,
  });
  const joined = join(drafts);
  const steps = asked?.steps;
  const whole: Choice = { drafts, grouped: 'none', joined, ...(steps === undefined ? {} : { asked: steps }) };
  if (!options.foldLeaves || drafts.length <= foldAbove) return whole;
  const folded = foldLeaves(part, drafts, joined.lines, new Set(options.open));
  return { ...whole, drafts: folded, joined: join(folded) };
}

/** How the requirements of a view of modules are drawn: of a question along its steps, else without those that are implied. */
function flagsOf(part: Part, reduce: boolean, asked: Asked | undefined): Flags {
  const { superseded } = part;
  if (asked === undefined) {
    const implied = reduce ? part.implied : new Uint8Array(part.implied.length);
    return { implied, superseded, closing: closingRequirements(part) };
  }
  const { aside } = asked;
  return { implied: part.implied, superseded, aside, closing: closingBeside(part, aside) };
}

function group(part: Part, options: ViewOptions, by: 'owner' | 'host', apart = false): Choice {
  const groups = groupBoxes(part, by, apart);
  const drafts = options.limit === 0 ? groups : shareSingles(part, groups, options.limit);
  return { drafts, grouped: by, joined: groupedLines(part, drafts, options.reduce) };
}

/** A box a main module, and one a cause; a change that nothing follows from is a module like others. */
function byCause(part: Part, options: ViewOptions, causes: readonly CauseGroup[]): Choice {
  const locals = part.graph.nodes.map((_, local) => local);
  const mains = Array.from(locals)
    .filter((local) => isMainLocal(part, local))
    .map((local): Draft => ({ id: localName(part, local), kind: 'module', locals: [local] }));
  const groups = causes.flatMap(({ path, nodes }): Draft[] => {
    const inside = nodes.map((node) => part.graph.localOf[node] ?? -1).filter((local) => local !== -1);
    const [only] = inside;
    if (only === undefined) return [];
    const alone = inside.length === 1 && pathOf(part, only) === path;
    if (alone) return [{ id: localName(part, only), kind: 'module', locals: inside }];
    return [{ id: `cause:${path}`, kind: 'cause', locals: inside.sort((a, b) => a - b), cause: path }];
  });
  const drafts = [...mains, ...groups];
  return { drafts, grouped: 'cause', joined: groupedLines(part, drafts, options.reduce) };
}

const packagesUnknown = 'Packages are not known here: load them with --packages, or wait until the page has them.';

/** Opens what is to be open, and counts: all = drawn + implied + inside + undrawn + listed + aside. */
function finishView(part: Part, options: ViewOptions, choice: Choice, versions: number, scoped: number): View {
  const open = new Set(options.open);
  if (options.collapse === 'package') for (const id of modulesToOpen(part, choice.drafts, options.limit)) open.add(id);
  const { asked } = choice;
  let { drawn, implied, inside } = choice.joined;
  let boxCount = 0;
  const boxes: Box[] = choice.drafts.map((draft) => {
    if (draft.kind === 'module' && open.has(draft.id)) {
      const closed = finish(part, draft, undefined, asked);
      const inside = openModule(part.model, closed.nodes[0] ?? -1, closed.steps);
      boxCount += inside?.boxes.length ?? 1;
      return inside === undefined ? closed : { ...closed, inside };
    }
    if (draft.kind === 'module' || draft.kind === 'leaves' || draft.kind === 'rest' || !open.has(draft.id)) {
      boxCount++;
      return finish(part, draft, undefined, asked);
    }
    const frame = openFrame(part, draft, options.reduce);
    drawn += frame.joined.drawn;
    implied += frame.joined.implied;
    inside -= frame.joined.drawn + frame.joined.implied;
    boxCount += draft.locals.length;
    return finish(part, draft, frame.inside, asked);
  });
  return {
    model: part.model,
    options,
    boxes,
    lines: choice.joined.lines,
    matched: [...part.graph.nodes],
    ...(part.question === undefined ? {} : { question: part.question }),
    receipt: {
      versions,
      scoped,
      matched: part.graph.size,
      boxes: boxCount,
      requirements: {
        all: part.graph.out.targets.length + part.listed,
        drawn,
        implied,
        inside,
        undrawn: choice.joined.undrawn,
        ...(part.question === undefined ? {} : { listed: part.listed, aside: choice.joined.aside }),
      },
      grouped: choice.grouped,
    },
    notes: options.collapse === 'package' && part.model.snapshot.packages === undefined ? [packagesUnknown] : [],
  };
}

/** Versions without go and toolchain nodes. */
function countVersions(model: Model): number {
  return model.graph.kind.reduce((count, kind) => (kind === NodeKind.toolchain ? count : count + 1), 0);
}
