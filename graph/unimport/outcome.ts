/** What becomes of go.mod and the build list once the code stops importing something. */
import { diffBuildLists } from '../diff/diff.ts';
import type { Changed, Entry } from '../diff/types.ts';
import { compareText, joinName } from '../model/name.ts';
import type { Snapshot } from '../snapshot/types.ts';
import type { Declarations } from '../what-if/apply.ts';
import { linesBetween, type GoModChange } from './lines.ts';
import type { Target } from './target.ts';

/** A module that the code no longer imports, and that stays in the build list. */
export interface Kept {
  readonly path: string;
  /** Where it is in the build list afterwards. */
  readonly version: string;
  /** `path@version` of the modules that require it, sorted: selected ones where there are any. */
  readonly by: readonly string[];
  /** None of these is selected. */
  readonly superseded?: true;
  /** Packages of it that a main module imports still, sorted; tools among them. */
  readonly imports?: readonly string[];
}

export interface Outcome {
  /** Modules that leave the build list, sorted by path. */
  readonly removed: readonly Entry[];
  /** Modules that come into it; none in most cases. */
  readonly added: readonly Entry[];
  /** Modules that are selected at another version. */
  readonly changed: readonly Changed[];
  /** By file, then by path. */
  readonly lines: readonly GoModChange[];
  readonly kept: readonly Kept[];
}

/** Declarations, and the graph that is loaded from them. */
export interface Side {
  readonly declared: Declarations;
  readonly snapshot: Snapshot;
}

/** Module path → packages of it that the main modules import still. */
export type Still = ReadonlyMap<string, readonly string[]>;

/** What differs between the two sides. */
export function outcomeOf({ modules }: Target, still: Still, base: Side, head: Side): Outcome {
  const { added, removed, changed } = diffBuildLists(base.snapshot, head.snapshot);
  return {
    removed,
    added,
    changed: changed.filter(({ from, to }) => from !== to),
    lines: linesBetween(base.declared, head.declared),
    kept: keptOf(modules, still, head.snapshot, new Set()),
  };
}

/** The modules that stay although nothing imports them, with what keeps them; `gone`: `path@version` of modules that leave. */
export function keptOf(
  modules: readonly string[],
  still: Still,
  { modules: all }: Snapshot,
  gone: ReadonlySet<string>,
): Kept[] {
  const paths = new Set(modules);
  const stays = all.filter(
    ({ path, version, selected }) =>
      selected === true && version !== undefined && paths.has(path) && !gone.has(joinName(path, version)),
  );
  return stays.map(({ path, version = '' }) => {
    const requirers = all.filter(
      (one) =>
        one.version !== undefined &&
        one.path !== path &&
        !gone.has(joinName(one.path, one.version)) &&
        one.requires?.some((name) => name.startsWith(`${path}@`)) === true,
    );
    const selected = requirers.filter((one) => one.selected === true);
    const by = (selected.length > 0 ? selected : requirers)
      .map((one) => joinName(one.path, one.version))
      .sort(compareText);
    const imports = still.get(path) ?? [];
    return {
      path,
      version,
      by,
      ...(selected.length === 0 && by.length > 0 ? { superseded: true as const } : {}),
      ...(imports.length === 0 ? {} : { imports: [...imports].sort(compareText) }),
    };
  });
}
