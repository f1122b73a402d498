/** A poster holds every module and requirement of its view, and what it says of them is so. */
import { describe, expect, it } from 'vitest';
import { sheetSvg } from '../../../drawing/formats/sheet-svg.ts';
import { bundledLine } from '../../../drawing/poster/bundle.ts';
import { circleOf } from '../../../drawing/poster/circle.ts';
import { posterGraph } from '../../../drawing/poster/graph.ts';
import { posterSheet } from '../../../drawing/poster/poster.ts';
import type { Mark, Sheet } from '../../../drawing/sheet/types.ts';
import { NodeKind } from '../../../graph/model/module-graph.ts';
import type { ViewOptions } from '../../../graph/view/types.ts';
import { modelOf } from '../../graph/lines.ts';
import { hostileModel, recordedModel, viewOf } from '../models.ts';

const poster = (name: string, hub = '', options: Partial<ViewOptions> = {}): Sheet =>
  posterSheet(viewOf(recordedModel(name), options), { hub });

const wordsOf = ({ marks }: Sheet): string[] =>
  marks.flatMap((mark) => (mark.kind === 'words' ? [mark.pieces.map(({ text }) => text).join('')] : []));

/** Paths drawn in a colour, by lines thinner than a tick and longer than an arc's piece. */
function linesIn({ marks }: Sheet, colour: string): number {
  return marks.reduce((sum, mark) => (isLine(mark) && mark.colour === colour ? sum + mark.paths.length : sum), 0);
}

function isLine(mark: Mark): mark is Extract<Mark, { kind: 'lines' }> {
  return (
    mark.kind === 'lines' && mark.tip === undefined && mark.paths.every((path) => path.some(([one]) => one === 'C'))
  );
}

describe('what it counts', () => {
  const model = recordedModel('prometheus');
  const view = viewOf(model);
  const graph = posterGraph(view);
  const { graph: all } = model;

  it('is every module of the build list, and each pair of them that a requirement joins', () => {
    expect(graph.modules).toHaveLength(view.receipt.matched);
    const pairs = new Set<string>();
    let listed = 0;
    for (let from = 0; from < all.size; from++) {
      if (all.selected[all.pathOf[from]!] !== from || all.kind[from] === NodeKind.toolchain) continue;
      for (const named of all.out.targets.subarray(all.out.offsets[from], all.out.offsets[from + 1])) {
        const to = all.selected[all.pathOf[named]!]!;
        if (to === -1 || to === from || all.kind[to] === NodeKind.toolchain) continue;
        pairs.add(`${from} ${to}`);
      }
    }
    for (const pair of pairs) {
      const [from, to] = pair.split(' ').map(Number);
      if (all.kind[from!] === NodeKind.main && model.direct[to!] === 0) listed++;
    }
    expect(listed).toBeGreaterThan(50);
    expect(graph.requirements + graph.indirectLines).toBe(pairs.size);
    expect(graph.indirectLines).toBeLessThanOrEqual(listed);
    expect(linesIn(posterSheet(view, { hub: '' }), 'edge')).toBeGreaterThan(1000);
  });

  it('is said: modules, owners, requirements, and who requires the module with the most requirers', () => {
    const sheet = poster('prometheus');
    expect(wordsOf(sheet)).toContain('416 modules by 202 owners, 1,540 requirements.');
    expect(wordsOf(sheet)).toContain('60 modules require it; no other has more requirers.');
    expect(wordsOf(sheet)).toContain('1,245 versions → 416 selected');
    expect(sheet.description).toContain('golang.org/x/sys: 60 modules require it');
    const most = Math.max(...graph.modules.filter(({ main }) => !main).map(({ requirers }) => requirers.length));
    expect(most).toBe(60);
    expect(linesIn(sheet, 'accent')).toBe(60);
  });

  it('lights the hub that is named, both ways', () => {
    const sheet = poster('prometheus', 'google.golang.org/grpc');
    expect(wordsOf(sheet)).toEqual(expect.arrayContaining(['27 modules require it.', 'It requires 20.']));
    expect([linesIn(sheet, 'accent'), linesIn(sheet, 'warn')]).toEqual([27, 20]);
    expect(linesIn(sheet, 'edge') + 47).toBe(graph.requirements);
  });
});

