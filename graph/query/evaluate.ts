/** A query asked of a model: which nodes match. */
import { majorFamily } from '../findings/major-coexistence.ts';
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import { isVersion, compareVersions } from '../version/semver.ts';
import { scopeGraph, type ScopeGraph } from '../view/scope.ts';
import type { Scope } from '../view/types.ts';
import { steps } from '../walk/reach.ts';
import type { Comparison, Query } from './ast.ts';
import { QueryFault } from './fault.ts';
import { pathMatcher } from './patterns.ts';
import { stateAnswers } from './states.ts';
import { walk } from './walks.ts';
import { needWords, stateWords } from './words.ts';

/** One asking of one query; what several parts need is computed once. */
export class Evaluation {
  readonly #model: Model;
  readonly #scope: Scope;
  #graph: ScopeGraph | undefined;
  #steps: Int32Array | undefined;

  constructor(model: Model, scope: Scope) {
    this.#model = model;
    this.#scope = scope;
  }

  /** The scope's lines: walks follow these. */
  get graph(): ScopeGraph {
    return (this.#graph ??= scopeGraph(this.#model, this.#scope));
  }

  /** Local number → fewest steps from a main module. */
  get steps(): Int32Array {
    return (this.#steps ??= steps(this.graph, this.mains));
  }

  get mains(): number[] {
    return this.#model.mains.map((node) => this.graph.localOf[node] ?? -1).filter((local) => local !== -1);
  }

  /**
   * Node → 1 where the query matches. `exact`: a word that is a whole module path means just that module, as it does for
   * the arguments of functions. Throws a QueryFault for a state that the snapshot cannot answer.
   */
  evaluate(query: Query, exact = false): Uint8Array {
    switch (query.kind) {
      case 'all':
        return this.#where((node) => this.#inScope(node));
      case 'or':
        return query.parts
          .map((part) => this.evaluate(part, exact))
          .reduce((a, b) => a.map((one, n) => one | (b[n] ?? 0)));
      case 'and':
        return this.#and(query.parts, exact);
      case 'not': {
        const inner = this.evaluate(query.part, exact);
        return this.#where((node) => this.#inScope(node) && inner[node] !== 1);
      }
      case 'path':
        return this.#paths(query.pattern, query.versions, exact);
      case 'is':
        return this.#state(query.word, query.column);
      case 'call':
        return walk(
          this,
          query.name,
          query.args.map((arg) => this.evaluate(arg, true)),
          query.depth,
        );
      case 'depth':
        return this.#where((node) => this.#atDepth(node, query.than));
      case 'limit':
        return this.first(
          this.#where((node) => this.#inScope(node)),
          query.most,
        );
      case 'major-split':
        return this.#splitMajors();
    }
  }

  /** The first `most` of what matched, nearest to a main module first; those without a way in come last. */
  first(match: Uint8Array, most: number): Uint8Array {
    const far = (node: number): number => {
      const distance = this.steps[this.graph.localOf[node] ?? -1] ?? -1;
      return distance === -1 ? this.graph.size : distance;
    };
    const nodes = [...match.keys()].filter((node) => match[node] === 1).sort((a, b) => far(a) - far(b) || a - b);
    const kept = new Set(nodes.slice(0, most));
    return this.#where((node) => kept.has(node));
  }

  #where(holds: (node: number) => boolean): Uint8Array {
    const match = new Uint8Array(this.#model.graph.size);
    for (let node = 0; node < match.length; node++) if (holds(node)) match[node] = 1;
    return match;
  }

  /** go and toolchain lines are in no scope: only is:toolchain finds them. */
  #inScope(node: number): boolean {
    const { graph } = this.#model;
    if (graph.kind[node] === NodeKind.toolchain) return false;
    return this.#scope === 'all' || graph.selected[graph.pathOf[node] ?? -1] === node;
  }

  /** limit:N counts what all the other parts left. */
  #and(parts: readonly Query[], exact: boolean): Uint8Array {
    let match = this.#where((node) => this.#inScope(node));
    const limits = parts.filter((part) => part.kind === 'limit');
    const others = parts.filter((part) => part.kind !== 'limit');
    others.forEach((part, i) => {
      const more = this.evaluate(part, exact);
      match = i === 0 ? more : match.map((one, n) => one & (more[n] ?? 0));
    });
    for (const limit of limits) match = this.first(match, limit.most);
    return match;
  }

  #paths(pattern: string, versions: readonly Comparison[], exact: boolean): Uint8Array {
    const { graph } = this.#model;
    const wanted = pattern.toLowerCase();
    const whole = exact || versions.length > 0 ? graph.paths.findIndex((path) => path.toLowerCase() === wanted) : -1;
    const matches = whole === -1 ? pathMatcher(pattern) : (path: string) => path === graph.paths[whole];
    const pathMatches = graph.paths.map(matches);
    return this.#where((node) => {
      const p = graph.pathOf[node] ?? -1;
      if (pathMatches[p] !== true || !this.#inScope(node)) return false;
      return versions.every((than) => versionHolds(graph.paths[p] ?? '', graph.versions[node] ?? '', than));
    });
  }

  #state(word: string, column: number): Uint8Array {
    const needs = stateWords.find((one) => one.word === word)?.needs;
    const answer = stateAnswers[word];
    const unanswered = needs === 'facts' ? this.#model.snapshot.facts === undefined : needs !== undefined;
    if (unanswered || answer === undefined) {
      const what = needs === undefined ? 'more' : needWords[needs];
      throw new QueryFault(column, `\`is:${word}\` needs ${what}, which this snapshot does not hold`);
    }
    const holds = answer(this.#model);
    return this.#where((node) => holds(node) && (word === 'toolchain' || this.#inScope(node)));
  }

  #atDepth(node: number, { op, value }: Comparison): boolean {
    const distance = this.steps[this.graph.localOf[node] ?? -1] ?? -1;
    return distance !== -1 && holdsFor(op, Math.sign(distance - Number(value)));
  }

  #splitMajors(): Uint8Array {
    const { graph } = this.#model;
    const families = new Map<string, number>();
    graph.selected.forEach((node, p) => {
      const family = majorFamily(graph.paths[p] ?? '');
      if (node !== -1) families.set(family, (families.get(family) ?? 0) + 1);
    });
    return this.#where((node) => {
      const family = majorFamily(graph.paths[graph.pathOf[node] ?? -1] ?? '');
      return this.#inScope(node) && (families.get(family) ?? 0) > 1;
    });
  }
}

/** A main module has no version: it is neither above nor below one. `=` compares text, so that build metadata counts. */
function versionHolds(path: string, version: string, { op, value }: Comparison): boolean {
  if (version === '') return false;
  if (op === '=' && (version === value || !isVersion(value))) return version === value;
  if (op === '=') return compareVersions(version, value) === 0 && !version.includes('+') && !value.includes('+');
  return holdsFor(op, compareModuleVersions(path, version, value));
}

function holdsFor(op: Comparison['op'], order: number): boolean {
  switch (op) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}
