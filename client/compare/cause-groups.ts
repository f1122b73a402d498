/** What changed, put under the lines of go.mod that it follows from: the causes as the panel lists them. */
import type { Cause, Diff } from '../../graph/diff/types.ts';
import type { Glyph } from '../../drawing/scene/types.ts';
import { pathLabel, versionLabel } from '../../drawing/face/label.ts';
import { printable } from '../../drawing/face/printable.ts';
import { counted } from '../../drawing/words/counted.ts';
import { changeRows, lineCells, placeText, type ChangeRow } from '../../drawing/words/diff-rows.ts';
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
          place: lines.map(placeText).join(' with '),
          verb: 'together',
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
    place: causes.length === 0 ? 'What changed' : 'Not traced to a line',
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
      return 'stops importing';
    case 'replace':
      return gone ? 'no longer replaces' : from === undefined ? 'replaces' : 'changes the replacement of';
    case 'exclude':
      return gone ? 'no longer excludes' : 'excludes';
    case 'go':
      return gone ? 'drops' : 'changes';
    case 'use':
      return gone ? 'drops' : 'uses';
    case 'module':
      return gone ? 'drops' : 'renames';
    case 'drop':
      return 'drops';
    case 'get':
    case 'require':
      if (gone) return from === undefined ? 'gets' : 'drops';
      if (from === undefined) return 'adds';
      if (from === to) return kind === 'get' ? 'gets' : indirect === true ? 'marks as indirect' : 'requires directly';
      return compareVersions(from, to) < 0 ? 'raises' : 'lowers';
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
  if (verb === 'stops importing')
    return `Your code ${verb} ${subject
      .split(', ')
      .map((one) => pathLabel(one).name)
      .join(', ')}`;
  const head =
    gone === null
      ? [printable(place), verb]
      : [`${gone[1] ?? ''} line ${gone[2] ?? ''} removed:`, verb === 'drops' ? '' : verb];
  return [...head, name, told].filter((word) => word !== '').join(' ');
}

/** `1 + 7 that follow`: the module of the line, and the others. */
export function groupCount({ rows, following }: CauseGroup): string {
  if (following === 0 || following === rows.length) return counted(rows.length, 'module');
  return `1 + ${String(following)} that follow${following === 1 ? 's' : ''}`;
}
