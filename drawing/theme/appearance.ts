/** How boxes and lines look by what they are: one table for SVG and canvas. */
import type { SceneBox, SceneLine, SceneTick } from '../scene/types.ts';
import type { Token } from './tokens.ts';

export interface Stroke {
  readonly colour: Token;
  readonly width: number;
  /** Lengths of dashes and gaps; empty: solid. */
  readonly dash: readonly number[];
}

const solid: readonly number[] = [];
const borderDash: Readonly<Record<SceneBox['border'], readonly number[]>> = {
  plain: solid,
  double: solid,
  superseded: [3, 2],
  replaced: [6, 2, 1.5, 2],
  kept: [4, 3],
  excluded: [1, 3],
};

/** In the picture of a difference the change alone decides, but for the main module. */
const changeStrokes: Readonly<Record<NonNullable<SceneBox['change']>, Stroke>> = {
  added: { colour: 'added', width: 1.5, dash: solid },
  removed: { colour: 'removed', width: 1.5, dash: [4, 2.5] },
  changed: { colour: 'changed', width: 1.5, dash: solid },
  kept: { colour: 'rule-strong', width: 1, dash: solid },
};

const changeFills: Readonly<Record<NonNullable<SceneBox['change']>, Token>> = {
  added: 'added-soft',
  removed: 'removed-soft',
  changed: 'changed-soft',
  kept: 'box-hollow',
};

/** The bar of a direct requirement. */
export function barColour({ change }: Pick<SceneBox, 'change'>): Token {
  if (change === undefined) return 'box-line-direct';
  return change === 'kept' ? 'rule-strong' : change;
}

/** The border of a box that is neither selected nor emphasised. */
export function boxStroke(box: Pick<SceneBox, 'border' | 'main' | 'direct' | 'cycle' | 'failed' | 'change'>): Stroke {
  if (box.change !== undefined && !box.main) return changeStrokes[box.change];
  const dash = borderDash[box.border];
  const width = 1;
  if (box.main) return { colour: 'main', width, dash: solid };
  if (box.failed) return { colour: 'high', width, dash };
  if (box.cycle) return { colour: 'cycle', width, dash };
  switch (box.border) {
    case 'replaced':
      return { colour: 'replaced', width, dash };
    case 'superseded':
      return { colour: 'ink-3', width, dash };
    case 'kept':
    case 'excluded':
      return { colour: 'info', width, dash };
    default:
      return { colour: box.direct ? 'box-line-direct' : 'box-line', width, dash };
  }
}

/** What fills a box: the main module is inverted, an opened cycle stands on its soft colour, what nothing imports is empty. */
export function boxFill(box: Pick<SceneBox, 'main' | 'isFrame' | 'cycle' | 'change' | 'hollow' | 'over'>): {
  readonly colour: Token;
  readonly opacity: number;
} {
  if (box.main) return { colour: 'main', opacity: 1 };
  if (box.change !== undefined) return { colour: changeFills[box.change], opacity: 1 };
  if (box.isFrame && box.over === true) return { colour: 'panel', opacity: 1 };
  if (box.isFrame) return box.cycle ? { colour: 'cycle-soft', opacity: 0.45 } : { colour: 'sunken', opacity: 0.6 };
  return { colour: box.hollow === true ? 'box-hollow' : 'box', opacity: 1 };
}

const lineStrokes: Readonly<Record<SceneLine['kind'], Stroke>> = {
  requirement: { colour: 'edge', width: 1, dash: solid },
  superseded: { colour: 'edge', width: 1, dash: [3, 2] },
  'closes-cycle': { colour: 'cycle', width: 1.4, dash: [1.5, 2.5] },
  import: { colour: 'accent', width: 1, dash: solid },
};

const changedLines: Readonly<Record<NonNullable<SceneLine['change']>, Stroke>> = {
  added: { colour: 'added', width: 1.8, dash: solid },
  removed: { colour: 'removed', width: 1.6, dash: [5, 3] },
  kept: { colour: 'edge', width: 1, dash: solid },
};

/** How a line is drawn where nothing is selected. */
export function lineStroke({ kind, change }: Pick<SceneLine, 'kind' | 'change'>): Stroke {
  if (change !== undefined) return changedLines[change];
  return lineStrokes[kind];
}

export const tickColours: Readonly<Record<SceneTick['mark'], Token>> = {
  direct: 'box-line-direct',
  indirect: 'edge',
  warn: 'warn',
  high: 'high',
  replaced: 'replaced',
};

/** Rectangles of a tick, relative to its box: x, y, width, height. Warn and high wear a cap; replaced is split in two. */
export function tickRects(
  tick: SceneTick,
  width: number,
  cap: { readonly gap: number; readonly height: number },
): readonly (readonly [number, number, number, number])[] {
  const whole = [tick.x, tick.y, width, tick.height] as const;
  if (tick.mark === 'warn' || tick.mark === 'high')
    return [whole, [tick.x, tick.y - cap.gap - cap.height, width, cap.height]];
  if (tick.mark !== 'replaced') return [whole];
  const half = (tick.height - 1.6) / 2;
  return [
    [tick.x, tick.y, width, half],
    [tick.x, tick.y + tick.height - half, width, half],
  ];
}
