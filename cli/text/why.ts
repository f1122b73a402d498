/** The answer of `why` in words. */
import type { Why } from '../../graph/explain/why.ts';
import type { Model } from '../../graph/model/model.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { joinName } from '../../graph/model/name.ts';
import { counted, listed } from './count.ts';
import { plain } from './plain.ts';
import { table } from './table.ts';

/** Names on one line, and ways besides the shortest. */
const mostNames = 5;
const mostWays = 5;
/** Versions up to which all are listed. */
const mostVersions = 8;

/** Paragraphs with an empty line between; those that have nothing to say are left out. */
export function whyText(model: Model, found: Why): string {
  const paragraphs = [
    headText(model, found),
    wayText(found),
    requiredText(model, found),
    lowerText(found),
    otherWaysText(found),
    leavingText(found),
  ];
  return plainParagraphs(paragraphs.filter((paragraph) => paragraph !== ''));
}

function plainParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => paragraph.split('\n').map(plain).join('\n')).join('\n');
}

function headText(model: Model, { path, version, selected, main, direct }: Why): string {
  if (main) return `${path} is ${model.mains.length > 1 ? 'a' : 'the'} main module.\n`;
  if (selected === undefined) return `${joinName(path, version)} is in the graph, but no version of it is selected.\n`;
  if (version !== undefined && version !== selected) {
    return `${path}@${version} is superseded: ${selected} is selected.\n`;
  }
  const module = model.snapshot.modules.find((one) => one.path === path && one.version === selected);
  const replaced =
    module?.replace === undefined ? '' : `, replaced by ${joinName(module.replace.path, module.replace.version)}`;
  return `${path} ${selected} is selected${replaced}; ${direct ? 'go.mod requires it directly' : 'no main module requires it directly'}.\n`;
}

function wayText({ main, shortest, keptBy, selected }: Why): string {
  if (main) return '';
  if (shortest.length > 0) {
    const steps = shortest.map((name, i) => `  ${i === 0 ? '' : `${'  '.repeat(i - 1)}└ `}${name}\n`);
    return `The shortest way to it:\n${steps.join('')}`;
  }
  if (keptBy.length === 0) return 'No way leads to it from a main module.\n';
  return `No way over selected versions leads to it. ${selected ?? 'It'} is asked for by ${listed(keptBy, mostNames)}\n`;
}

/**
 * Who asks for which version. Of many versions those that only superseded versions ask for are counted: nothing that is
 * built hears of them.
 */
function requiredText(model: Model, { requiredBy, selected }: Why): string {
  if (requiredBy.length === 0) return '';
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
      : `Required at ${counted(requiredBy.length, 'version')}; the highest wins:`;
  const left = requiredBy.length - shown.length;
  const rest =
    left === 0 ? '' : `  and ${counted(left, 'version')} that only superseded versions ask for (--json lists them)\n`;
  return `${title}\n${table(rows)}${rest}`;
}

function lowerText({ lower }: Why): string {
  return lower
    .map(({ version, change }) => {
      const who = counted(change.length, 'module');
      return `For ${version}, ${who} would have to ask for less: ${listed(change, mostNames)}\n`;
    })
    .join('');
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
