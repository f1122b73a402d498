/** The estimate by requirements: which modules no other direct requirement and no tool leads to. */
import { joinName } from '../model/name.ts';
import type { Model } from '../model/model.ts';
import { leavingWithout } from '../view/alone.ts';
import type { MainModule } from '../snapshot/types.ts';
import { keptOf, linesBetween, type Outcome, type Still } from './outcome.ts';
import type { Target } from './target.ts';

/**
 * What leaves the build list, and with it go.mod, when these main modules (by path) import nothing more of what `target` names, as
 * far as requirements tell. A module of which packages are imported `still` stays, and with it all that it requires. Exact
 * versions are not computed: `changed` is empty. The rule is that of *alone brings* (graph/view/alone.ts). O(requirements).
 */
export function byRequirements(model: Model, target: Target, still: Still, mains: ReadonlySet<string>): Outcome {
  const { graph, snapshot } = model;
  const stopped = target.modules.filter((path) => !still.has(path));
  const leaving = leavingWithout(model, new Set(stopped), mains);
  const removed = leaving.map((node) => ({
    path: graph.paths[graph.pathOf[node] ?? -1] ?? '',
    version: graph.versions[node] ?? '',
  }));
  const gone = new Set(removed.map(({ path }) => path));
  const names = new Set(removed.map(({ path, version }) => joinName(path, version)));
  const after = snapshot.mains.map((main) =>
    mains.has(main.path) ? without(main, target, gone, stopped) : pruned(main, gone),
  );
  return {
    removed,
    added: [],
    changed: [],
    lines: linesBetween(snapshot.mains, after),
    kept: keptOf(target.modules, still, snapshot, names),
  };
}

function pruned(main: MainModule, gone: ReadonlySet<string>): MainModule {
  return { ...main, require: main.require.filter(({ path }) => !gone.has(path)) };
}

/** The lines that are left; what only others need any more is `// indirect`. */
function without(
  main: MainModule,
  { holds }: Pick<Target, 'holds'>,
  gone: ReadonlySet<string>,
  stopped: readonly string[],
): MainModule {
  const { require, tool, ...rest } = pruned(main, gone);
  return {
    ...rest,
    require: require.map((line) => (stopped.includes(line.path) ? { ...line, indirect: true } : line)),
    tool: tool.filter((path) => !holds(path)),
  };
}
