/** Modules as `list` and `query` print them. */
import { shownVersion } from '../graph/version/shown.ts';
import { selectedFacts } from '../graph/findings/facts.ts';
import { findConflicts, findCycles } from '../graph/findings/index.ts';
import { vulnerableNodes } from '../graph/findings/vulnerable.ts';
import type { Conflict } from '../graph/findings/types.ts';
import type { Model } from '../graph/model/model.ts';
import { NodeKind } from '../graph/model/module-graph.ts';
import { joinName } from '../graph/model/name.ts';
import { importStates, type ImportState } from '../graph/packages/states.ts';
import type { ModuleRef } from '../graph/snapshot/types.ts';
import type { Row } from './columns.ts';
import type { Printable } from './text/plain.ts';
import { table } from './text/table.ts';

/** One module version for programs; a field that says nothing is left out. */
export interface ModuleRow {
  readonly path: string;
  readonly version?: string;
  readonly main?: true;
  /** Folder of a main module relative to the go.work. */
  readonly dir?: string;
  /** A main module requires it without `// indirect`. */
  readonly direct?: true;
  readonly indirect?: true;
  readonly replace?: ModuleRef;
  /** The go line of its go.mod. */
  readonly go?: string;
  /** Grade of its conflict, above what is everyday: graph/findings. */
  readonly grade?: Exclude<Conflict['grade'], 'superseded'>;
  /** It is in a cycle. */
  readonly cycle?: true;
  /** What packages say of it, where they were listed. */
  readonly imported?: ImportState;
  /** From here on: what the network and govulncheck told of it, where they were asked. */
  readonly update?: string;
  readonly retracted?: readonly string[];
  readonly deprecated?: string;
  /** Ids, as GO-2024-2687. */
  readonly vulnerable?: readonly string[];
  /** Not the version that the build list has of this path. */
  readonly superseded?: true;
}

/** The rows of some nodes: main modules first, in the order of the snapshot, then by path and version. */
export function moduleRows(model: Model, nodes: readonly number[]): ModuleRow[] {
  const wanted = new Set(nodes);
  const mains = model.mains.filter((node) => wanted.has(node));
  const first = new Set(mains);
  const told = toldOf(model);
  const states = importStates(model);
  const grades = new Map(findConflicts(model).map(({ path, grade }) => [path, grade]));
  const inCycle = new Set(findCycles(model).flatMap(({ members }) => members));
  return [...mains, ...nodes.filter((node) => !first.has(node))].map((node) => ({
    ...withMarks(moduleRow(model, node), grades, inCycle),
    ...importedOf(states?.get(node)),
    ...told.get(node),
  }));
}

function withMarks(
  row: ModuleRow,
  grades: ReadonlyMap<string, Conflict['grade']>,
  inCycle: ReadonlySet<string>,
): ModuleRow {
  const grade = row.superseded === true ? undefined : grades.get(row.path);
  return {
    ...row,
    ...(grade === undefined || grade === 'superseded' ? {} : { grade }),
    ...(inCycle.has(joinName(row.path, row.version)) ? { cycle: true } : {}),
  };
}

function importedOf(imported: ImportState | undefined): Pick<ModuleRow, 'imported'> {
  return imported === undefined ? {} : { imported };
}

type Told = Pick<ModuleRow, 'update' | 'retracted' | 'deprecated' | 'vulnerable'>;

function toldOf(model: Model): Map<number, Told> {
  const told = new Map<number, Told>();
  for (const { node, fact } of selectedFacts(model)) {
    const { update, retracted, deprecated } = fact;
    told.set(node, {
      ...(update === undefined ? {} : { update }),
      ...(retracted === undefined ? {} : { retracted }),
      ...(deprecated === undefined ? {} : { deprecated }),
    });
  }
  for (const { node, one } of vulnerableNodes(model)) {
    const known = told.get(node);
    told.set(node, { ...known, vulnerable: [...(known?.vulnerable ?? []), one.id] });
  }
  return told;
}

function moduleRow({ graph, snapshot, mains, direct }: Model, node: number): ModuleRow {
  const module = snapshot.modules[node] ?? { path: '' };
  const { path, version, replace, go } = module;
  if (graph.kind[node] === NodeKind.main) {
    const declared = snapshot.mains[mains.indexOf(node)];
    return {
      path,
      main: true,
      ...(declared === undefined ? {} : { dir: declared.dir }),
      ...(go === undefined ? {} : { go }),
    };
  }
  const selected = graph.selected[graph.pathOf[node] ?? -1] === node;
  return {
    path,
    ...(version === undefined ? {} : { version }),
    ...(direct[node] === 1 ? { direct: true } : {}),
    ...(selected && direct[node] !== 1 ? { indirect: true } : {}),
    ...(replace === undefined ? {} : { replace }),
    ...(go === undefined ? {} : { go }),
    ...(selected ? {} : { superseded: true }),
  };
}

/** Being imported is as it should be: only what is not is said. */
const importWords: Readonly<Record<Exclude<ImportState, 'imported'>, string>> = {
  test: 'tests only',
  elsewhere: 'imported elsewhere',
  unused: 'not imported',
};

/** The same as rows for programs. */
export function plainModules(rows: readonly ModuleRow[]): Row<'modules'>[] {
  return rows.map((row) => ({
    path: row.path,
    version: row.version ?? '',
    state: stateOf(row),
    replacement: row.replace === undefined ? '' : joinName(row.replace.path, row.replace.version),
    update: row.update ?? '',
    marks: [
      ...(row.cycle === true ? ['cycle'] : []),
      ...(row.grade === undefined ? [] : [row.grade]),
      ...(row.imported === undefined ? [] : [row.imported]),
      ...(row.vulnerable ?? []),
      ...(row.retracted === undefined ? [] : ['retracted']),
      ...(row.deprecated === undefined ? [] : ['deprecated']),
    ].join(','),
    dir: row.dir ?? '',
    go: row.go ?? '',
  }));
}

function stateOf({ main, direct, superseded }: ModuleRow): string {
  if (main === true) return 'main';
  if (superseded === true) return 'superseded';
  return direct === true ? 'direct' : 'indirect';
}

/** Three columns: path, version, and what is to be said of it. */
export function moduleTable(rows: readonly ModuleRow[]): Printable {
  return table(
    rows.map((row) => {
      const flags = [
        ...(row.main === true ? [row.dir === undefined || row.dir === '.' ? 'main' : `main in ${row.dir}`] : []),
        ...(row.direct === true ? ['direct'] : []),
        ...(row.superseded === true ? ['superseded'] : []),
        ...(row.imported === undefined || row.imported === 'imported' ? [] : [importWords[row.imported]]),
        ...(row.replace === undefined
          ? []
          : [`replaced by ${[row.replace.path, row.replace.version ?? ''].join(' ').trim()}`]),
        ...(row.grade === undefined ? [] : [row.grade]),
        ...(row.vulnerable ?? []),
        ...(row.retracted === undefined ? [] : ['retracted']),
        ...(row.deprecated === undefined ? [] : ['deprecated']),
        ...(row.update === undefined ? [] : [`update ${row.update}`]),
        ...(row.cycle === true ? ['cycle'] : []),
      ];
      return [row.path, shownVersion(row), flags.join(', ')];
    }),
  );
}
