/** The versions of a module that a query may choose from, or that go steps down to. */
import { findReplacement } from '../load/replacement.ts';
import type { GoModFile, Version } from '../load/types.ts';
import { joinName } from '../model/name.ts';
import { compareVersions, isIncompatible, isPrerelease, isPseudo } from '../version/semver.ts';
import { none, type GetInput, Lacking } from './types.ts';

/** Answers from the lists of versions, with what go.mod replaces, excludes and what is retracted. */
export class Allowed {
  readonly #input: GetInput;
  readonly #excluded: ReadonlySet<string>;
  readonly #lists = new Map<string, readonly string[]>();
  readonly #retracted = new Map<string, NonNullable<GoModFile['retract']>>();

  constructor(input: GetInput) {
    this.#input = input;
    this.#excluded = new Set(input.main.exclude.map(({ path, version }) => joinName(path, version)));
  }

  /**
   * Tagged versions, ascending, those among them that go.mod replaces (modload/query.go, replacementRepo.Versions). Throws
   * Lacking where they are not known.
   */
  all(path: string): readonly string[] {
    const known = this.#lists.get(path);
    if (known !== undefined) return known;
    const list = this.#input.versions(path);
    const replaced = this.#input.main.replace.flatMap(({ old }) =>
      old.path === path && old.version !== undefined && !isPseudo(old.version) ? [old.version] : [],
    );
    if (list === undefined) throw new Lacking({ lists: [path] });
    const versions = list.versions.filter((version) => !isPseudo(version));
    const all = [...new Set([...versions, ...replaced])].sort(compareVersions);
    this.#lists.set(path, all);
    return all;
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

  /** Excluded, or retracted (modload/modfile.go, CheckAllowed). Throws Lacking. */
  isDisallowed(path: string, version: string): boolean {
    if (this.isExcluded(path, version)) return true;
    return this.#retractedOf(path).some(
      ({ low, high }) => compareVersions(low, version) <= 0 && compareVersions(version, high) <= 0,
    );
  }

  /**
   * Versions of v2 and above without a go.mod count only where the highest compatible one has none either
   * (modload/query.go, filterVersions). `versions` ascending, and so the answer. Throws Lacking.
   */
  counted(path: string, versions: readonly string[]): readonly string[] {
    const first = versions.findIndex(isIncompatible);
    const compatible = first <= 0 ? undefined : versions[first - 1];
    if (compatible === undefined) return versions;
    const file = this.#goMod({ path, version: compatible });
    return file.go !== undefined || file.require.length > 0 || (file.retract ?? []).length > 0
      ? versions.slice(0, first)
      : versions;
  }

  /** The tagged version below another one; 'none' where there is none (modload/mvs.go, previousVersion). */
  previous(path: string, version: string): string {
    const list = this.all(path).filter((one) => !this.isDisallowed(path, one));
    return list.findLast((one) => compareVersions(one, version) < 0) ?? none;
  }

  /**
   * What the go.mod of the latest version retracts, or of what replaces that; of a path that is replaced as a whole nothing is
   * retracted (modload/modfile.go, CheckRetractions and queryLatestVersionIgnoringRetractions).
   */
  #retractedOf(path: string): NonNullable<GoModFile['retract']> {
    const known = this.#retracted.get(path);
    if (known !== undefined) return known;
    const { main } = this.#input;
    const isWhole = main.replace.some(({ old }) => old.path === path && old.version === undefined);
    const latest = isWhole ? undefined : (best(this.counted(path, this.all(path))) ?? this.latest(path));
    const retracted = latest === undefined ? [] : (this.#goMod({ path, version: latest }).retract ?? []);
    this.#retracted.set(path, retracted);
    return retracted;
  }

  #goMod(module: Version): GoModFile {
    const { actual, of } = findReplacement({ mains: [this.#input.main] }, module);
    const file = this.#input.goMod(actual, of);
    if (file === undefined) throw new Lacking({ goMods: [actual] });
    return file;
  }
}

/** Releases before the rest, the highest of each; the lowest with `lower`. */
export function best(versions: readonly string[], lower = false): string | undefined {
  // semver.Prerelease: that of a pseudo-version is one as well.
  const isPre = (version: string): boolean => isPrerelease(version) || isPseudo(version);
  const [releases, others] = [versions.filter((one) => !isPre(one)), versions.filter(isPre)];
  const at = lower ? 0 : -1;
  return releases.at(at) ?? others.at(at);
}

/** The version that stands for a path that go.mod replaces at all versions: below each real one. */
function unversioned(path: string): string {
  const major = /[/.](v[0-9]+)$/.exec(path)?.[1] ?? 'v0';
  return `${major}.0.0-00010101000000-000000000000`;
}
