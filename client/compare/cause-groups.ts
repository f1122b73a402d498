/** What changed, put under the lines of go.mod that it follows from: the causes as the panel lists them. */
import type { Cause, Diff } from '../../graph/diff/types.ts';
import type { Glyph } from '../../drawing/scene/types.ts';
import { pathLabel, versionLabel } from '../../drawing/face/label.ts';
import { printable } from '../../drawing/face/printable.ts';
import { changeRows, lineCells, placeText, type ChangeRow } from '../../drawing/words/diff-rows.ts';
import { causeText } from '../words/compare.ts';
import { compareVersions } from '../../graph/version/semver.ts';

export interface CauseGroup {
  readonly key: string;
  /** `go.mod:12 raises golang.org/x/net v0.23.0 → v0.26.0`, in its parts. */
  readonly place: string;
  readonly verb: string;
  readonly subject: string;
  readonly versions: string;
  /** The change of the path that the line is about first, then what follows. */
  readonly rows: readonly ChangeRow[];
  /** How many follow beside that path. */
  readonly following: number;
}

/**
 * One group a line; then one for each set of lines that only together bring something, and last what no line was found
 * to bring. Every change is in at least one group.
 */
export function causeGroups(diff: Diff): CauseGroup[] {
  const { causes } = diff;
  const rows = new Map(changeRows(diff).map((row) => [row.path, row]));
  const told = new Set<string>();
  const rowsOf = (paths: readonly string[], first?: string): ChangeRow[] =>
    [...new Set([...(first === undefined || !paths.includes(first) ? [] : [first]), ...paths])].flatMap((path) => {
      told.add(path);
      return rows.get(path) ?? [];
    });
  const alone = causes.map((cause, n): CauseGroup => {
    const shared = new Set((cause.together ?? []).flatMap(({ follows }) => follows));
    const own = rowsOf(
      cause.follows.filter((path) => !shared.has(path)),
      cause.path,
    );
    const [, subject, before, after] = lineCells(cause);
    return {
      key: `line ${n}`,
      place: placeText(cause),
      verb: verbOf(cause),
      subject,
      versions: before !== '' && after !== '' ? `${before} → ${after}` : after === '' ? before : after,
      rows: own,
      following: own.filter(({ path }) => path !== cause.path).length,
    };
  });
  const together = causes.flatMap((cause, n) =>
    (cause.together ?? [])
      // Each set is told once, under its first line.
      .filter(({ with: others }) => others.every((other) => other > n))
      .map(({ with: others, follows }, m): CauseGroup => {
        const lines = [cause, ...others.flatMap((other) => causes[other] ?? [])];
        const made = rowsOf(follows);
        return {
          key: `together ${n} ${m}`,
          place: causeText.with(lines.map(placeText)),
          verb: causeText.together,
          subject: '',
          versions: '',
          rows: made,
          following: made.length,
        };
      }),
  );
  const rest = [...rows.values()].filter(({ path }) => !told.has(path));
  const without: CauseGroup = {
    key: 'rest',
    place: causes.length === 0 ? causeText.rest : causeText.untold,
    verb: '',
    subject: '',
    versions: '',
    rows: rest,
    following: rest.length,
  };
  return [...alone, ...together, ...(rest.length === 0 ? [] : [without])];
}

/** What the edit did: `raises`, `drops`, `replaces`. */
function verbOf({ kind, from, to, indirect }: Cause): string {
  const gone = to === undefined;
  switch (kind) {
    case 'unimport':
      return causeText.stops;
    case 'replace':
      return gone ? causeText.noLonger.replace : from === undefined ? causeText.replaces : causeText.replacement;
    case 'exclude':
      return gone ? causeText.noLonger.exclude : causeText.excludes;
    case 'go':
      return gone ? causeText.drops : causeText.changes;
    case 'use':
      return gone ? causeText.drops : causeText.uses;
    case 'module':
      return gone ? causeText.drops : causeText.renames;
    case 'drop':
      return causeText.drops;
    case 'get':
    case 'require':
      if (gone) return from === undefined ? causeText.gets : causeText.drops;
      if (from === undefined) return causeText.adds;
      if (from === to)
        return kind === 'get' ? causeText.gets : indirect === true ? causeText.indirect : causeText.direct;
      return compareVersions(from, to) < 0 ? causeText.raises : causeText.lowers;
  }
}

/** The mark of a row, and the tone of it. */
export function rowMark({ word }: ChangeRow): { readonly name: Glyph; readonly tone: 'added' | 'removed' | 'changed' } {
  switch (word) {
    case 'added':
      return { name: 'added', tone: 'added' };
    case 'removed':
      return { name: 'removed', tone: 'removed' };
    case 'raised':
      return { name: 'raised', tone: 'changed' };
    case 'lowered':
      return { name: 'lowered', tone: 'changed' };
    default:
      return { name: 'edited', tone: 'changed' };
  }
}

/** `v0.23.0 → v0.26.0`, one of them where the path came or went. */
export function rowVersions({ before, after }: ChangeRow): string {
  return before === '' || after === '' ? `${before}${after}` : `${before} → ${after}`;
}

/** The same, of pseudo-versions just the day. */
export function shortVersions({ before, after }: ChangeRow): string {
  const label = (text: string): string => printable(text).split(', ').map(labelOf).join(', ');
  return before === '' || after === '' ? label(before + after) : `${label(before)} → ${label(after)}`;
}

function labelOf(text: string): string {
  return /^v\d/.test(text) ? versionLabel(text) : text;
}

/** `go.mod:22 raises x/net`, `go.mod line 22 removed: x/net`; with the versions where no row says them. */
export function groupTitle({ key, place, verb, subject, versions, rows }: CauseGroup): string {
  if (key === 'rest') return place;
  const name = subject === '' ? '' : pathLabel(subject).name;
  const told = rows.some(({ path }) => path === subject) ? '' : printable(versions);
  // A line that is no more has no place now: `drops` says what `removed` says.
  const gone = /^(.+):(\d+) before$/.exec(printable(place));
  if (verb === causeText.stops) return causeText.code(subject.split(', ').map((one) => pathLabel(one).name));
  const head =
    gone === null
      ? [printable(place), verb]
      : [causeText.removed(gone[1] ?? '', gone[2] ?? ''), verb === causeText.drops ? '' : verb];
  return [...head, name, told].filter((word) => word !== '').join(' ');
}

/** `1 + 7 that follow`: the module of the line, and the others. */
export function groupCount({ rows, following }: CauseGroup): string {
  if (following === 0 || following === rows.length) return causeText.modules(rows.length);
  return causeText.following(following);
}
