/** The answer of `why` in words. */
import type { Holding, Unproved } from '../../graph/explain/lower.ts';
import type { Why } from '../../graph/explain/why.ts';
import type { Model } from '../../graph/model/model.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { joinName } from '../../graph/model/name.ts';
import { counted, listed as listedWords } from '../../drawing/words/counted.ts';
import { plain, plainLines, type Printable, said } from './plain.ts';
import { table } from './table.ts';

/** Names on one line, and ways besides the shortest. */
const mostNames = 5;
const mostWays = 5;
/** Versions up to which all are listed. */
const mostVersions = 8;

/** Names as they stand in a sentence, on its line. */
function listed(names: readonly string[], most: number): string {
  return plain(listedWords(names, most));
}

/** Paragraphs with an empty line between; those that have nothing to say are left out. */
export function whyText(model: Model, found: Why): Printable {
  const paragraphs = [
    headText(model, found),
    wayText(found),
    requiredText(model, found),
    lowerText(found),
    otherWaysText(found),
    leavingText(found),
  ];
  return plainLines(paragraphs.filter((paragraph) => paragraph !== '').join('\n'));
}

function headText(model: Model, { path, version, selected, main, direct }: Why): string {
  if (main) return said`${path} is ${model.mains.length > 1 ? 'a' : 'the'} main module.\n`;
  if (selected === undefined)
    return said`${joinName(path, version)} is in the graph, but no version of it is selected.\n`;
  if (version !== undefined && version !== selected) {
    return said`${path}@${version} is superseded: ${selected} is selected.\n`;
  }
  const module = model.snapshot.modules.find((one) => one.path === path && one.version === selected);
  const replaced =
    module?.replace === undefined ? '' : `, replaced by ${joinName(module.replace.path, module.replace.version)}`;
  return said`${path} ${selected} is selected${replaced}; ${direct ? 'go.mod requires it directly' : 'no main module requires it directly'}.\n`;
}

function wayText({ main, shortest, keptBy, selected }: Why): string {
  if (main) return '';
  if (shortest.length > 0) {
    const steps = shortest.map((name, i) => `  ${i === 0 ? '' : `${'  '.repeat(i - 1)}└ `}${plain(name)}\n`);
    return `The shortest way to it:\n${steps.join('')}`;
  }
  if (keptBy.length === 0) return 'No way leads to it from a main module.\n';
  return `No way over selected versions leads to it. ${selected ?? 'It'} is asked for by ${listed(keptBy, mostNames)}\n`;
}

/**
 * Who asks for which version. Of many versions those that only superseded versions ask for are counted: nothing that is
 * built hears of them.
 */
function requiredText(model: Model, { requiredBy, selected, path }: Why): string {
  if (requiredBy.length === 0) return '';
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
    left === 0 ? '' : `  and ${counted(left, 'version')} that only superseded versions ask for (--json lists them)\n`;
  return `${title}\n${table(rows)}${rest}`;
}

function lowerText({ lower, lose, path }: Why): string {
  const steps = lower.map(({ version, change, ...holding }) => {
    const who = counted(change.length, 'module');
    return `For ${version}, ${who} would have to ask for less: ${listed(change, mostNames)}\n${linesText(holding)}`;
  });
  // What leads to any version at all is news only where more leads to it than to the highest.
  const last =
    lose === undefined || lose.lines.length === (lower.at(-1)?.lines.length ?? 0) ? [] : [loseText(path, lose)];
  const unproved = lose?.unproved;
  const note = unproved === undefined || lose?.lines.length === 0 ? [] : [`  ${unprovedText(unproved)}\n`];
  return [...steps, ...last, ...note].join('');
}

function loseText(path: string, { lines }: Holding): string {
  const many = lines.length !== 1;
  return `For no version of ${path}, ${counted(lines.length, 'line')} of go.mod would have to go${many ? ', all of them' : ''}: ${namesOfLines(lines)}\n`;
}

function linesText({ lines }: Holding): string {
  if (lines.length === 0) return '';
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return `  One line of go.mod leads there: ${only.way.join(' → ')}\n`;
  return `  ${counted(lines.length, 'line')} of go.mod lead there, each of which would have to change: ${namesOfLines(lines)}\n`;
}

function namesOfLines(lines: Holding['lines']): string {
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
    'not-consistent': 'go.mod asks for less than is selected, so go loads other lines than it has',
  }[unproved];
  return `${why}: \`modscope what-if --drop MODULE …\` tells what comes of it.`;
}

function otherWaysText({ paths, morePaths, shortest }: Why): string {
  const others = paths.filter((way) => way.join(' ') !== shortest.join(' '));
  if (others.length === 0) return '';
  const shown = others.slice(0, mostWays).map((way) => `  ${way.join(' → ')}\n`);
  const left = others.length - shown.length;
  const more = morePaths
    ? `  and more (--json lists the first ${paths.length})\n`
    : left > 0
      ? `  and ${left} more (--json lists them)\n`
      : '';
  return `Other ways:\n${shown.join('')}${more}`;
}

function leavingText({ dominates, path }: Why): string {
  if (dominates.length === 0) return '';
  return `${counted(dominates.length, 'module')} more would leave the build list with ${path}: ${listed(dominates, mostNames)}\n`;
}
