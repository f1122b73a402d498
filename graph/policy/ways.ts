/** The way by which a module comes into the graph, and the lines of go.mod that bring it. */
import { holdingLines } from '../explain/lower.ts';
import type { Model } from '../model/model.ts';
import { nodeName, NodeKind } from '../model/module-graph.ts';
import { joinName } from '../model/name.ts';
import type { Replace } from '../snapshot/types.ts';
import { pathTo } from '../view/step-graph.ts';
import type { CauseLine } from './types.ts';

/** Asked of many nodes of one model: what several need is computed once. */
export class Ways {
  readonly #model: Model;
  readonly #causes = new Map<number, readonly CauseLine[]>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** A shortest way from a main module: over selected versions where one leads there, else over all; [] where none does. */
  wayTo(node: number): string[] {
    const { graph } = this.#model;
    if (graph.kind[node] === NodeKind.main) return [nodeName(graph, node)];
    for (const scope of ['selected', 'all'] as const) {
      const path = pathTo(this.#model, scope, node);
      if (path.length > 0) return path.map((one) => nodeName(graph, one));
    }
    return [];
  }

  /** Require lines that lead to any version of its path, its own first; [] for a main module. */
  linesTo(node: number): readonly CauseLine[] {
    const { graph, snapshot } = this.#model;
    const path = graph.pathOf[node] ?? -1;
    if (path === -1 || graph.kind[node] !== NodeKind.module) return [];
    const known = this.#causes.get(path);
    if (known !== undefined) return known;
    const dirs = new Map(snapshot.mains.map((main) => [main.path, main.dir]));
    const lines = holdingLines(this.#model, path, undefined).lines.map((line): CauseLine => ({
      main: line.main,
      file: goModIn(dirs.get(line.main) ?? '.'),
      kind: 'require',
      path: line.path,
      to: line.version,
    }));
    const own = graph.paths[path];
    const causes = [...lines.filter((line) => line.path === own), ...lines.filter((line) => line.path !== own)];
    this.#causes.set(path, causes);
    return causes;
  }

  /** Replace lines for a path, of go.work too. */
  replacesOf(path: string): CauseLine[] {
    const { mains, work } = this.#model.snapshot;
    const lines = (replaces: readonly Replace[], where: Pick<CauseLine, 'main' | 'file'>): CauseLine[] =>
      replaces
        .filter(({ old }) => old.path === path)
        .map((one) => ({ ...where, kind: 'replace', path, to: joinName(one.new.path, one.new.version) }));
    return [
      ...lines(work?.replace ?? [], { file: 'go.work' }),
      ...mains.flatMap((main) => lines(main.replace, { main: main.path, file: goModIn(main.dir) })),
    ];
  }
}

/** The go.mod of a folder, relative to the root of the project. */
function goModIn(dir: string): string {
  return dir === '.' ? 'go.mod' : `${dir}/go.mod`;
}
