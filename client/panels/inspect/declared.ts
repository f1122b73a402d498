/** Where a path stands in the go.mod files of the main modules. */
import { printable } from '../../../drawing/face/printable.ts';
import type { Model } from '../../../graph/model/model.ts';

export interface Declared {
  /** go.mod files that require the path without, and with, `// indirect`. */
  readonly direct: readonly string[];
  readonly indirect: readonly string[];
}

/** `go.mod`, or `server/go.mod` in a workspace, of each main module that requires the path. */
export function declaredIn(model: Model, path: string): Declared {
  const direct: string[] = [];
  const indirect: string[] = [];
  for (const main of model.snapshot.mains) {
    const line = main.require.find((each) => each.path === path);
    if (line === undefined) continue;
    const file = main.dir === '.' ? 'go.mod' : printable(`${main.dir}/go.mod`);
    (line.indirect === true ? indirect : direct).push(file);
  }
  return { direct, indirect };
}
