/** The versions of a module that a query may choose from, or that go steps down to. */
import { joinName } from '../model/name.ts';
import { compareVersions, isPseudo } from '../version/semver.ts';
import { none, type GetInput, Lacking } from './types.ts';

/** Answers from the lists of versions, with what go.mod replaces, excludes and what is retracted. */
export class Allowed {
  readonly #input: GetInput;
  readonly #excluded: ReadonlySet<string>;

  constructor(input: GetInput) {
    this.#input = input;
    this.#excluded = new Set(input.main.exclude.map(({ path, version }) => joinName(path, version)));
  }

  /**
   * Tagged versions, ascending, those among them that go.mod replaces (modload/query.go, replacementRepo.Versions). Throws
   * Lacking where they are not known.
   */
  all(path: string): string[] {
    const list = this.#input.versions(path);
    const replaced = this.#input.main.replace.flatMap(({ old }) =>
      old.path === path && old.version !== undefined && !isPseudo(old.version) ? [old.version] : [],
    );
    if (list === undefined) throw new Lacking({ lists: [path] });
    const versions = list.versions.filter((version) => !isPseudo(version));
    return [...new Set([...versions, ...replaced])].sort(compareVersions);
  }

  /** What go takes for the latest where no version is tagged (replacementRepo.Latest). */
  latest(path: string): string | undefined {
    const said = this.#input.versions(path)?.latest;
    const lines = this.#input.main.replace.filter(({ old }) => old.path === path);
    if (lines.length === 0) return said;
    const highest =
      lines
        .flatMap(({ old }) => old.version ?? [])
        .sort(compareVersions)
        .at(-1) ?? unversioned(path);
    return said === undefined || compareVersions(highest, said) > 0 ? highest : said;
  }

  isExcluded(path: string, version: string): boolean {
    return this.#excluded.has(joinName(path, version));
  }

  /** Excluded, or retracted (modload/modfile.go, CheckAllowed): of a path that is replaced as a whole nothing is retracted. */
  isDisallowed(path: string, version: string): boolean {
    if (this.isExcluded(path, version)) return true;
    if (this.#input.main.replace.some(({ old }) => old.path === path && old.version === undefined)) return false;
    return this.#input.versions(path)?.retracted.includes(version) === true;
  }

  /** The tagged version below another one; 'none' where there is none (modload/mvs.go, previousVersion). */
  previous(path: string, version: string): string {
    const list = this.all(path).filter((one) => !this.isDisallowed(path, one));
    return list.findLast((one) => compareVersions(one, version) < 0) ?? none;
  }
}

/** The version that stands for a path that go.mod replaces at all versions: below each real one. */
function unversioned(path: string): string {
  const major = /[/.](v[0-9]+)$/.exec(path)?.[1] ?? 'v0';
  return `${major}.0.0-00010101000000-000000000000`;
}
