/** NUL characters in the names of a snapshot: a stranger's doing, for go, git and file systems know no such names. */
import type { MainModule, ModuleRef, Replace, Snapshot } from './types.ts';

/** Where in the snapshot the first name with a NUL stands (`mains.0.require.3`); undefined where there is none. */
export function nulInNames({ mains, modules, work }: Snapshot): string | undefined {
  return (
    firstOf('modules', modules, (module) => hasNul(module) || hasNul(module.replace) || anyNul(module.requires)) ??
    mains.map((main, n) => nulInMain(`mains.${String(n)}`, main)).find((place) => place !== undefined) ??
    (anyNul(work?.use) ? 'work.use' : firstOf('work.replace', work?.replace ?? [], inReplace))
  );
}

function nulInMain(place: string, main: MainModule): string | undefined {
  if (anyNul([main.path, main.dir])) return place;
  return (
    firstOf(`${place}.require`, main.require, hasNul) ??
    firstOf(`${place}.replace`, main.replace, inReplace) ??
    firstOf(`${place}.exclude`, main.exclude, hasNul)
  );
}

function inReplace(line: Replace): boolean {
  return hasNul(line.old) || hasNul(line.new);
}

function hasNul(ref: ModuleRef | undefined): boolean {
  return anyNul([ref?.path ?? '', ref?.version ?? '']);
}

function anyNul(texts: readonly string[] = []): boolean {
  return texts.some((text) => text.includes('\0'));
}

function firstOf<Item>(place: string, items: readonly Item[], isIt: (item: Item) => boolean): string | undefined {
  const n = items.findIndex(isIt);
  return n === -1 ? undefined : `${place}.${String(n)}`;
}
