/** The picture of one path's versions: who requires which, which one is selected, and what holds it; then 18 other paths, small. */
import { findTarget } from '../../graph/explain/target.ts';
import { Fault } from '../../graph/fault.ts';
import { isToolchainPath } from '../../graph/version/go-version.ts';
import type { Model } from '../../graph/model/model.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import { printable } from '../face/printable.ts';
import { monoWidth, sansWidth } from '../face/widths.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Mark, Piece, Sheet } from '../sheet/types.ts';
import { counted, cutMono, inLines, prose } from '../sheet/words.ts';
import type { Token } from '../theme/tokens.ts';
import { plotHeight, plotMarks } from './plot.ts';
import { mostVersions, requestsOf, type Requests } from './requests.ts';
import { smallHeight, smallMarks } from './small.ts';
import { versionsWords, type VersionsWords } from './words.ts';

export interface VersionsOptions {
  /** A module path; a version after it is passed over. '' for the path that is requested at the most versions. */
  readonly of: string;
  readonly title?: string;
  /** Beside the name of modscope in the last line. */
  readonly caption?: string;
}

const width = 1600;
const margin = 40;
/** The next paths, in rows of six. */
const others = { most: 18, row: 6, gap: 24, step: 76 } as const;

/**
 * Of every version of the graph, whatever a view shows. The same bytes for the same model. Throws a Fault 'not-found' for a
 * path that is not in the graph, and 'usage' for go, toolchain and a graph without a requested module.
 */
export function versionsSheet(model: Model, options: VersionsOptions): Sheet {
  const ranked = mostVersions(model);
  const path = pathOf(model, options.of, ranked);
  const requests = requestsOf(model, path);
  const words = versionsWords(requests);
  const marks: Mark[] = [];
  let y = 58;
  const inner = width - 2 * margin;
  const heading = options.title === undefined ? undefined : printable(options.title);
  marks.push(
    heading === undefined ? sentence(words, requests.path, y) : prose(heading, margin, y, 22, 'ink', { bold: true }),
  );
  y += 30;
  const detail = heading === undefined ? words.detail : `${said(words, requests.path)} ${words.detail}`;
  for (const line of inLines(printable(detail), 14, inner)) {
    marks.push(prose(line, margin, y, 14, 'ink-2'));
    y += 20;
  }
  const axis = y + 14 + plotHeight(requests);
  marks.push(...plotMarks(requests, { x: margin + 24, width: inner - 84, top: y + 14, bottom: axis }));
  y = axis + 112;
  marks.push(...legend(requests, y));
  y += 44;
  const next = ranked
    .filter((number) => number !== path)
    .slice(0, others.most)
    .map((number) => requestsOf(model, number));
  if (next.length > 0) {
    const title =
      next.length === 1
        ? 'The other path with several requested versions'
        : `The ${next.length} other paths with the most requested versions`;
    marks.push(
      prose(title, margin, y, 14, 'ink', { bold: true }),
      prose(
        'one bar a version, old to new; height: how many require it (√); blue: selected',
        width - margin,
        y,
        12,
        'ink-3',
        { end: true },
      ),
    );
    y += 22;
    const room = (inner - (others.row - 1) * others.gap) / others.row;
    next.forEach((one, place) => {
      const [column, row] = [place % others.row, Math.floor(place / others.row)];
      marks.push(...smallMarks(one, margin + column * (room + others.gap), y + row * others.step, room));
    });
    y += (Math.ceil(next.length / others.row) - 1) * others.step + smallHeight + 30;
  }
  const made = ['modscope', options.caption ?? ''].filter((part) => part !== '').join(' · ');
  marks.push(
    prose(stepsOf(model, ranked.length), margin, y + 8, 12, 'ink-3'),
    prose(made, width - margin, y + 8, 12, 'ink-3', { end: true }),
  );
  const whole = said(words, requests.path);
  return {
    width,
    height: y + 34,
    title: heading ?? whole,
    description: printable(`${whole} ${words.detail}`.trim()),
    marks,
  };
}

function pathOf(model: Model, name: string, [first]: readonly number[]): number {
  if (name !== '') {
    const { path, pathNumber } = findTarget(model, name.split('@')[0] ?? '');
    if (!isToolchainPath(path)) return pathNumber;
    throw new Fault('usage', `${path} is no module: \`modscope why ${path}\` says which version is needed.`);
  }
  const { graph } = model;
  // Where every path has one version: one that is required.
  const found =
    first ?? graph.paths.findIndex((path, number) => !isToolchainPath(path) && requestsOf(model, number).versions > 0);
  if (found === -1) throw new Fault('usage', 'Nothing is required: there is no version to draw.');
  return found;
}

function said({ before, after }: VersionsWords, path: string): string {
  return printable(`${before} ${path} ${after}`);
}

/** `78 versions of golang.org/x/sys are requested. One is built.`, as large as it fits. */
function sentence({ before, after }: VersionsWords, path: string, y: number): Mark {
  const largest = 22;
  const rest = `${before} ${after}`;
  const room = width - 2 * margin - sansWidth(rest, largest, true) - 16;
  const name = cutMono(printable(path), largest, Math.max(room, monoWidth('…'.repeat(8), largest)));
  const piece = (text: string, mono: boolean): Piece => ({ text, colour: 'ink', bold: true, ...(mono && { mono }) });
  const pieces = [piece(`${before} `, false), piece(name, true), piece(` ${after}`, false)];
  return { kind: 'words', x: margin, y, size: largest, font: 'sans', pieces };
}

/** What stands in the picture, and nothing else. */
function legend({ columns, selected }: Requests, y: number): Mark[] {
  const dots = columns.flatMap(({ version, requirers }) =>
    requirers.map((one) => ({ holds: version === selected, built: one.selected })),
  );
  const rows: readonly {
    readonly is: boolean;
    readonly colour: Token;
    readonly hollow?: true;
    readonly words: string;
  }[] = [
    { is: dots.some(({ holds }) => holds), colour: 'accent', words: 'requires the selected version' },
    {
      is: dots.some(({ holds, built }) => !holds && built),
      colour: 'ink',
      words: 'in the build list, requires a lower one',
    },
    { is: dots.some(({ built }) => !built), colour: 'ink-3', hollow: true, words: 'a superseded version requires it' },
  ];
  let x = margin + 24;
  return rows.flatMap(({ is, colour, hollow, words }): Mark[] => {
    if (!is) return [];
    const left = x;
    x += 12 + sansWidth(words, 12) + 64;
    return [
      { kind: 'areas', circles: [[left + 5, y - 4, 4.8]], colour, ...(hollow && { hollow }) },
      prose(words, left + 18, y, 12, 'ink-2'),
    ];
  });
}

/** `1,245 versions → 416 selected; 190 paths are requested at more than one version.` */
function stepsOf({ graph }: Model, several: number): string {
  const versions = graph.kind.reduce((count, kind) => (kind === NodeKind.toolchain ? count : count + 1), 0);
  const selected = graph.selected.reduce(
    (count, node) => (node === -1 || graph.kind[node] === NodeKind.toolchain ? count : count + 1),
    0,
  );
  const paths = `${counted(several, 'path')} ${several === 1 ? 'is' : 'are'} requested at more than one version`;
  return `${counted(versions, 'version')} → ${withThousands(selected)} selected; ${paths}.`;
}
