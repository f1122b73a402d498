/** Requirements without a line of a selected group: from side to side, what leads to it in another colour than what leads from it. */
import { expect, it } from 'vitest';
import { paint } from '../../../drawing/pens/canvas.ts';
import { noEmphasis, type Emphasis } from '../../../drawing/pens/emphasis.ts';
import { palettes } from '../../../drawing/theme/tokens.ts';
import { scene } from '../../client/scenes.ts';
import { Recorder, type Call } from './recorder.ts';

const columns = scene(
  [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 200, y: 100 },
    { id: 'c', x: 200, y: 300 },
    { id: 'd', x: 400, y: 0 },
  ],
  [],
  { headings: [{ x: 0, y: 0, width: 100, title: '', note: '' }], direction: 'right' },
);

/** The bows, each with the place it begins at and its colour. */
function bows(emphasis: Partial<Emphasis>): { from: Call['args']; to: Call['args']; colour: unknown }[] {
  const pen = new Recorder();
  paint(pen, columns, palettes.light, {
    zoom: 1,
    visible: { x: 0, y: 0, width: 1000, height: 700 },
    ruler: false,
    emphasis: { ...noEmphasis, selected: 'b', ...emphasis },
  });
  return pen.calls.flatMap((call, place) => {
    const before = pen.calls[place - 1];
    if (call.name !== 'bezierCurveTo' || before?.name !== 'moveTo') return [];
    const stroke = pen.calls.slice(place).find(({ name }) => name === 'stroke')?.stroke;
    return [{ from: before.args, to: call.args.slice(4), colour: stroke }];
  });
}

it('runs from the side that faces the other column', () => {
  const unseen = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'd' },
    { from: 'd', to: 'b' },
    { from: 'c', to: 'b' },
  ];
  expect(bows({ unseen })).toEqual([
    { from: [300, 118], to: [400, 18], colour: palettes.light['edge-strong'] },
    { from: [100, 18], to: [200, 118], colour: palettes.light.accent },
    { from: [400, 18], to: [300, 118], colour: palettes.light.accent },
    // In one column it turns left of it.
    { from: [200, 318], to: [200, 118], colour: palettes.light.accent },
  ]);
});

it('what is only pointed at stays dotted and pale', () => {
  expect(bows({ implied: [{ from: 'a', to: 'b' }] })).toEqual([
    { from: [100, 18], to: [200, 118], colour: palettes.light.edge },
  ]);
});
