/** The goals of the layered engine, and whether it meets them. */
import { median } from '../samples.ts';
import type { Case } from './graphs.ts';
import type { Worth } from './measure.ts';

export interface Row {
  /** Whether it ended before it was given up. */
  readonly ended: boolean;
  readonly seconds: number;
  /** Not known where it did not end, or where the graph is too large to be counted. */
  readonly worth: Worth | undefined;
}

/** All engines on one graph. */
export interface Compared {
  readonly name: string;
  readonly kind: Case['kind'];
  readonly trunks: Row;
  readonly separate: Row;
  /** The most CPU that ours took between two looks at its signal, in the run where that was least; seconds. */
  readonly unheard: number;
  /** What drawing/layout/check.ts finds wrong with ours. */
  readonly faults: readonly string[];
  readonly dot: Row | undefined;
  readonly elkG: Row;
  readonly elk: Row;
}

export interface Verdict {
  readonly goal: string;
  readonly met: boolean;
  /** The figures it is met or missed by, the worst graph first. */
  readonly found: string;
}

/** A graph that says nothing about a goal is left out of it; a goal that no graph says anything about is left out, too. */
export function judge(all: readonly Compared[]): Verdict[] {
  const against = (
    goal: string,
    most: number,
    ratio: (one: Compared) => number | undefined,
    middle?: number,
  ): Verdict[] => {
    const ratios = all.flatMap((one) => {
      const value = ratio(one);
      return value === undefined || Number.isNaN(value) ? [] : [{ name: one.name, value }];
    });
    if (ratios.length === 0) return [];
    ratios.sort((a, b) => b.value - a.value);
    const typical = median(ratios.map(({ value }) => value));
    const worst = ratios.slice(0, 4).map(({ name, value }) => `${value.toFixed(2)} ${name}`);
    const met = (ratios[0]?.value ?? 0) <= most && (middle === undefined || typical <= middle);
    return [
      { goal, met, found: `median ${typical.toFixed(2)}; worst ${worst.join(', ')} (${String(ratios.length)} graphs)` },
    ];
  };
  const faults = all.flatMap(({ name, faults: found }) => found.map((fault) => `${name}: ${fault}`));
  return [
    ...against('time, of what is allowed: 0.10 of dot or 50 ms, 0.02 of dot where that needs over 5 s', 1, timeShare),
    ...against(
      'cancelled within 100 ms: work without a look at the signal, of that',
      1,
      ({ unheard }) => unheard / 0.1,
    ),
    ...against(
      'crossings with separate lines, of dot: median at most 1.00, worst at most 1.15',
      1.15,
      ({ separate, dot }) => share(separate, dot),
      1,
    ),
    ...against('crossings with trunks, of elk G: at most 1.00', 1, ({ trunks, elkG }) => share(trunks, elkG)),
    ...against('crossings with trunks, of dot, nothing left out: at most 0.60', 0.6, ({ kind, trunks, dot }) =>
      kind === 'unreduced' || kind === 'all versions' ? share(trunks, dot) : undefined,
    ),
    ...against('the same counted in strokes, of dot: at most 0.60', 0.6, ({ kind, trunks, dot }) =>
      kind === 'unreduced' || kind === 'all versions' ? strokeShare(trunks, dot) : undefined,
    ),
    {
      goal: 'no box over another, no line over a box, every line joined to its boxes',
      met: faults.length === 0,
      found: faults.length === 0 ? 'none' : `${String(faults.length)}: ${faults.slice(0, 3).join('; ')}`,
    },
  ];
}

/** Time over what is allowed: the slower of both ways to draw lines. */
function timeShare({ trunks, separate, dot }: Compared): number | undefined {
  if (dot === undefined) return undefined;
  const share = dot.seconds > 5 ? 0.02 : 0.1;
  return Math.max(trunks.seconds, separate.seconds) / Math.max(0.05, share * dot.seconds);
}

function strokeShare(ours: Row, other: Row | undefined): number | undefined {
  if (ours.worth === undefined || other?.worth === undefined || other.worth.strokes === 0) return undefined;
  return ours.worth.strokes / other.worth.strokes;
}

/** Crossings over crossings; where the other has none, ours must have none. */
function share(ours: Row, other: Row | undefined): number | undefined {
  if (ours.worth === undefined || other?.worth === undefined) return undefined;
  if (other.worth.pairs === 0) return ours.worth.pairs === 0 ? 0 : Infinity;
  return ours.worth.pairs / other.worth.pairs;
}
