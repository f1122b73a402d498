/** The answer of `why` in words. */
import type { Excluding, Listed } from '../../graph/explain/declared.ts';
import type { DroppedVersion } from '../../graph/findings/dropped.ts';
import type { Holding, Unproved } from '../../graph/explain/lower.ts';
import type { Why } from '../../graph/explain/why.ts';
import type { Model } from '../../graph/model/model.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { joinName } from '../../graph/model/name.ts';
import { counted, listed as listedWords } from '../../drawing/words/counted.ts';
import { joined, plain, type Printable, said } from './plain.ts';
import { table } from './table.ts';

/** Names on one line, and ways besides the shortest. */
const mostNames = 5;
const mostWays = 5;
/** Versions up to which all are listed. */
const mostVersions = 8;

/** Nothing to say. */
const nothing = plain('');

/** Names as they stand in a sentence, on its line. */
export function listed(names: readonly string[], most: number): Printable {
  return plain(listedWords(names, most));
}

/** Paragraphs with an empty line between; those that have nothing to say are left out. */
export function whyText(model: Model, found: Why): Printable {
  const texts = [
    headText(model, found),
    excludedText(found),
    wayText(found),
    requiredText(model, found),
    lowerText(found),
    otherWaysText(found),
    aloneText(found),
  ];
  return paragraphs(texts);
}

/** Texts with an empty line between; those that have nothing to say are left out. */
export function paragraphs(texts: readonly Printable[]): Printable {
  return joined(
    texts.filter((text) => text !== ''),
    '\n',
  );
}

function headText(model: Model, found: Why): Printable {
  const { path, version, selected, main } = found;
  if (main) return said`${path} is ${model.mains.length > 1 ? 'a' : 'the'} main module.\n`;
  if (selected === undefined)
    return said`${joinName(path, version)} is in the graph, but no version of it is selected.\n`;
  if (version !== undefined && version !== selected) {
    return said`${path}@${version} is superseded: ${selected} is selected.\n`;
  }
  const { by, file } = found.replaced ?? {};
  const replaced = by === undefined ? '' : `, replaced by ${joinName(by.path, by.version)} (${file ?? ''})`;
  return said`${path} ${selected} is selected${replaced}; ${listedText(found)}.\n`;
}

/** Which go.mod lists it, and how: one that lists it `// indirect` requires it all the same, for a dependency's sake. */
function listedText({ direct, declared = [] }: Why): string {
  const files = (some: readonly Listed[]): string => listed([...new Set(some.map(({ file }) => file))], mostNames);
  if (direct) {
    const own = declared.filter((line) => line.indirect !== true);
    return `${own.length === 0 ? 'go.mod' : files(own)} ${new Set(own.map(({ file }) => file)).size > 1 ? 'require' : 'requires'} it directly`;
  }
  if (declared.length > 0) return `listed in ${files(declared)} as // indirect`;
  return 'no main module requires it directly';
}

/** Excluded versions, and who requires them: go drops such requirements in silence. */
function excludedText({ excluded = [], dropped = [] }: Why): Printable {
  return excluded.length === 0 ? nothing : joined([excludeLines(excluded), droppedLines(dropped)]);
}

/** `go.mod excludes v1.0.0.` for each file. */
export function excludeLines(excluded: readonly Excluding[]): Printable {
  const files = [...new Set(excluded.map(({ file }) => file))];
  return joined(
    files.map((file) => {
      const versions = excluded.filter((one) => one.file === file).map(({ version }) => version);
      return said`${file} excludes ${listed(versions, mostNames)}.\n`;
    }),
  );
}

/** A line for each excluded version that something requires. */
export function droppedLines(dropped: readonly DroppedVersion[]): Printable {
  return joined(
    dropped.map(
      ({ version, by }) => said`  ${version} is required by ${listed(by, mostNames)}: go drops the requirement.\n`,
    ),
  );
}

function wayText({ main, shortest, keptBy, selected }: Why): Printable {
  if (main) return nothing;
  if (shortest.length > 0) {
    const steps = shortest.map((name, i) => said`  ${i === 0 ? '' : `${'  '.repeat(i - 1)}└ `}${name}\n`);
    return joined([said`Shortest path:\n`, ...steps]);
  }
  if (keptBy.length === 0) return said`No path leads to it from a main module.\n`;
  return said`No path over selected versions leads to it. ${selected ?? 'It'} is required by ${listed(keptBy, mostNames)}\n`;
}

