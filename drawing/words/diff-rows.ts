/** What a diff says, as rows of words: the same for people at a terminal and for a pull request. */
import type { Cause, Changed, Diff, PackageEntry } from '../../graph/diff/types.ts';
import { joinName } from '../../graph/model/name.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import { counted } from './counted.ts';

/** A change of the build list. */
export interface ChangeRow {
  /** added, removed, raised, lowered, replaced, direct, indirect */
  readonly word: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Lines that it follows from, `go.mod:12`; each may name others that it needs. */
  readonly because: readonly string[];
}

/** Removed, added and changed paths, each group by path. */
export function changeRows({ added, removed, changed, causes }: Diff): ChangeRow[] {
  const because = reasons(causes);
  const row = (word: string, path: string, before: string, after: string): ChangeRow => {
    return { word, path, before, after, because: because.get(path) ?? [] };
  };
  return [
    ...changed.map((one) => row(wordOf(one), one.path, sideText(one, 'from'), sideText(one, 'to'))),
    ...added.map(({ path, version }) => row('added', path, '', versionText(version ?? ''))),
    ...removed.map(({ path, version }) => row('removed', path, versionText(version ?? ''), '')),
  ];
}

function wordOf({ direction, replaceFrom, replaceTo, directTo }: Changed): string {
  if (direction !== 'same') return direction;
  if (replaceFrom !== undefined || replaceTo !== undefined) return 'replaced';
  return directTo === true ? 'direct' : 'indirect';
}

function versionText(version: string): string {
  return version === '' ? 'main module' : version;
}

function sideText(change: Changed, side: 'from' | 'to'): string {
  const [by, direct] = side === 'from' ? [change.replaceFrom, change.directFrom] : [change.replaceTo, change.directTo];
  const replaced = change.replaceFrom !== undefined || change.replaceTo !== undefined;
  return [
    versionText(change[side]),
    ...(replaced ? [by === undefined ? 'not replaced' : `=> ${refText(by)}`] : []),
    ...(direct === undefined ? [] : [direct ? 'direct' : 'indirect']),
  ].join(', ');
}

function refText({ path, version }: ModuleRef): string {
  return joinName(path, version);
}

function reasons(causes: readonly Cause[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (path: string, reason: string): void => {
    const known = found.get(path);
    if (known === undefined) found.set(path, [reason]);
    else known.push(reason);
  };
  for (const [n, cause] of causes.entries()) {
    const shared = new Set((cause.together ?? []).flatMap(({ follows }) => follows));
    for (const path of cause.follows) if (!shared.has(path)) add(path, placeText(cause));
    for (const one of cause.together ?? []) {
      // Each set is told once, by its first line.
      if (one.with.some((other) => other < n)) continue;
      const all = [cause, ...one.with.flatMap((other) => causes[other] ?? [])].map(placeText).join(' with ');
      for (const path of one.follows) add(path, all);
    }
  }
  return found;
}

/** `go.mod:12`, of a dropped line `go.mod:12 before`; without a line what it is about; `your code` for imports. */
export function placeText({ kind, file, line, path, to }: Cause): string {
  if (kind === 'unimport') return 'your code';
  if (line === undefined) return `${file} ${path}`;
  return to === undefined ? `${file}:${String(line)} before` : `${file}:${String(line)}`;
}

/** What the line says: a verb of go.mod, the path, before and after. */
export function lineCells(cause: Cause): readonly [verb: string, path: string, before: string, after: string] {
  const { kind, path, from = '', to = '', indirect } = cause;
  const verb = kind === 'drop' ? 'require' : kind === 'go' ? path : kind;
  const flipped = kind === 'require' && from === to;
  const note = (mark: boolean | undefined): string => (mark === true ? ' // indirect' : '');
  const own = kind === 'go' ? '' : path;
  if (flipped) return [verb, own, `${from}${note(indirect !== true)}`, `${to}${note(indirect)}`];
  return [verb, own, from, to];
}

/** A package, its module, and whether only tests import it. */
export function packageCells({
  path,
  module,
  test,
}: PackageEntry): readonly [path: string, module: string, by: string] {
  return [path, module, test === true ? 'by tests' : ''];
}

/** `3 lines changed in go.mod, 41 modules follow.` */
export function summaryText(diff: Diff, unknown: string | undefined): string {
  const { causes, added, removed, changed } = diff;
  const files = new Map<string, number>();
  for (const { file } of causes) files.set(file, (files.get(file) ?? 0) + 1);
  const total = added.length + removed.length + changed.length;
  if (files.size === 0 && total === 0) return 'The build list has not changed.';
  if (files.size === 0) return `${counted(total, 'module')} of the build list ${total === 1 ? 'has' : 'have'} changed.`;
  const [first, ...others] = files;
  const [file = '', lines = 0] = first ?? [];
  const more = others.length === 0 ? '' : others.length === 1 ? otherText(others) : manyText(others);
  const head = `${counted(lines, 'line')} changed in ${file}${more}`;
  const followers = new Set(causes.flatMap(({ follows }) => follows)).size;
  if (unknown !== undefined && followers === 0)
    return `${head}, ${counted(total, 'module')} of the build list changed.`;
  const rest = total - followers;
  const without = rest === 0 ? '' : `; ${counted(rest, 'more', 'more')} changed`;
  return `${head}, ${counted(followers, 'module')} ${followers === 1 ? 'follows' : 'follow'}${without}.`;
}

function otherText([other]: readonly (readonly [string, number])[]): string {
  return other === undefined ? '' : ` and ${String(other[1])} in ${other[0]}`;
}

function manyText(others: readonly (readonly [string, number])[]): string {
  const sum = others.reduce((all, [, lines]) => all + lines, 0);
  return ` and ${String(sum)} in ${String(others.length)} other files`;
}

/** `3 added, 2 removed, 30 raised`: how many of each word. */
export function wordCounts(rows: readonly ChangeRow[]): string {
  const counts = new Map<string, number>();
  for (const { word } of rows) counts.set(word, (counts.get(word) ?? 0) + 1);
  return ['added', 'removed', 'raised', 'lowered', 'replaced', 'direct', 'indirect']
    .flatMap((word) => (counts.has(word) ? [`${String(counts.get(word))} ${wordInSentence(word)}`] : []))
    .join(', ');
}

function wordInSentence(word: string): string {
  return word === 'direct' ? 'now direct' : word === 'indirect' ? 'no longer direct' : word;
}
