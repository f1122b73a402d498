/** Finds what a user names, or says what is near. */
import { Fault } from '../fault.ts';
import type { Model } from '../model/model.ts';
import { splitName } from '../model/name.ts';
import { nearest } from '../nearest.ts';

export interface Target {
  readonly path: string;
  /** '' where none was named. */
  readonly version: string;
  /** Number of the path. */
  readonly pathNumber: number;
  /** The version named; without one the selected version, else the newest. */
  readonly node: number;
}

/**
 * The node of a module path or `path@version`. Throws a Fault 'not-found' with the nearest paths, or with the versions
 * that are there.
 */
export function findTarget({ graph }: Model, target: string): Target {
  const { path, version } = splitName(target);
  const pathNumber = graph.paths.indexOf(path);
  if (pathNumber === -1) {
    const near = nearest(path, graph.paths, 3);
    throw new Fault('not-found', `${shortened(path)} is not in the module graph.`, {
      hint: near.length === 0 ? '`modscope list` prints what is.' : `Did you mean ${near.join(', ')}?`,
    });
  }
  const first = graph.firstOfPath[pathNumber] ?? 0;
  const end = graph.firstOfPath[pathNumber + 1] ?? 0;
  if (version === '') {
    const selected = graph.selected[pathNumber] ?? -1;
    return { path, version, pathNumber, node: selected === -1 ? end - 1 : selected };
  }
  const place = graph.versions.slice(first, end).indexOf(version);
  if (place === -1) {
    const known = graph.versions.slice(first, end).filter((one) => one !== '');
    throw new Fault('not-found', `${path} is in the graph, but not at ${shortened(version)}.`, {
      hint:
        known.length === 0
          ? 'It is a main module, which has no version.'
          : `It is there at ${known.reverse().slice(0, 12).join(', ')}.`,
    });
  }
  return { path, version, pathNumber, node: first + place };
}

/** No path or version of a module is as long as this; what was typed is repeated up to it. */
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
