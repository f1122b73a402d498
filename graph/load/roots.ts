/** The roots of a load: what go.mod or go.work itself requires (modload/init.go, requirementsFromModFiles). */
import { compareText } from '../model/name.ts';
import type { MainModule, Workspace } from '../snapshot/types.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import { defaultGoModVersion, defaultGoWorkVersion } from './go-lines.ts';
import type { Summaries } from './summaries.ts';
import type { Version } from './types.ts';

export interface Roots {
  readonly roots: readonly Version[];
  /** Paths that must stay roots: required without `// indirect`, and go itself. */
  readonly direct: ReadonlySet<string>;
}

/** cmd/go/internal/gover ModSort. */
function sortVersions(versions: readonly Version[]): Version[] {
  return [...versions].sort(
    (a, b) => compareText(a.path, b.path) || compareModuleVersions(a.path, a.version, b.version),
  );
}

/** Roots of a single main module: its requires less those it excludes, its go line, its toolchain line. */
export function moduleRoots(main: MainModule, summaries: Summaries): Roots {
  const required = main.require.filter((one) => !summaries.isExcluded(one));
  const roots = required.map(({ path, version }) => ({ path, version }));
  const direct = new Set(required.filter((one) => one.indirect !== true).map((one) => one.path));
  appendToolchain(roots, direct, main.go ?? defaultGoModVersion, main.toolchain);
  return { roots: sortVersions(roots), direct };
}

/** Roots of a workspace: its main modules, go.work's go line and toolchain line. */
export function workspaceRoots(mains: readonly MainModule[], work: Workspace): readonly Version[] {
  const roots = mains.map(({ path }): Version => ({ path, version: '' }));
  appendToolchain(roots, new Set(), work.go ?? defaultGoWorkVersion, work.toolchain);
  return sortVersions(roots);
}

function appendToolchain(roots: Version[], direct: Set<string>, go: string, toolchain: string | undefined): void {
  roots.push({ path: 'go', version: go });
  direct.add('go');
  // Not direct: the line may go when the go line asks for the same or more.
  if (toolchain !== undefined) roots.push({ path: 'toolchain', version: toolchain });
}