/**
 * Who asks for which version. Of many versions those that only superseded versions ask for are counted: nothing that is
 * built hears of them.
 */
function requiredText(model: Model, { requiredBy, selected, path }: Why): Printable {
  if (requiredBy.length === 0) return nothing;
  const isMain = model.mains.some((node) => nodeName(model.graph, node) === path);
  const built = new Set(Array.from(model.graph.selected, (node) => (node === -1 ? '' : nodeName(model.graph, node))));
  const shown =
    requiredBy.length <= mostVersions
      ? requiredBy
      : requiredBy.filter(({ version, by }) => version === selected || by.some((name) => built.has(name)));
  const rows = shown.map(({ version, by }) => [
    version === selected ? '  ✓' : '  ·',
    version,
    listed(
      [...by].sort((a, b) => Number(built.has(b)) - Number(built.has(a))),
      mostNames,
    ),
  ]);
  const title =
    requiredBy.length === 1
      ? 'Required at one version:'
      : `Required at ${counted(requiredBy.length, 'version')}; ${isMain ? 'a main module wins over them all' : 'the highest wins'}:`;
  const left = requiredBy.length - shown.length;
  const rest =
    left === 0
      ? nothing
      : said`  and ${counted(left, 'version')} that only superseded versions require (--json lists them)\n`;
  return joined([said`${title}\n`, table(rows), rest]);
}

function lowerText({ lower, lose, path }: Why): Printable {
  const steps = lower.flatMap(({ version, change, ...holding }) => {
    const who = counted(change.length, 'module');
    const less = said`For ${version}, ${who} would have to require a lower version: ${listed(change, mostNames)}\n`;
    return [less, linesText(holding)];
  });
  // What leads to any version at all is news only where more leads to it than to the highest.
  const last =
    lose === undefined || lose.lines.length === (lower.at(-1)?.lines.length ?? 0) ? [] : [loseText(path, lose)];
  const unproved = lose?.unproved;
  const note = unproved === undefined || lose?.lines.length === 0 ? [] : [said`  ${unprovedText(unproved)}\n`];
  return joined([...steps, ...last, ...note]);
}

function loseText(path: string, { lines }: Holding): Printable {
  const many = lines.length !== 1;
  return said`To remove ${path}, ${many ? `all of these ${counted(lines.length, 'line')} of go.mod have` : 'this line of go.mod has'} to go: ${namesOfLines(lines)}\n`;
}

function linesText({ lines }: Holding): Printable {
  if (lines.length === 0) return nothing;
  const [only] = lines;
  if (lines.length === 1 && only !== undefined)
    return said`  One line of go.mod leads there: ${only.way.join(' → ')}\n`;
  return said`  ${counted(lines.length, 'line')} of go.mod lead there, and each would have to change: ${namesOfLines(lines)}\n`;
}

function namesOfLines(lines: Holding['lines']): Printable {
  const several = new Set(lines.map(({ main }) => main)).size > 1;
  return listed(
    lines.map(({ main, path, version }) => `${joinName(path, version)}${several ? ` in ${main}` : ''}`),
    mostNames,
  );
}

/** Why the lines may not be enough, and how to find out. */
function unprovedText(unproved: Unproved): string {
  const why = {
    workspace: 'In a workspace go may then load other go.mod files',
    'not-declared': 'go.mod was not read',
    'not-consistent': 'go.mod requires less than is selected, so go loads other lines than it has',
  }[unproved];
  return `${why}: \`modscope what-if --drop MODULE …\` shows what comes of it.`;
}

function otherWaysText({ paths, morePaths, shortest }: Why): Printable {
  const others = paths.filter((way) => way.join(' ') !== shortest.join(' '));
  if (others.length === 0) return nothing;
  const shown = others.slice(0, mostWays).map((way) => said`  ${way.join(' → ')}\n`);
  const left = others.length - shown.length;
  const more = morePaths
    ? said`  and more (--json lists the first ${paths.length})\n`
    : left > 0
      ? said`  and ${left} more (--json lists them)\n`
      : nothing;
  return joined([said`Other paths:\n`, ...shown, more]);
}

/** What it alone brings: go was not asked, so it is said by what that is counted. */
function aloneText({ alone, path }: Why): Printable {
  if (alone.length === 0) return nothing;
  return said`${path} alone brings ${counted(alone.length, 'module')} (by requirements, without lines // indirect): ${listed(alone, mostNames)}\n`;
}
