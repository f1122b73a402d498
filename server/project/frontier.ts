/** What the go.mod files in the module cache say that the graph does not: pruned requirements, and excluded ones. */
import { findReplacement } from '../../graph/load/replacement.ts';
import type { GoModFile } from '../../graph/load/types.ts';
import type { Beside } from '../../graph/model/beside.ts';
import { joinName } from '../../graph/model/name.ts';
import type { MainModule, ModuleRef, Snapshot } from '../../graph/snapshot/types.ts';
import { isToolchainPath } from '../../graph/version/go-version.ts';

/**
 * The require lines of what is read for a version; undefined where that is not at hand. `of` as for graph/load. Only lines
 * on one of the paths in `on` are asked for, where that is said.
 */
export type RequiresOf = (
  actual: ModuleRef,
  of: MainModule | undefined,
  on?: readonly string[],
) => Pick<GoModFile, 'require'> | undefined;

/**
 * Versions without requirements in the graph whose go.mod has some, and requirements on versions that a main module
 * excludes, which go drops in silence (modload/modfile.go, goModSummary). What `goMod` does not know is not claimed.
 */
export function frontierOf(
  { mains, work, modules }: Snapshot,
  goMod: RequiresOf,
): Required<Pick<Beside, 'frontier' | 'dropped'>> {
  const excluded = new Set(mains.flatMap((main) => main.exclude.map((one) => joinName(one.path, one.version))));
  const excludedPaths = [...new Set(mains.flatMap((main) => main.exclude.map((one) => one.path)))];
  const frontier: { name: string; requires: number }[] = [];
  const dropped: { from: string; path: string; version: string }[] = [];
  for (const { path, version, requires = [] } of modules) {
    if (version === undefined || isToolchainPath(path)) continue;
    const edges = requires.some((name) => !name.startsWith('go@') && !name.startsWith('toolchain@'));
    if (edges && excluded.size === 0) continue;
    const { actual, of } = findReplacement({ mains, ...(work === undefined ? {} : { work }) }, { path, version });
    const file = goMod(actual, of, edges ? excludedPaths : undefined);
    if (file === undefined) continue;
    const out = file.require.filter((one) => excluded.has(joinName(one.path, one.version)));
    const left = file.require.length - out.length;
    const name = joinName(path, version);
    if (!edges && left > 0) frontier.push({ name, requires: left });
    // One that is pruned was not read by go: nothing of it was dropped.
    else dropped.push(...out.map((one) => ({ from: name, path: one.path, version: one.version })));
  }
  return { frontier, dropped };
}
