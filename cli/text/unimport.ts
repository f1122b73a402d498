/** The answer of `what-if --unimport` in words. */
import type { GoModChange } from '../../graph/unimport/lines.ts';
import type { Kept, Outcome } from '../../graph/unimport/outcome.ts';
import type { Estimate, UnimportAnswer } from '../../server/project/unimport.ts';
import { counted, listed } from '../../drawing/words/counted.ts';
import { joinName } from '../../graph/model/name.ts';
import { plain, plainLines, type Printable } from './plain.ts';
import { table } from './table.ts';

/** Packages, requirers and modules named on one line. */
const mostNames = 3;

/** Lines of go's words that are shown. */
const mostWords = 6;

/** How many modules and lines leave, which, what stays and why, go.mod's difference, and what all this rests on. */
export function unimportText(answer: UnimportAnswer, offline: boolean): Printable {
  const { unimport, uses, kept, lines, mains } = answer;
  if (uses.files === 0 && uses.tools.length === 0) {
    const nothing = `Nothing in ${listed(mains, mostNames)} imports ${unimport}: there is nothing to stop importing.`;
    return plainLines(`${plain(nothing)}\n${kept.map(keptText).join('')}`);
  }
  return plainLines(
    [
      `${plain(`without imports of ${unimport} (${usesText(uses)}):`)}\n`,
      `${plain(sumText(answer))}\n`,
      rowsOf(answer),
      kept.map(keptText).join(''),
      goModText(lines),
      restText(answer, offline),
    ].join(''),
  );
}

function usesText({ packages, files, tools }: UnimportAnswer['uses']): string {
  const parts = [
    ...(files === 0 ? [] : [`${counted(files, 'file')} of ${listed(packages, mostNames)}`]),
    ...(tools.length === 0 ? [] : [counted(tools.length, 'tool line')]),
  ];
  return parts.join(', ');
}

/** `✓ go: 13 modules leave the build list, 12 lines leave go.mod.` */
function sumText({ by, removed, changed, added, lines, mains }: UnimportAnswer): string {
  const files = mains.length === 1 ? 'go.mod' : 'go.mod files';
  const parts = [
    `${leaving(removed.length, 'module')} the build list`,
    `${leavingLines({ lines })} ${files}`,
    ...(changed.length === 0 ? [] : [`${counted(changed.length, 'module')} at another version`]),
    ...(added.length === 0 ? [] : [`${counted(added.length, 'module')} added`]),
  ];
  return `${by === 'go' ? '✓ go' : `by ${by}`}: ${parts.join(', ')}.`;
}

function leavingLines({ lines }: Pick<Outcome, 'lines'>): string {
  const gone = lines.filter(({ becomes }) => becomes === undefined).length;
  return leaving(gone, 'line');
}

/** `no line leaves`, `1 line leaves`, `12 lines leave`. */
function leaving(count: number, what: string): string {
  return count === 0 ? `no ${what} leaves` : `${counted(count, what)} ${count === 1 ? 'leaves' : 'leave'}`;
}

function rowsOf({ removed, added, changed }: UnimportAnswer): string {
  return table([
    ...removed.map(({ path, version = '' }) => ['  removed', path, version]),
    ...added.map(({ path, version = '' }) => ['  added', path, version]),
    ...changed.map(({ direction, path, from, to }) => [`  ${direction}`, path, `${from} → ${to}`]),
  ]);
}

function keptText({ path, version, by, superseded, imports = [] }: Kept): string {
  const reasons = [
    ...(imports.length === 0
      ? []
      : [`${listed(imports, mostNames)} ${imports.length === 1 ? 'is' : 'are'} still imported`]),
    ...(by.length === 0
      ? []
      : [
          `${listed(by, mostNames)} ${by.length === 1 ? 'requires' : 'require'} it${superseded === true ? ', superseded but part of the graph' : ''}`,
        ]),
  ];
  const why = reasons.length === 0 ? 'go.mod still needs its line' : reasons.join('; ');
  return `  ${plain(`${joinName(path, version)} stays: ${why}.`)}\n`;
}

function goModText(lines: readonly GoModChange[]): string {
  const files = [...new Set(lines.map(({ file }) => file))];
  return files
    .map((file) => {
      const of = lines.filter((one) => one.file === file);
      return `${plain(file)}:\n${of.map(lineText).join('')}`;
    })
    .join('');
}

function lineText({ verb, path, is, becomes }: GoModChange): string {
  const text = (what: string): string =>
    [verb === 'require' ? '' : verb, verb === path ? '' : path, what].filter(Boolean).join(' ');
  const before = is === undefined ? '' : `  - ${plain(text(is))}\n`;
  return `${before}${becomes === undefined ? '' : `  + ${plain(text(becomes))}\n`}`;
}

/** What the answer rests on: how near the estimate was, or why there is no proof. */
function restText({ estimates, proven, unproven, removed, lines }: UnimportAnswer, offline: boolean): string {
  if (proven === true) return estimates.map((one) => `${plain(estimateText(one, { removed, lines }))}\n`).join('');
  if (unproven === undefined) return '';
  if (unproven.lacks) {
    const more = offline
      ? 'Without --offline and with --prove go may download them.'
      : 'With --prove, go downloads them, which can be a lot.';
    return `Not proven: go mod tidy needs sources that are not in the module cache. ${more}\n`;
  }
  const code = unproven.of === 'baseline' ? 'the code as it is' : 'the code without these imports';
  const words = unproven.words.trim().split('\n');
  const more = words.length > mostWords ? [`and ${counted(words.length - mostWords, 'more line')}`] : [];
  return `Not proven: go mod tidy fails on ${code}:\n${[...words.slice(0, mostWords), ...more].map((line) => `  ${plain(line)}\n`).join('')}`;
}

function estimateText(estimate: Estimate, proven: Pick<Outcome, 'removed' | 'lines'>): string {
  const names = (of: Pick<Outcome, 'removed'>): string[] => of.removed.map(({ path }) => path);
  const [said, known] = [new Set(names(estimate)), new Set(names(proven))];
  const over = [...said].filter((path) => !known.has(path));
  const under = [...known].filter((path) => !said.has(path));
  if (over.length === 0 && under.length === 0) return `by ${estimate.by}: the same modules.`;
  const parts = [
    ...(over.length === 0 ? [] : [`${listed(over, mostNames)} would leave, too`]),
    ...(under.length === 0 ? [] : [`${listed(under, mostNames)} would stay`]),
  ];
  return `by ${estimate.by}: ${parts.join('; ')}.`;
}
