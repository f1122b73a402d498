/** Private module paths replaced by placeholders, before anything is drawn: no format can forget it. */
import type { Model } from '../model/model.ts';
import { unescaped } from '../module/escape.ts';
import { pathMatcher } from '../query/patterns.ts';

/** Elements of a path that are looked at: more is no module path. */
const mostElements = 64;
const majorSuffix = /\/v[0-9]+$/;
/** A remote of git's: `git@host:team/name.git`, `ssh://host:2222/team/name`. */
const remotes = /(?<![\w.-])((?:[\w-]+\.)+[\w-]+):(?:\d+\/)?((?=\S*?[a-z~])[\w~][^\s"'`()<>[\]{},;:|&@=]*)/giu;
/** A cut name has at least this much of it. */
const leastOfCut = 3;
/** Words in which a path may stand: between blanks, quotes, brackets and what separates path from version or scheme. */
const words = /[^\s"'`()<>[\]{},;:|&@=]+/gu;

/**
 * Replaces paths that a pattern matches (as a query's patterns do: `corp.example/...`, `*secret*`, `secret`) by `redacted/N`.
 * Numbers follow the order of the model's paths: the same graph and patterns give the same numbers. A major suffix stays; a
 * package of a hidden module is `redacted/N/pM`. A path is known as the module cache, a proxy and git write it, too, and where a
 * message was cut in the middle of it.
 */
export class Redactor {
  readonly #matches: (path: string) => boolean;
  readonly #modules: ReadonlySet<string>;
  /** What hidden paths begin with, in small letters. */
  readonly #heads: readonly string[];
  readonly #placeholders = new Map<string, string>();
  /** Placeholders are not hidden again: a text may pass twice, and a pattern may fit everything. */
  readonly #given = new Set<string>();
  #numbers = 0;
  #packages = 0;

  constructor(patterns: readonly string[], modules: readonly string[]) {
    const matchers = patterns.filter((pattern) => pattern.trim() !== '').map((pattern) => pathMatcher(pattern.trim()));
    this.#matches = (path) => matchers.some((matches) => matches(path));
    this.#modules = new Set(modules.filter(this.#matches));
    const literals = patterns.map((pattern) => pattern.trim().split(/\.{3}|\*/)[0] ?? '');
    this.#heads = [...literals, ...this.#modules].map((head) => head.toLowerCase());
    for (const path of this.#modules) this.#placeholder(path);
  }

  /** The text with each such path replaced, wherever it stands. */
  text(text: string): string {
    return text
      .replace(remotes, (remote, host: string, path: string) => {
        const joined = `${host}/${path}`;
        return this.#matches(joined) ? this.#placeholder(joined.replace(/\.git$/, '')) : remote;
      })
      .replace(words, (word) => this.#word(word));
  }

  /** The same value with every text in it redacted. Nesting is that of a snapshot: a few levels. */
  value<Value>(value: Value): Value;
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item: unknown) => this.value(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.value<unknown>(item)]));
  }

  /** The whole word, or from a slash on: a path within a folder or an address. */
  #word(word: string): string {
    let at = 0;
    for (let element = 0; element < mostElements; element++) {
      const rest = unescaped(word.slice(at));
      if (rest !== '' && this.#matches(rest)) return word.slice(0, at) + this.#placeholder(rest);
      if (rest.endsWith('…') && this.#begins(rest.slice(0, -1))) return `${word.slice(0, at)}redacted/…`;
      const slash = word.indexOf('/', at);
      if (slash === -1) break;
      at = slash + 1;
    }
    return word;
  }

  /** True for what may be the beginning of a hidden path. */
  #begins(cut: string): boolean {
    const begun = cut.replace(/(?:!|%2?)$/, '').toLowerCase();
    return begun.length >= leastOfCut && this.#heads.some((head) => head.startsWith(begun));
  }

  #placeholder(path: string): string {
    const known = this.#placeholders.get(path);
    if (known !== undefined) return known;
    if (this.#given.has(path)) return path;
    const made = this.#modules.has(path) ? this.#numbered(path) : this.#below(path);
    this.#placeholders.set(path, made);
    this.#given.add(made);
    return made;
  }

  #numbered(path: string): string {
    const suffix = majorSuffix.exec(path)?.[0] ?? '';
    if (suffix === '') return `redacted/${++this.#numbers}`;
    return this.#placeholder(path.slice(0, -suffix.length)) + suffix;
  }

  /** Something in a hidden module, or a path that no module of the graph has. */
  #below(path: string): string {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const module = path.slice(0, end);
      if (this.#modules.has(module)) return `${this.#placeholder(module)}/p${++this.#packages}`;
    }
    return `redacted/${++this.#numbers}`;
  }
}

/** The model with hidden paths: nodes keep their numbers, so their order may no longer be that of their names. */
export function redactModel(model: Model, redactor: Redactor): Model {
  return {
    ...model,
    snapshot: redactor.value(model.snapshot),
    beside: redactor.value(model.beside),
    graph: { ...model.graph, paths: model.graph.paths.map((path) => redactor.text(path)) },
  };
}
