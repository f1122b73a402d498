/** Queries answered from their definitions, over names and sets, sharing nothing with the real evaluator but its syntax. */
import type { Model } from '../../../graph/model/model.ts';
import { nodeName, NodeKind } from '../../../graph/model/module-graph.ts';
import type { Comparison, Query } from '../../../graph/query/ast.ts';
import { compareVersions } from '../../../graph/version/semver.ts';
import type { Scope } from '../../../graph/view/types.ts';

type Names = ReadonlySet<string>;
type Lines = readonly (readonly [string, string])[];

export class Naive {
  /** Names in scope, in the order of the nodes. */
  readonly names: readonly string[];
  readonly #model: Model;
  /** Every requirement of the scope. */
  readonly #lines: Lines;
  /** Those that no main module's `// indirect` line makes. */
  readonly unlisted: Lines;
  /** What walks follow: those, and the listing lines to what nothing else leads to. */
  readonly steps: Lines;
  readonly #toolchain: readonly string[];
  readonly #mains: readonly string[];
  readonly #selectedOf = new Map<string, string>();

  constructor(model: Model, scope: Scope) {
    const { graph, snapshot } = model;
    this.#model = model;
    const all = snapshot.modules.map((_, node) => nodeName(graph, node));
    const isToolchain = (name: string): boolean => /^(go|toolchain)(@|$)/.test(name);
    snapshot.modules.forEach((one, node) => {
      if (one.selected === true) this.#selectedOf.set(one.path, all[node]!);
    });
    const selected = new Set(this.#selectedOf.values());
    this.names = all.filter((name) => !isToolchain(name) && (scope === 'all' || selected.has(name)));
    this.#toolchain = all.filter(isToolchain);
    this.#mains = all.filter((name) => !name.includes('@'));
    const end = (name: string): string => (scope === 'all' ? name : (this.#selectedOf.get(pathOf(name)) ?? ''));
    this.#lines = snapshot.modules
      .flatMap((one, node) => (one.requires ?? []).map((to) => [all[node]!, end(to)] as const))
      .filter(([from, to]) => this.names.includes(from) && this.names.includes(to));
    const listing = this.#lines.filter(([from, to]) => !this.#mains.includes(to) && this.#lists(from, pathOf(to)));
    this.unlisted = this.#lines.filter((line) => !listing.includes(line));
    this.steps = [...this.unlisted, ...this.#needed(listing)];
  }

  /** A go.mod of go 1.17 or later names what others require, too: on lines that say `// indirect`. */
  #lists(main: string, path: string): boolean {
    const declared = this.#model.snapshot.mains.find((one) => one.path === main);
    const minor = Number(/^1\.(\d+)/.exec(declared?.go ?? '')?.[1] ?? 0);
    return minor >= 17 && declared?.require.some((line) => line.path === path && line.indirect === true) === true;
  }

  /** Of the lines that list: those to what nothing else leads to; where two such lead to each other, to the first of them. */
  #needed(listing: Lines): Lines {
    const reached = this.#far(this.#mains, this.unlisted);
    const lost = new Set(listing.map(([, to]) => to).filter((to) => !reached.has(to)));
    const leads = (from: string, to: string): boolean => this.#far([from], this.unlisted).has(to);
    const before = (one: string, to: string): boolean =>
      !leads(to, one) || this.names.indexOf(one) < this.names.indexOf(to);
    return listing.filter(
      ([, to]) => lost.has(to) && ![...lost].some((one) => one !== to && leads(one, to) && before(one, to)),
    );
  }

  ask(query: Query, exact = false): Names {
    const of = (holds: (name: string) => boolean): Names => new Set(this.names.filter(holds));
    switch (query.kind) {
      case 'all':
        return new Set(this.names);
      case 'or':
        return new Set(query.parts.flatMap((part) => [...this.ask(part, exact)]));
      case 'and': {
        const sets = query.parts.filter((part) => part.kind !== 'limit').map((part) => this.ask(part, exact));
        const [first = new Set(this.names), ...rest] = sets;
        let left = [...first].filter((name) => rest.every((set) => set.has(name)));
        for (const part of query.parts) if (part.kind === 'limit') left = this.#first(left, part.most);
        return new Set(left);
      }
      case 'not': {
        const inner = this.ask(query.part, exact);
        return of((name) => !inner.has(name));
      }
      case 'path': {
        const wanted = query.pattern.toLowerCase();
        const whole = (exact || query.versions.length > 0) && this.#model.graph.paths.some((path) => path === wanted);
        return of((name) => {
          const path = pathOf(name);
          const version = name.slice(path.length + 1);
          return (
            (whole ? path === wanted : matches(wanted, path)) && query.versions.every((than) => compares(version, than))
          );
        });
      }
      case 'is':
        return this.#state(query.word);
      case 'call':
        return this.#call(
          query.name,
          query.args.map((arg) => this.ask(arg, true)),
          query.depth ?? (query.name === 'near' ? 1 : Infinity),
        );
      case 'change':
        throw new Error('the naive answers are of single graphs');
      case 'depth':
        return of((name) => {
          const far = this.#far(this.#mains).get(name);
          return far !== undefined && holds(query.than.op, far - Number(query.than.value));
        });
      case 'limit':
        return new Set(this.#first(this.names, query.most));
      case 'major-split': {
        const family = (name: string): string => pathOf(name).replace(/^(gopkg\.in\/.*)\.v\d+$|\/v[2-9]\d*$/, '$1');
        const suffix = (name: string): string => /v(\d+)$/.exec(pathOf(name).slice(family(name).length))?.[1] ?? '';
        const incompatible = (name: string): string => /@v(\d+)\..*\+incompatible$/.exec(name)?.[1] ?? '0';
        const major = (name: string): string => suffix(name) || incompatible(name);
        const selected = [...this.#selectedOf.values()];
        return of((name) => {
          const same = selected.filter((one) => family(one) === family(name)).map(major);
          return same.some((one) => one !== same[0]);
        });
      }
    }
  }

  #state(word: string): Names {
    const is: Record<string, (name: string) => boolean> = {
      main: (name) => this.#mains.includes(name),
      selected: (name) => this.#isSelected(name),
      superseded: (name) => !this.#isSelected(name),
      // No go.mod was read: what a main module requires is direct.
      direct: (name) => this.#isDirect(name),
      indirect: (name) => this.#isSelected(name) && !this.#isDirect(name) && !this.#mains.includes(name),
      incompatible: (name) => name.endsWith('+incompatible'),
      v0: (name) => name.includes('@v0.'),
      cycle: (name) => this.#inCycle(name),
    };
    if (word === 'toolchain') return new Set(this.#toolchain);
    return new Set(this.names.filter(is[word]!));
  }

  #isSelected(name: string): boolean {
    return this.#selectedOf.get(pathOf(name)) === name;
  }

  #isDirect(name: string): boolean {
    const { graph, direct } = this.#model;
    return this.#model.snapshot.modules.some(
      (_, node) => nodeName(graph, node) === name && direct[node] === 1 && graph.kind[node] !== NodeKind.toolchain,
    );
  }