it('leaves an // indirect line of go.mod out, unless nothing else requires what it names', () => {
  const main = { path: 'm', dir: '', go: '1.21', ignore: [], replace: [], exclude: [], retract: [], tool: [] };
  const require = [
    { path: 'a', version: 'v1.0.0' },
    { path: 'b', version: 'v1.0.0', indirect: true as const },
    { path: 'c', version: 'v1.0.0', indirect: true as const },
  ];
  const model = modelOf('m a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\na@v1.0.0 b@v1.0.0', {
    mains: [{ ...main, require }],
  });
  const { modules, requirements, indirectLines } = posterGraph(viewOf(model));
  const required = modules.find(({ path }) => path === 'm')?.required.map((one) => modules[one]?.path);
  expect(required).toEqual(['a', 'c']);
  expect([requirements, indirectLines]).toEqual([3, 1]);
});

it('is of the view: a query draws what it matches', () => {
  const sheet = poster('kubectl', '', { query: 'is:direct' });
  const { modules } = posterGraph(viewOf(recordedModel('kubectl'), { query: 'is:direct' }));
  expect(modules.every(({ direct, main }) => direct || main)).toBe(true);
  expect(wordsOf(sheet)[0]).toBeDefined();
  expect(wordsOf(sheet).some((words) => words.endsWith(' match is:direct'))).toBe(true);
  expect(() => poster('kubectl', 'golang.org/x/exp', { query: 'is:main' })).toThrow(
    /not on this poster|not in the module graph/,
  );
  expect(() => poster('kubectl', 'golang.org/x/nett')).toThrow('golang.org/x/nett is not in the module graph.');
});

it.each(['echo', 'kubectl', 'prometheus', 'traefik'])('%s: names stand apart and within the picture', (name) => {
  const sheet = poster(name);
  const ring = sheet.marks.flatMap((mark) => (mark.kind === 'words' && mark.turn !== undefined ? [mark] : []));
  expect(ring.length).toBeGreaterThan(5);
  for (const [place, one] of ring.entries()) {
    const letters = one.pieces.reduce((sum, { text }) => sum + text.length, 0) * one.size * 0.602;
    const turn = (one.turn! * Math.PI) / 180;
    const far = one.end === true ? -letters : letters;
    const [x, y] = [one.x + far * Math.cos(turn), one.y + far * Math.sin(turn)];
    expect([x > 0, x < 1060, y > 0, y < 1000], one.pieces[0]?.text).toEqual([true, true, true, true]);
    for (const other of ring.slice(place + 1)) {
      expect(
        Math.hypot(one.x - other.x, one.y - other.y),
        `${one.pieces[0]!.text} ${other.pieces[0]!.text}`,
      ).toBeGreaterThan(12);
    }
  }
});

it('every module has a place of its own, owner by owner', () => {
  const { modules } = posterGraph(viewOf(recordedModel('traefik')));
  const circle = circleOf(modules);
  expect(new Set(Array.from(circle.angles, (angle) => angle.toFixed(6))).size).toBe(modules.length);
  expect(circle.arcs.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(modules.map((_, n) => n));
  for (const { owner, members } of circle.arcs) for (const one of members) expect(modules[one]?.owner).toBe(owner);
  expect(circle.arcs.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThan(2 * Math.PI);
});

it('a bundled line goes from one module to the other, bent towards their owners', () => {
  const { modules } = posterGraph(viewOf(recordedModel('echo')));
  const circle = circleOf(modules);
  const path = bundledLine(circle, [0, 0], 100, 0, modules.length - 1);
  const [first, last] = [path[0]!, path.at(-1)!];
  for (const [module, [x, y]] of [
    [0, first.slice(1) as number[]],
    [modules.length - 1, last.slice(-2) as number[]],
  ] as const) {
    expect(x).toBeCloseTo(100 * Math.sin(circle.angles[module]!), 6);
    expect(y).toBeCloseTo(-100 * Math.cos(circle.angles[module]!), 6);
  }
  expect(path.some(([letter]) => letter === 'C')).toBe(true);
});

it('is the same bytes each time, finite, and no way in for what strangers write', () => {
  const draw = (): string => sheetSvg(posterSheet(viewOf(hostileModel()), { hub: '' }), { theme: 'auto' });
  expect(draw()).toBe(draw());
  expect(draw()).not.toMatch(/NaN|Infinity|undefined|<script|\u202e|var\(/);
  expect(sheetSvg(poster('prometheus'), { theme: 'dark' })).toBe(sheetSvg(poster('prometheus'), { theme: 'dark' }));
});

it('of nothing that is required, and of nothing at all, it says so', () => {
  const alone = posterSheet(viewOf(modelOf('m go@1.21')), { hub: '' });
  expect(wordsOf(alone)).toContain('1 module by 1 owner, 0 requirements.');
  const none = posterSheet(viewOf(recordedModel('echo'), { query: 'nothing-like-this' }), { hub: '' });
  expect(wordsOf(none)).toContain('0 modules by 0 owners, 0 requirements.');
});
