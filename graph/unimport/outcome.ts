/** What becomes of go.mod and the build list once the code stops importing something. */
import { diffBuildLists } from '../diff/diff.ts';
import type { Changed, Entry } from '../diff/types.ts';
import { compareText, joinName } from '../model/name.ts';
import type { MainModule, Requirement, Snapshot } from '../snapshot/types.ts';
import type { Declarations } from '../what-if/apply.ts';
import type { Target } from './target.ts';

/** A line of a go.mod that goes, comes or changes. */
export interface GoModChange {
  /** Path of the main module. */
  readonly main: string;
  /** Relative to the root of the project: `go.mod`, `api/go.mod`. */
  readonly file: string;
  readonly verb: 'require' | 'tool' | 'go' | 'toolchain';
  /** The module path or the tool's package; `go` or `toolchain` for these lines. */
  readonly path: string;
  /** What stands behind the path, `v1.2.3 // indirect`, or behind the word; '' for a tool. Absent: there was no such line. */
  readonly is?: string;
  /** Absent: there is no such line any more. */
  readonly becomes?: string;
}

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
    lines: linesBetween(base.declared.mains, head.declared.mains),
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

/** Lines in which the go.mod files differ; both sides hold the same main modules, in one order. */
export function linesBetween(before: readonly MainModule[], after: readonly MainModule[]): GoModChange[] {
  return before.flatMap((main, n) => {
    const other = after[n];
    return other === undefined ? [] : linesOf(main, other);
  });
}

function linesOf(main: MainModule, after: MainModule): GoModChange[] {
  const file = main.dir === '.' ? 'go.mod' : `${main.dir}/go.mod`;
  const change = (
    verb: GoModChange['verb'],
    path: string,
    is: string | undefined,
    becomes: string | undefined,
  ): GoModChange[] =>
    is === becomes
      ? []
      : [
          {
            main: main.path,
            file,
            verb,
            path,
            ...(is === undefined ? {} : { is }),
            ...(becomes === undefined ? {} : { becomes }),
          },
        ];
  const [was, is] = [requireLines(main.require), requireLines(after.require)];
  const paths = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  const tools = [...new Set([...main.tool, ...after.tool])].sort(compareText);
  const tool = (all: readonly string[], path: string): string | undefined => (all.includes(path) ? '' : undefined);
  return [
    ...change('go', 'go', main.go, after.go),
    ...change('toolchain', 'toolchain', main.toolchain, after.toolchain),
    ...paths.flatMap((path) => change('require', path, was.get(path), is.get(path))),
    ...tools.flatMap((path) => change('tool', path, tool(main.tool, path), tool(after.tool, path))),
  ];
}

function requireLines(require: readonly Requirement[]): Map<string, string> {
  return new Map(
    require.map(({ path, version, indirect }) => [path, `${version}${indirect === true ? ' // indirect' : ''}`]),
  );
}
