/** What the entries of a vulnerability database say of module versions. */
import { compareText, joinName } from '../model/name.ts';
import type { Vulnerability } from '../snapshot/types.ts';
import { affects, fixedAfter } from './affects.ts';
import type { Judged } from './build-list.ts';
import type { Affected, Entry, Range } from './schema.ts';

/** One for each entry that holds the version; what cannot be judged has one for each entry that names it. Sorted by module, then id. */
export function judge(
  named: readonly (Judged & { readonly ids: readonly string[] })[],
  entries: ReadonlyMap<string, Entry>,
): Vulnerability[] {
  const found = named.flatMap((one) =>
    one.ids.flatMap((id) => (one.unjudged === undefined ? judgeOne(one, entries.get(id)) : [unjudged(one, id)])),
  );
  // A replacement may name a module that is in the build list as well, in the same version.
  const once = new Map(found.map((one) => [JSON.stringify([one.id, one.path, one.version]), one]));
  return [...once.values()].sort(
    (a, b) => compareText(joinName(a.path, a.version), joinName(b.path, b.version)) || compareText(a.id, b.id),
  );
}

/** `imported` is what a reader that knows no `by` takes it for: never for less than it may be. */
function judgeOne({ path, version }: Judged, entry: Entry | undefined): Vulnerability[] {
  if (entry === undefined || entry.withdrawn !== undefined) return [];
  const affected = entry.affected.filter((one) => one.package.name === path && affects(one.ranges, version));
  if (affected.length === 0) return [];
  const fixed = fixedAfter(affected, version);
  const packages = packagesOf(affected);
  const numbering = fixed === undefined ? numberingOf(affected) : '';
  return [
    {
      id: entry.id,
      aliases: entry.aliases,
      summary: entry.summary,
      path,
      version,
      ...(fixed === undefined ? {} : { fixed }),
      reach: 'imported',
      by: 'database',
      ...(packages === undefined ? {} : { packages }),
      ...(numbering === '' ? {} : { numbering }),
      ...(entry.database_specific?.review_status === 'UNREVIEWED' ? { unreviewed: true } : {}),
    },
  ];
}

function unjudged({ path, version, unjudged: why }: Judged, id: string): Vulnerability {
  return {
    id,
    aliases: [],
    summary: '',
    path,
    version,
    reach: 'required',
    by: 'database',
    ...(why === undefined ? {} : { unjudged: why }),
  };
}

/** Import paths, sorted; undefined where one of them names none, which means every package. */
function packagesOf(affected: readonly Affected[]): string[] | undefined {
  const lists = affected.map(({ ecosystem_specific: { imports } }) => imports.map((one) => one.path));
  return lists.some((list) => list.length === 0) ? undefined : [...new Set(lists.flat())].sort(compareText);
}

/** Ranges outside of Go's versions, as `2.9.0 up to 2.9.12`; '' where there are none. */
function numberingOf(affected: readonly Affected[]): string {
  const ranges = affected.flatMap((one) => one.ecosystem_specific.custom_ranges);
  return ranges.flatMap(spansOf).join(', ');
}

function spansOf({ events }: Range): string[] {
  const spans: string[] = [];
  for (const { introduced, fixed } of events) {
    if (introduced !== undefined) spans.push(introduced === '0' ? 'all' : `${introduced} and later`);
    if (fixed === undefined) continue;
    const from = spans.pop()?.replace(/ and later$/, '');
    spans.push(from === undefined || from === 'all' ? `below ${fixed}` : `${from} up to ${fixed}`);
  }
  return spans;
}