  /** In a ring of versions, or of selected paths. */
  #inCycle(name: string): boolean {
    return (['all', 'selected'] as const).some((scope) => {
      const other = new Naive(this.#model, scope);
      return other.names.some(
        (next) =>
          next !== name &&
          other.names.includes(name) &&
          other.#far([name], other.#lines).has(next) &&
          other.#far([next], other.#lines).has(name),
      );
    });
  }

  #call(name: string, [first = new Set(), second = new Set()]: readonly Names[], depth: number): Names {
    const down = (from: Iterable<string>): Map<string, number> => this.#far(from);
    const up = (from: Iterable<string>): Map<string, number> =>
      this.#far(
        from,
        this.steps.map(([a, b]) => [b, a] as const),
      );
    const near = (far: Map<string, number>): string[] =>
      [...far].filter(([, steps]) => steps <= depth).map(([one]) => one);
    switch (name) {
      case 'from':
        return new Set(near(down(first)));
      case 'to':
        return new Set(near(up(first)));
      case 'near':
        return new Set([...near(down(first)), ...near(up(first))]);
      case 'between': {
        const back = up(second);
        return new Set([...down(first).keys()].filter((one) => back.has(one)));
      }
      case 'dominated':
        return this.#lostWith(first, this.#lines);
      case 'alone':
        return this.#lostWith(first, this.unlisted);
      default:
        return new Set();
    }
  }

  /** `gone`, and what no path is left to without it. */
  #lostWith(gone: Names, lines: Lines): Names {
    const before = this.#far(this.#mains, lines);
    const after = this.#far(
      this.#mains.filter((one) => !gone.has(one)),
      lines.filter(([a, b]) => !gone.has(a) && !gone.has(b)),
    );
    return new Set(this.names.filter((one) => gone.has(one) || (before.has(one) && !after.has(one))));
  }

  /** Name → fewest steps from any start. */
  #far(starts: Iterable<string>, lines: Lines = this.steps): Map<string, number> {
    const far = new Map([...starts].filter((one) => this.names.includes(one)).map((one) => [one, 0]));
    for (const [name, steps] of far)
      for (const [from, to] of lines) if (from === name && !far.has(to)) far.set(to, steps + 1);
    return far;
  }

  #first(from: readonly string[], most: number): string[] {
    const far = this.#far(this.#mains);
    const steps = (name: string): number => far.get(name) ?? 1e9;
    return [...from]
      .sort((a, b) => steps(a) - steps(b) || this.names.indexOf(a) - this.names.indexOf(b))
      .slice(0, most);
  }
}

function pathOf(name: string): string {
  return name.split('@')[0] ?? '';
}

/** cmd/internal/pkgpattern as it is written there: a regular expression. */
function matches(wanted: string, path: string): boolean {
  const escape = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  if (wanted.includes('...')) {
    const form = wanted
      .split('...')
      .map(escape)
      .join('.*')
      .replace(/\/\.\*$/, '(/.*)?');
    return new RegExp(`^${form}$`).test(path);
  }
  if (wanted.includes('*')) return new RegExp(`^${wanted.split('*').map(escape).join('.*')}$`).test(path);
  return path.includes(wanted);
}

function compares(version: string, { op, value }: Comparison): boolean {
  if (version === '') return false;
  if (op === '=') return version === value;
  return holds(op, compareVersions(version, value));
}

function holds(op: Comparison['op'], order: number): boolean {
  return { '<': order < 0, '<=': order <= 0, '=': order === 0, '>=': order >= 0, '>': order > 0 }[op];
}
