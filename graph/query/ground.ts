/** The requirements that the walks of a query follow: the steps of its scope, and how far each node is from a main module. */
import type { Model } from '../model/model.ts';
import type { Digraph } from '../model/module-graph.ts';
import type { ScopeGraph } from '../view/scope.ts';
import { directGraph, mainLocals, stepsIn } from '../view/step-graph.ts';
import type { Scope } from '../view/types.ts';
import { reverse, steps } from '../walk/reach.ts';

/** Each part is computed when it is first needed, once. */
export class Ground {
  readonly #model: Model;
  readonly #scope: Scope;
  #direct: ScopeGraph | undefined;
  #back: Digraph | undefined;
  #steps: Int32Array | undefined;

  constructor(model: Model, scope: Scope) {
    this.#model = model;
    this.#scope = scope;
  }

  get graph(): ScopeGraph {
    return stepsIn(this.#model, this.#scope).graph;
  }

  /** Every requirement of the scope, main modules' `// indirect` lines among them. */
  get whole(): ScopeGraph {
    return stepsIn(this.#model, this.#scope).whole;
  }

  /** What direct requirements lead to: no `// indirect` line of a main module keeps anything. */
  get direct(): ScopeGraph {
    return (this.#direct ??= directGraph(this.#model, this.#scope));
  }

  /** The steps the other way round. */
  get back(): Digraph {
    return (this.#back ??= reverse(this.graph));
  }

  /** Local numbers of the main modules. */
  get mains(): number[] {
    return mainLocals(this.#model, this.graph);
  }

  /** Fewest steps from a main module to a node; -1 where no way leads, and outside the scope. */
  stepsTo(node: number): number {
    this.#steps ??= steps(this.graph, this.mains);
    return this.#steps[this.graph.localOf[node] ?? -1] ?? -1;
  }

  /** The first `most` of what matched (node → 1), nearest to a main module first; those without a way in come last. */
  first(match: Uint8Array, most: number): Uint8Array {
    const far = Array.from(match, (one, node) => {
      const distance = one === 1 ? this.stepsTo(node) : -1;
      return distance === -1 ? match.length : distance;
    });
    const nodes = [...match.keys()].filter((node) => match[node] === 1);
    nodes.sort((a, b) => (far[a] ?? 0) - (far[b] ?? 0) || a - b);
    const kept = new Uint8Array(match.length);
    for (const node of nodes.slice(0, most)) kept[node] = 1;
    return kept;
  }
}
