/** The versions of a module in words: a line each, newest first, and what is to be known of the module itself. */
import { ageWords } from '../../drawing/words/age.ts';
import { counted } from '../../drawing/words/counted.ts';
import type { Model } from '../../graph/model/model.ts';
import { joinName } from '../../graph/model/name.ts';
import type { MajorRow, VersionRow, Versions } from '../../graph/published/types.ts';
import { compareGoVersions } from '../../graph/version/go-version.ts';
import type { Row } from '../columns.ts';
import { joined, plain, type Printable, said } from './plain.ts';
import { table } from './table.ts';

/** Characters of a rationale or deprecation in a line; --json and --plain have all of it. */
const longest = 100;

/** The go line that the build has: of go.work, else the highest of the main modules. undefined where there is none. */
export function goLineOf(model: Model | undefined): string | undefined {
  const { work, mains = [] } = model?.snapshot ?? {};
  const lines = mains.flatMap(({ go }) => go ?? []);
  return work?.go ?? lines.sort(compareGoVersions).at(-1);
}

/** `hasGraph`: there is a module; `goLine`: its go line, above which a version needs another. */
export function versionsText(versions: Versions, hasGraph: boolean, goLine: string | undefined): Printable {
  const { deprecated, versions: rows, more, majors } = versions;
  return joined([
    said`${headOf(versions, hasGraph)}\n`,
    ...(deprecated === undefined ? [] : [said`Deprecated: ${cut(deprecated)}\n`]),
    table(rows.map((one) => [one.version, one.time?.slice(0, 10) ?? '', ageOf(one.days), marksOf(one, goLine)])),
    ...(more === 0 ? [] : [said`${counted(more, 'more version is', 'more versions are')} listed: --all shows them.\n`]),
    ...(majors.length === 0
      ? []
      : [
          plain(majors.length === 1 ? 'Another major version:' : 'Other major versions:'),
          said`\n`,
          majorsTable(majors),
        ]),
  ]);
}

function headOf({ module, main, selected, versions, listed }: Versions, hasGraph: boolean): string {
  const count =
    listed === undefined
      ? ''
      : `; ${listed === 0 ? 'no version is tagged' : `${counted(listed, 'version is', 'versions are')} listed`}`;
  if (main === true) return `${module} is a main module, built from its folder${count}.`;
  if (selected === undefined) {
    const where = !hasGraph
      ? ''
      : versions.some(({ requiredBy }) => requiredBy.length > 0)
        ? ' is in the graph, and not in the build list'
        : ' is not in the module graph';
    return where === '' ? `${module}${count.replace(';', ':')}.` : `${module}${where}${count}.`;
  }
  const by = versions.find((one) => one.selected === true)?.replace;
  const instead = by === undefined ? '' : `, and ${joinName(by.path, by.version)} is built in its place`;
  return `${module}: ${selected} is selected${instead}${count}.`;
}

function ageOf(days: number | undefined): string {
  if (days === undefined) return '';
  return days === 0 ? 'today' : ageWords(new Date(0).toISOString(), days * 86_400_000);
}

function marksOf(row: VersionRow, goLine: string | undefined): string {
  const { selected, requiredBy, retracted, prerelease, pseudo, excluded, replace, unlisted, goLine: needs } = row;
  const [first = ''] = requiredBy;
  return [
    ...(selected === true ? ['selected'] : []),
    ...(requiredBy.length === 0 ? [] : [`required by ${requiredBy.length === 1 ? first : String(requiredBy.length)}`]),
    ...(replace === undefined ? [] : [`replaced by ${joinName(replace.path, replace.version)}`]),
    ...(excluded === true ? ['excluded'] : []),
    ...(retracted === undefined ? [] : [`retracted: ${cut(retracted.join('; '))}`]),
    ...(prerelease === true ? ['prerelease'] : []),
    ...(pseudo === true ? ['pseudo-version'] : unlisted === true ? ['not listed'] : []),
    ...(raises(needs, goLine) ? [`needs go ${needs ?? ''}`] : []),
  ].join(', ');
}

/** Whether go would raise the go line for it: lines below 1.21 ask for nothing (go.dev/ref/mod, Go and toolchain lines). */
function raises(needs: string | undefined, goLine: string | undefined): boolean {
  if (needs === undefined || goLine === undefined) return false;
  return compareGoVersions(needs, '1.21') >= 0 && compareGoVersions(needs, goLine) > 0;
}

function majorsTable(majors: readonly MajorRow[]): Printable {
  return table(
    majors.map(({ path, version = '', time, selected }) => [
      `  ${path}`,
      version,
      time?.slice(0, 10) ?? '',
      selected === undefined ? '' : `${selected} is selected`,
    ]),
  );
}

function cut(text: string): string {
  const line = plain(text);
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** The same for `--plain`. */
export function versionRows({ versions }: Versions): Row<'versions'>[] {
  return versions.map((row) => ({
    version: row.version,
    time: row.time ?? '',
    days: row.days === undefined ? '' : String(row.days),
    state: row.selected === true ? 'selected' : row.requiredBy.length > 0 ? 'required' : '',
    by: row.requiredBy.join(','),
    go: row.goLine ?? '',
    marks: [
      ...(row.retracted === undefined ? [] : ['retracted']),
      ...(row.prerelease === true ? ['prerelease'] : []),
      ...(row.pseudo === true ? ['pseudo'] : []),
      ...(row.excluded === true ? ['excluded'] : []),
      ...(row.unlisted === true ? ['unlisted'] : []),
    ].join(','),
    replacement: row.replace === undefined ? '' : joinName(row.replace.path, row.replace.version),
    rationale: row.retracted?.join('; ') ?? '',
  }));
}
