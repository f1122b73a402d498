/** Worlds of go.mod files by name, and what the loader gives of them, as text. */
import path from 'node:path/posix';
import type { LoadInput, LoadResult } from '../../../graph/load/types.ts';
import { joinName } from '../../../graph/model/name.ts';
import type { EdgeList } from '../../../graph/snapshot/records.ts';
import { readDependencyGoMod } from '../../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { readGoWork } from '../../../parsers/go-work-text.ts';

/** `go.mod`, `go.work`, `FOLDER/go.mod`, or `PATH@VERSION` of a module on a proxy → text. */
export type World = ReadonlyMap<string, string>;

/** The module or workspace at the root; `reads` hears of each go.mod that is asked for. */
export function inputOf(world: World, reads: (file: string) => void = () => undefined): LoadInput {
  const goMod: LoadInput['goMod'] = (actual, of) => {
    const folder = path.join(of?.dir ?? '.', actual.path, 'go.mod');
    const file = actual.version === undefined ? folder : joinName(actual.path, actual.version);
    const text = world.get(file);
    if (text === undefined) return undefined;
    reads(file);
    return readDependencyGoMod(text);
  };
  const work = world.get('go.work');
  if (work === undefined) return { mains: [readGoMod(world.get('go.mod') ?? '').main], goMod };
  const workspace = readGoWork(work);
  const mains = workspace.use.map((dir) => readGoMod(world.get(path.join(dir, 'go.mod')) ?? '', 'go.mod', dir).main);
  return { mains, work: workspace, goMod };
}

/** As `go mod graph` prints it, line by line. */
export function linesOf({ names, from, to }: EdgeList): string[] {
  return Array.from(from, (start, i) => `${names[start] ?? ''} ${names[to[i] ?? -1] ?? ''}`);
}

/** As `go list -m all` names it, main modules first. */
export function listOf(buildList: LoadResult['buildList']): string[] {
  return [...buildList].map(([name, version]) => joinName(name, version));
}
