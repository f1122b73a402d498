/** Which go version a module or workspace needs, and whose go line says so: `why go`, `why toolchain`. */
import { row } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { nodeName, NodeKind } from '../model/module-graph.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import { namesOf, type Asker } from './askers.ts';
import { fileOf } from './declared.ts';

/** A go or toolchain line of the files of the main modules. */
export interface OwnLine {
  /** `go.mod`, `server/go.mod`, `go.work`. */
  readonly file: string;
  readonly version: string;
  /** A toolchain line of a member: with a go.work only its own chooses (cmd/go/internal/toolchain, modGoToolchain). */
  readonly ignored?: true;
}

export interface WhyGo {
  readonly target: string;
  readonly path: 'go' | 'toolchain';
  /** The version asked about, where one was named. */
  readonly version?: string;
  /** The highest that a line asks for; absent where none is known. */
  readonly selected?: string;
  readonly declared: readonly OwnLine[];
  /** Go lines of dependencies (go 1.21 and newer: older ones are no requirement), newest version first; for toolchain `go@X` itself. */
  readonly requiredBy: readonly Asker[];
  /** Who requires the selected version. */
  readonly heldBy: readonly string[];
  /** Files whose go line is too low: go refuses to build (`updates to go.mod needed`). In a workspace it does not mind. */
  readonly tooLow: readonly string[];
}

/**
 * The answer for `go` or `toolchain`. What a main module asks for is what its file says: `go mod graph` prints lines that
 * go has raised for itself (modload/buildlist.go, updateRoots). undefined where no go line is known, or where `version` is
 * none that anything requires.
 */
export function whyGo(model: Model, target: string, path: 'go' | 'toolchain', version: string): WhyGo | undefined {
  const declared = ownLines(model, path);
  // Of recorded output without a go.mod what go printed is all there is.
  const requiredBy = dependencyLines(model, path, declared.length === 0);
  const known = [...declared.filter((line) => line.ignored !== true), ...requiredBy].map((one) => one.version);
  const [selected] = known.sort((a, b) => compareModuleVersions(path, b, a));
  if (path === 'go' && selected === undefined && declared.length === 0) return undefined;
  const isKnown = [...declared, ...requiredBy].some((one) => one.version === version);
  if (version !== '' && !isKnown) return undefined;
  return {
    target,
    path,
    ...(version === '' ? {} : { version }),
    ...(selected === undefined ? {} : { selected }),
    declared,
    requiredBy,
    heldBy: [
      ...declared.filter((line) => line.version === selected && line.ignored !== true).map(({ file }) => file),
      ...namesOf(requiredBy.filter((asker) => asker.version === selected)),
    ],
    tooLow:
      path === 'toolchain' || model.snapshot.work !== undefined || selected === undefined
        ? []
        : declared.filter((line) => compareModuleVersions(path, line.version, selected) < 0).map(({ file }) => file),
  };
}

function ownLines({ snapshot: { work, mains } }: Model, path: 'go' | 'toolchain'): OwnLine[] {
  const files = [
    ...(work === undefined ? [] : [{ file: 'go.work', said: work[path], ignored: false }]),
    ...mains.map((main) => ({
      file: fileOf(main),
      said: main[path],
      ignored: work !== undefined && path === 'toolchain',
    })),
  ];
  return files.flatMap(({ file, said, ignored }) =>
    said === undefined ? [] : [{ file, version: said, ...(ignored ? { ignored: true as const } : {}) }],
  );
}

function dependencyLines({ graph }: Model, path: string, mainsToo: boolean): Asker[] {
  const number = graph.paths.indexOf(path);
  if (number === -1) return [];
  const found: Asker[] = [];
  for (let node = (graph.firstOfPath[number + 1] ?? 0) - 1; node >= (graph.firstOfPath[number] ?? 0); node--) {
    const by = Array.from(row(graph.in, node))
      .filter((one) => mainsToo || graph.kind[one] !== NodeKind.main)
      .map((one) => nodeName(graph, one));
    if (by.length > 0) found.push({ version: graph.versions[node] ?? '', by: [...new Set(by)].sort() });
  }
  return found;
}
