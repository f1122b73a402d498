/** What would have to change for a path to be selected lower, a step down at a time: the look's ladder of you, other, also. */
import { askers, lowerSteps } from '../../../graph/explain/askers.ts';
import type { Unproved } from '../../../graph/explain/lower.ts';
import type { Model } from '../../../graph/model/model.ts';
import { joinName, splitName } from '../../../graph/model/name.ts';

/** A line of a go.mod of yours that names the path itself. */
export interface OwnLine {
  /** `go.mod`, in a workspace `api/go.mod`. */
  readonly file: string;
  /** As it stands there. */
  readonly version: string;
  readonly indirect: boolean;
}

export interface StepDown {
  /** The lower version, as it is requested. */
  readonly version: string;
  /** How many steps below the selected one, from 1. */
  readonly steps: number;
  /** Your own lines that request more; of later steps, those that no step before named. */
  readonly you: readonly OwnLine[];
  /** Modules that request more, as nodes; of later steps, those that no step before named. */
  readonly others: readonly number[];
  /** Lines of go.mod that lead to what requests more, all of them: `path@version`, sorted as in go.mod. */
  readonly lines: readonly string[];
  readonly unproved?: Unproved;
}

/** At most three steps, the nearest first; [] where nothing lower is requested, or a main module is what is built. `path` is its number. */
export function stepsDown(model: Model, path: number): StepDown[] {
  const { graph, snapshot } = model;
  const selected = graph.versions[graph.selected[path] ?? -1] ?? '';
  const name = graph.paths[path] ?? '';
  const byName = new Map(snapshot.modules.map((each, node) => [joinName(each.path, each.version), node]));
  const seen = new Set<string>();
  return lowerSteps(model, path, askers(model, path), selected).map((step, place) => {
    const fresh = step.change.filter((each) => !seen.has(each));
    for (const each of fresh) seen.add(each);
    const mains = snapshot.mains.filter((main) => fresh.includes(main.path));
    return {
      version: step.version,
      steps: place + 1,
      you: mains.flatMap((main) => {
        const line = main.require.find((each) => each.path === name);
        return line === undefined
          ? []
          : [
              {
                file: main.dir === '.' ? 'go.mod' : `${main.dir}/go.mod`,
                version: line.version,
                indirect: line.indirect === true,
              },
            ];
      }),
      others: fresh.filter((each) => splitName(each).version !== '').map((each) => byName.get(each) ?? -1),
      lines: step.lines.map((line) => joinName(line.path, line.version)),
      ...(step.unproved === undefined ? {} : { unproved: step.unproved }),
    };
  });
}
