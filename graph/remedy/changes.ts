/** What becomes of a build list, from the snapshots before and after. */
import { compareText, joinName } from '../model/name.ts';
import type { Snapshot } from '../snapshot/types.ts';
import { compareGoVersions, compareModuleVersions } from '../version/go-version.ts';
import type { Changes, Moved } from './types.ts';

type Listed = Omit<Changes, 'files' | 'atLeast'>;

/** Versions by path; go and toolchain lines count as the paths `go` and `toolchain` of what the main modules say. */
export function changesBetween(before: Snapshot, after: Snapshot): Listed {
  const lists = buildListChanges(versionsOf(before), versionsOf(after));
  const lines = [goLines(before, after), goLines(before, after, 'toolchain')].flat();
  return {
    ...lists,
    raised: [...lists.raised, ...lines.filter(({ from, to }) => compareGo(from, to) < 0)],
    lowered: [...lists.lowered, ...lines.filter(({ from, to }) => compareGo(from, to) > 0)],
  };
}

/** The same of two build lists, path → version. */
export function buildListChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Listed {
  const added: string[] = [];
  const removed: string[] = [];
  const raised: Moved[] = [];
  const lowered: Moved[] = [];
  for (const [path, to] of after) {
    const from = before.get(path);
    if (from === undefined) added.push(joinName(path, to));
    else if (from !== to) (compareModuleVersions(path, from, to) < 0 ? raised : lowered).push({ path, from, to });
  }
  for (const [path, from] of before) if (!after.has(path)) removed.push(joinName(path, from));
  const byPath = (a: Moved, b: Moved): number => compareText(a.path, b.path);
  return {
    added: added.sort(compareText),
    removed: removed.sort(compareText),
    raised: raised.sort(byPath),
    lowered: lowered.sort(byPath),
  };
}

function versionsOf({ modules }: Snapshot): Map<string, string> {
  const lines = new Set(['go', 'toolchain']);
  return new Map(
    modules.flatMap(({ path, version, selected }) =>
      selected !== true || version === undefined || lines.has(path) ? [] : [[path, version] as const],
    ),
  );
}

function goLines(before: Snapshot, after: Snapshot, line: 'go' | 'toolchain' = 'go'): Moved[] {
  const files = (of: Snapshot): (readonly [string, string | undefined])[] => [
    ...(of.work === undefined ? [] : [['', of.work[line]] as const]),
    ...of.mains.map((main) => [main.path, main[line]] as const),
  ];
  const old = new Map(files(before));
  return files(after).flatMap(([file, to = '']) => {
    const from = old.get(file) ?? '';
    // A module that comes in brings its own line, which nobody raised.
    return !old.has(file) || from === to ? [] : [{ path: line, from, to }];
  });
}

function compareGo(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? -1 : 1;
  return compareGoVersions(a.replace(/^go/, ''), b.replace(/^go/, ''));
}
