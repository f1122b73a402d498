/** The poster of a view: modules round a circle by owner, requirements bundled through owners, one module lit. */
import { NodeKind } from '../../graph/model/module-graph.ts';
import { findTarget } from '../../graph/explain/target.ts';
import { Fault } from '../../graph/fault.ts';
import type { View } from '../../graph/view/types.ts';
import { printable } from '../face/printable.ts';
import { withThousands } from '../../graph/thousands.ts';
import { subjectOf } from '../scene/subject.ts';
import type { PathCommand } from '../scene/types.ts';
import type { Mark, Sheet } from '../sheet/types.ts';
import { counted } from '../sheet/words.ts';
import type { Token } from '../theme/tokens.ts';
import { bundledLine } from './bundle.ts';
import { arcPath, circleOf, pointAt, type Circle, type Point } from './circle.ts';
import { columnMarks, mostRequiredFirst, posterWords } from './column.ts';
import { mostRequired, posterGraph, type PosterGraph } from './graph.ts';
import { ringLabels } from './labels.ts';

export interface PosterOptions {
  /** A module path or `path@version`; '' for the module that most others require. */
  readonly hub: string;
  readonly title?: string;
  /** Beside the name of modscope in the last line. */
  readonly caption?: string;
}

const size = { width: 1600, height: 1000 } as const;
const centre: Point = [512, 500];
/** Ends of the lines, the thin circle of owners, and where ticks begin. */
const radius = { lines: 322, owners: 327, ticks: 331 } as const;
/** Pixels of a tick for no requirer, and for the root of each. */
const tick = { least: 5, root: 4.8, most: 62, width: 3 } as const;

/**
 * The same bytes for the same view. Throws a Fault 'not-found' for a hub that is not in the graph (findTarget) or not in the
 * view.
 */
export function posterSheet(view: View, options: PosterOptions): Sheet {
  const graph = posterGraph(view);
  const circle = circleOf(graph.modules);
  const hub = hubOf(graph, options.hub);
  const listed = mostRequiredFirst(graph);
  const words = posterWords(graph, circle.arcs.length, hub, options.hub !== '');
  const subject = subjectOf(view);
  const title = options.title === undefined ? subject : { prefix: '', name: printable(options.title) };
  const ticks = Float64Array.from(graph.modules, ({ requirers, main }) =>
    main ? 14 : Math.min(tick.most, tick.least + tick.root * Math.sqrt(requirers.length)),
  );
  const ring = { centre, radius: radius.ticks, ticks, edges: [14, 14, 1010, size.height - 14] as const };
  const column = { x: 1060, width: 492, top: 142, bottom: 946 };
  const marks: Mark[] = [
    ...quietLines(graph, circle, hub),
    ownerArcs(circle),
    ...litLines(graph, circle, hub),
    ...graph.modules.map((_, number) => moduleTick(graph, circle, ticks, hub, number)),
    ...ringLabels(graph, circle, ring, hub, listed),
    ...columnMarks(graph, words, hub, listed, title, footOf(view, graph, options), column),
  ];
  const name = graph.modules[hub]?.path ?? '';
  const said = [words.counts, ...(hub === -1 ? [] : [`${name}: ${words.requirers} ${words.requires}`])];
  return { ...size, title: title.prefix + title.name, description: printable(said.join(' ')), marks };
}

function hubOf(graph: PosterGraph, name: string): number {
  if (name === '') return mostRequired(graph);
  const { node } = findTarget(graph.model, name);
  const found = graph.modules.findIndex((one) => one.node === node);
  if (found !== -1) return found;
  throw new Fault('not-found', `${name} is in the graph, but not on this poster.`, {
    hint: 'It shows what --scope and --query leave: the build list, where neither is given.',
  });
}

/** Opacity of a line by how many there are: few would be lost on the paper, many would cover it. */
function quietOpacity({ requirements }: PosterGraph): number {
  return requirements < 150 ? 0.9 : requirements < 800 ? 0.5 : 0.3;
}

