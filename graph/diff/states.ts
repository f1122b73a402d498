/** A build list as a diff looks at it: what each path is. */
import { findReplacement } from '../load/replacement.ts';
import type { LoadInput } from '../load/types.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import type { ModuleRef } from '../snapshot/types.ts';

/** What a path of the build list is. */
export interface PathState {
  /** '' for a main module. */
  readonly version: string;
  readonly replace?: ModuleRef;
  /** A main module requires it without `// indirect`; never said of a main module itself. */
  readonly direct: boolean;
}

/** Path → what it is. */
export type States = ReadonlyMap<string, PathState>;

/** The build list of a model. */
export function statesOfModel({ graph, snapshot, direct }: Model): States {
  const states = new Map<string, PathState>();
  graph.selected.forEach((node, p) => {
    const path = graph.paths[p];
    if (node === -1 || path === undefined) return;
    const replace = snapshot.modules[node]?.replace;
    const version = graph.versions[node] ?? '';
    states.set(path, {
      version,
      ...(replace === undefined ? {} : { replace }),
      direct: version !== '' && direct[node] === 1,
    });
  });
  return states;
}

/** The same of what the loader selected (path → version) for these declarations. */
export function statesOfLoad(
  declared: Pick<LoadInput, 'mains' | 'work'>,
  buildList: ReadonlyMap<string, string>,
): States {
  const direct = new Set(
    declared.mains.flatMap((main) => main.require.filter((one) => one.indirect !== true).map((one) => one.path)),
  );
  const states = new Map<string, PathState>();
  for (const [path, version] of buildList) {
    const replace = version === '' ? undefined : replacementOf(declared, path, version);
    states.set(path, {
      version,
      ...(replace === undefined ? {} : { replace }),
      direct: version !== '' && direct.has(path),
    });
  }
  return states;
}

function replacementOf(
  declared: Pick<LoadInput, 'mains' | 'work'>,
  path: string,
  version: string,
): ModuleRef | undefined {
  const module = { path, version };
  const { actual } = findReplacement(declared, module);
  return actual === module ? undefined : actual;
}

/** True when a path is the same on both sides; undefined: not in the build list. */
export function sameState(a: PathState | undefined, b: PathState | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.version === b.version && a.direct === b.direct && refText(a.replace) === refText(b.replace);
}

/** `path@version`, a folder, or undefined: a replacement as text. */
export function refText(ref: ModuleRef | undefined): string | undefined {
  return ref === undefined ? undefined : joinName(ref.path, ref.version);
}
