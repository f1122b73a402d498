/** A query asked of a model: which nodes match. */
import { splitMajors } from '../findings/major-coexistence.ts';
import { isKnown, needOptions, needWords } from '../model/known.ts';
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import type { Scope } from '../view/types.ts';
import type { Comparison, Query } from './ast.ts';
import { holdsFor, versionHolds } from './comparison.ts';
import { QueryFault } from './fault.ts';
import { Ground } from './ground.ts';
import { isWholePath, pathMatcher } from './patterns.ts';
import { stateAnswers } from './states.ts';
import { walk } from './walks.ts';
import { stateWords } from './words.ts';

/** One asking of one query; what several parts need is computed once. Results are never changed after they are made. */
export class Evaluation {
  readonly #model: Model;
  readonly #scope: Scope;
  readonly #ground: Ground;
  readonly #everything: Uint8Array;
  readonly #states = new Map<string, Uint8Array>();
  readonly #strict: boolean;

  /** `strict`: a word that reads as a whole module path means that module alone, also where the graph does not hold it. */
  constructor(model: Model, scope: Scope, strict = false) {
    this.#model = model;
    this.#scope = scope;
    this.#strict = strict;
    this.#ground = new Ground(model, scope);
    this.#everything = this.#where((node) => this.#inScope(node));
  }

  /**
   * Node → 1 where the query matches. `exact`: a word that is a whole module path means just that module, as it does for
   * the arguments of functions. Goes one call deeper for each bracket; the parser bounds them. Throws a QueryFault for a
   * state that the snapshot cannot answer, and for a change where nothing is compared.
   */
  evaluate(query: Query, exact = false): Uint8Array {
    switch (query.kind) {
      case 'all':
        return this.#everything;
      case 'or':
        return this.#or(query.parts, exact);
      case 'and':
        return this.#and(query.parts, exact);
      case 'not': {
        const inner = this.evaluate(query.part, exact);
        return this.#everything.map((one, node) => one & ~(inner[node] ?? 0));
      }
      case 'path':
        return this.#paths(query.pattern, query.versions, exact);
      case 'is':
        return this.#state(query.word, query.column);
      case 'call': {
        const args = query.args.map((arg) => this.evaluate(arg, true));
        return walk(this.#ground, query.name, args, query.depth);
      }
      case 'depth':
        return this.#where((node) => this.#atDepth(node, query.than));
      case 'limit':
        return this.#ground.first(this.#everything, query.most);
      case 'major-split':
        return this.#splitMajors();
      case 'change':
        return this.#changed(query);
    }
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

  #or(parts: readonly Query[], exact: boolean): Uint8Array {
    const match = new Uint8Array(this.#model.graph.size);
    for (const part of parts) {
      const more = this.evaluate(part, exact);
      for (let node = 0; node < match.length; node++) match[node] = (match[node] ?? 0) | (more[node] ?? 0);
    }
    return match;
  }

  /** limit:N counts what all the other parts left. */
  #and(parts: readonly Query[], exact: boolean): Uint8Array {
    const others = parts.filter((part) => part.kind !== 'limit');
    let match = others.length === 0 ? this.#everything : new Uint8Array(this.#model.graph.size).fill(1);
    for (const part of others) {
      const more = this.evaluate(part, exact);
      for (let node = 0; node < match.length; node++) match[node] = (match[node] ?? 0) & (more[node] ?? 0);
    }
    for (const part of parts) if (part.kind === 'limit') match = this.#ground.first(match, part.most);
    return match;
  }

  #paths(pattern: string, versions: readonly Comparison[], exact: boolean): Uint8Array {
    const { graph } = this.#model;
    const alone = this.#strict && isWholePath(pattern);
    const whole = alone || exact || versions.length > 0 ? this.#wholePath(pattern) : undefined;
    const matches = whole ?? (alone ? () => false : pathMatcher(pattern));
    const pathMatches = graph.paths.map(matches);
    return this.#where(
      (node) =>
        pathMatches[graph.pathOf[node] ?? -1] === true &&
        this.#everything[node] === 1 &&
        versions.every((than) => versionHolds(graph.versions[node] ?? '', than)),
    );
  }

  /**
   * Letters count where a path is written as it is, for two may differ in them alone (github.com/Sirupsen/logrus and
   * github.com/sirupsen/logrus); else they do not. undefined for what is no whole path.
   */
  #wholePath(pattern: string): ((path: string) => boolean) | undefined {
    const { paths } = this.#model.graph;
    if (paths.includes(pattern)) return (path) => path === pattern;
    const wanted = pattern.toLowerCase();
    const holds = (path: string): boolean => path.toLowerCase() === wanted;
    return paths.some(holds) ? holds : undefined;
  }

  #state(word: string, column: number): Uint8Array {
    const known = this.#states.get(word);
    if (known !== undefined) return known;
    const needs = stateWords.find((one) => one.word === word)?.needs;
    const answer = stateAnswers[word];
    if (needs !== undefined && !isKnown(this.#model, needs)) {
      const option = needOptions[needs];
      throw new QueryFault(
        column,
        `\`is:${word}\` needs ${needWords[needs]}, which this snapshot does not have`,
        option === undefined ? {} : { hint: `Run modscope with \`${option}\` to include them.` },
      );
    }
    if (answer === undefined) throw new QueryFault(column, `\`is:${word}\` cannot be answered yet`);
    const holds = answer(this.#model);
    const match = this.#where((node) => holds(node) && (word === 'toolchain' || this.#everything[node] === 1));
    this.#states.set(word, match);
    return match;
  }

  #changed({ change, pattern, column }: Query & { readonly kind: 'change' }): Uint8Array {
    const { graph, beside } = this.#model;
    const { changes } = beside;
    if (changes === undefined) {
      throw new QueryFault(column, `\`${change}:\` is for a comparison; this is a single graph`);
    }
    const paths = this.#paths(pattern, [], false);
    return paths.map((one, node) => one & Number(changes.get(graph.paths[graph.pathOf[node] ?? -1] ?? '') === change));
  }

  #atDepth(node: number, { op, value }: Comparison): boolean {
    const distance = this.#ground.stepsTo(node);
    return distance !== -1 && holdsFor(op, distance - Number(value));
  }

  #splitMajors(): Uint8Array {
    const { graph } = this.#model;
    const split = new Set(
      splitMajors(this.#model)
        .flat()
        .map((node) => graph.pathOf[node]),
    );
    return this.#everything.map((one, node) => one & Number(split.has(graph.pathOf[node])));
  }
}
