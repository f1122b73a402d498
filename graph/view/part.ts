/** What the steps of a view work on: the part of a scope that the query left. */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import type { Question } from '../query/question-types.ts';
import { components, type Components } from '../walk/components.ts';
import { impliedOnEach, impliedRequirements } from '../walk/reduce.ts';
import { steps } from '../walk/reach.ts';
import { induced, type ScopeGraph } from './scope.ts';
import { mainLocals, stepsIn } from './step-graph.ts';
import type { Scope } from './types.ts';

export interface Part {
  readonly model: Model;
  /** What matched, over local numbers of its own: of a question its steps, else every requirement. */
  readonly graph: ScopeGraph;
  /** What the query asks about; absent for an overview. */
  readonly question?: Question;
  /** Requirements among what matched that are left out of `graph`: lines of go.mod that only list. */
  readonly listed: number;
  /** Local number → fewest steps from a main module in the whole scope, -1 without a path. */
  readonly steps: Int32Array;
  readonly components: Components;
  /** Requirement → 1 when implied among what matched; none is in a question, which no reduction answers. */
  readonly implied: Uint8Array;
  /** Local number → 1 for a version that is not selected. */
  readonly superseded: Uint8Array;
  /** Local number → 1 for what has a box of its own wherever modules are drawn: main modules, direct requirements, what was asked for. */
  readonly apart: Uint8Array;
}

/** Whether a side of a difference has the requirement from one node to another. */
export type OnSide = (from: number, to: number) => boolean;

/** The part of a scope that `match` (node → 1) keeps; `sides`: of a difference, what each of the two has. */
export function makePart(
  model: Model,
  scope: Scope,
  match: Uint8Array,
  question?: Question,
  sides?: readonly OnSide[],
): Part {
  const { whole, graph: stepped } = stepsIn(model, scope);
  const fromMain = steps(stepped, mainLocals(model, stepped));
  const keep = Uint8Array.from(whole.nodes, (node) => match[node] ?? 0);
  const graph = induced(question === undefined ? whole : stepped, keep);
  const parts = components(graph);
  const all = question === undefined ? graph : induced(whole, keep);
  const mains = new Set(model.mains);
  return {
    model,
    graph,
    ...(question === undefined ? {} : { question }),
    listed: all.out.targets.length - graph.out.targets.length,
    steps: Int32Array.from(graph.nodes, (node) => fromMain[whole.localOf[node] ?? -1] ?? -1),
    components: parts,
    implied:
      question !== undefined
        ? new Uint8Array(graph.out.targets.length)
        : sides === undefined
          ? impliedRequirements(graph, parts)
          : impliedOnEach(
              graph,
              sides.map((has) => requirementsOn(graph, has)),
            ),
    superseded: Uint8Array.from(graph.nodes, (node) =>
      model.graph.selected[model.graph.pathOf[node] ?? -1] === node ? 0 : 1,
    ),
    apart: Uint8Array.from(graph.nodes, (node) =>
      Number(mains.has(node) || model.direct[node] === 1 || question?.asked[node] === 1),
    ),
  };
}

/** Requirement → 1 where a side has it. */
function requirementsOn({ nodes, out }: ScopeGraph, has: OnSide): Uint8Array {
  const on = new Uint8Array(out.targets.length);
  nodes.forEach((from, local) => {
    for (let at = out.offsets[local] ?? 0; at < (out.offsets[local + 1] ?? 0); at++) {
      on[at] = Number(has(from, nodes[out.targets[at] ?? -1] ?? -1));
    }
  });
  return on;
}

/** Name of a local number: `path@version`, or the bare path of a main module. */
export function localName(part: Part, local: number): string {
  return nodeName(part.model.graph, part.graph.nodes[local] ?? -1);
}

/** Module path of a local number. */
export function pathOf(part: Part, local: number): string {
  const { graph } = part.model;
  return graph.paths[graph.pathOf[part.graph.nodes[local] ?? -1] ?? -1] ?? '';
}

/** Fewest steps of some local numbers that have a path; -1 when none has. */
export function fewestSteps(part: Part, locals: readonly number[]): number {
  return fewestOf(part.steps, locals);
}

/** The smallest of the steps of some local numbers, of those that have any; -1 when none has. */
export function fewestOf(steps: Int32Array, locals: readonly number[]): number {
  let best = -1;
  for (const local of locals) {
    const distance = steps[local] ?? -1;
    if (distance !== -1 && (best === -1 || distance < best)) best = distance;
  }
  return best;
}

/** Model nodes of some local numbers, ascending. */
export function nodesOf(part: Part, locals: readonly number[]): number[] {
  return locals.map((local) => part.graph.nodes[local] ?? -1).sort((a, b) => a - b);
}