/** One path for each module that requires something: where many run, the ground grows darker. */
function quietLines(graph: PosterGraph, circle: Circle, hub: number): Mark[] {
  const opacity = quietOpacity(graph);
  return graph.modules.flatMap(({ required }, from): Mark[] => {
    const paths = required.filter((to) => from !== hub && to !== hub).map((to) => line(circle, from, to));
    return paths.length === 0 ? [] : [{ kind: 'lines', paths, colour: 'edge', width: 0.9, opacity }];
  });
}

function litLines(graph: PosterGraph, circle: Circle, hub: number): Mark[] {
  const module = graph.modules[hub];
  if (module === undefined) return [];
  const lit = (paths: readonly (readonly PathCommand[])[], colour: Token): Mark[] =>
    paths.length === 0 ? [] : [{ kind: 'lines', paths, colour, width: 1.5 }];
  return [
    ...lit(
      module.requirers.map((from) => line(circle, from, hub)),
      'accent',
    ),
    ...lit(
      module.required.map((to) => line(circle, hub, to)),
      'warn',
    ),
  ];
}

function line(circle: Circle, from: number, to: number): readonly PathCommand[] {
  return bundledLine(circle, centre, radius.lines, from, to);
}

/** The thin circle, broken between owners. */
function ownerArcs({ arcs }: Circle): Mark {
  const paths = arcs.map(({ from, to }) => arcPath(centre, radius.owners, from, to));
  return { kind: 'lines', paths, colour: 'rule-strong', width: 1 };
}

/** A tick as long as many require the module; a disc for a main module. */
function moduleTick(graph: PosterGraph, circle: Circle, ticks: Float64Array, hub: number, number: number): Mark {
  const module = graph.modules[number];
  const angle = circle.angles[number] ?? 0;
  const tip = tipOf(graph, number);
  const colour = tickColour(graph, hub, number);
  if (module?.main === true) {
    return { kind: 'areas', circles: [[...pointAt(centre, radius.ticks + 8, angle), 5]], colour, tip };
  }
  const width = Math.min(tick.width, circle.step * radius.ticks * 0.62) + (number === hub ? 1.5 : 0);
  const path: PathCommand[] = [
    ['M', ...pointAt(centre, radius.ticks, angle)],
    ['L', ...pointAt(centre, radius.ticks + (ticks[number] ?? 0), angle)],
  ];
  return { kind: 'lines', paths: [path], colour, width, tip };
}

function tickColour({ modules }: PosterGraph, hub: number, number: number): Token {
  const [module, lit] = [modules[number], modules[hub]];
  if (number === hub) return 'ink';
  if (lit?.requirers.includes(number) === true) return 'accent';
  if (lit?.required.includes(number) === true) return 'warn';
  if (module?.main === true) return 'main';
  return module?.direct === true ? 'box-line-direct' : 'box-line';
}

function tipOf({ modules }: PosterGraph, number: number): string {
  const module = modules[number];
  if (module === undefined) return '';
  const name = module.version === '' ? module.path : `${module.path} ${module.version}`;
  const [by, of] = [counted(module.requirers.length, 'module'), withThousands(module.required.length)];
  return `${printable(name)} · required by ${by}, requires ${of}`;
}

/** From how many versions it comes, what is left out, and who made it. */
function footOf(view: View, graph: PosterGraph, { caption = '' }: PosterOptions): string[] {
  const { kind } = view.model.graph;
  const versions = kind.reduce((count, one) => (one === NodeKind.toolchain ? count : count + 1), 0);
  const { scoped, matched } = view.receipt;
  const steps = [
    counted(versions, 'version'),
    ...(scoped === versions ? [] : [`${withThousands(scoped)} selected`]),
    ...(matched === scoped ? [] : [`${withThousands(matched)} ${matched === 1 ? 'matches' : 'match'}`]),
  ];
  const query = printable(view.options.query.trim());
  const { indirectLines } = graph;
  return [
    steps.join(' → ') + (query === '' ? '' : ` ${query}`),
    ...(indirectLines === 0
      ? []
      : [
          `${counted(indirectLines, 'line')} of go.mod marked // indirect ${indirectLines === 1 ? 'is' : 'are'} not drawn.`,
        ]),
    ['modscope', caption].filter((part) => part !== '').join(' · '),
  ];
}
