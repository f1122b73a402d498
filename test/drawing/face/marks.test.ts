import { expect, it } from 'vitest';
import { faceOf } from '../../../drawing/face/face.ts';
import { shownMarks } from '../../../drawing/face/glyph-row.ts';
import { markOfFinding, marksOf, type Mark } from '../../../drawing/face/marks.ts';
import { placeTicks, tickOf } from '../../../drawing/face/ticks.ts';
import { findConflicts, findCycles, findFindings } from '../../../graph/findings/index.ts';
import { recordedModel, viewOf } from '../models.ts';

it.each([
  ['declared-below-selected', 'error', 'error', 'high'],
  ['declared-below-selected', 'info', 'low', 'info'],
  ['load-error', 'error', 'error', 'high'],
  ['major-coexistence', 'high', 'two-majors', 'high'],
  ['major-coexistence', 'warn', 'two-majors', 'warn'],
  ['excluded-require', 'warn', 'excluded', 'info'],
  ['kept-by-superseded', 'info', 'kept', 'info'],
  ['replaced', 'info', 'replaced', 'replaced'],
  ['cycle', 'info', 'cycle', 'cycle'],
] as const)('finding %s (%s) is glyph %s in %s', (code, severity, glyph, colour) => {
  expect(markOfFinding({ code, severity })).toMatchObject({ glyph, colour });
});

it('marks the selected version of each path with a grade above superseded, and no other, as warn', () => {
  const model = recordedModel('prometheus');
  const conflicts = findConflicts(model);
  const marks = marksOf(model, { findings: [], conflicts, cycles: [] });
  const warned = conflicts
    .filter(({ grade }) => grade !== 'superseded' && grade !== 'declared-below-selected')
    .map(({ path }) => path);
  const drawn = model.snapshot.modules.flatMap((module, node) =>
    marks.of(node).some(({ glyph }) => glyph === 'warn') ? [module.path] : [],
  );
  expect(warned.length).toBeGreaterThan(20);
  expect(drawn).toEqual([...warned].sort());
});

it('tells a cycle of paths from one of versions, which alone stands in scope all', () => {
  const model = recordedModel('gopls');
  const cycles = findCycles(model);
  const path = cycles.find((cycle) => cycle.kind === 'path')!;
  expect(path.nodes.length).toBeGreaterThan(1);
  const marks = marksOf(model, { findings: findFindings(model), conflicts: [], cycles });
  for (const node of path.nodes) expect(marks.of(node).find(({ glyph }) => glyph === 'cycle')?.ofPaths).toBe(true);
  const glyphsIn = (scope: 'all' | 'selected'): string[] => {
    const view = viewOf(model, { scope, closeCycles: false });
    return view.boxes.flatMap((box) => faceOf(box, view, marks).glyphs.map(({ glyph }) => glyph));
  };
  expect(glyphsIn('selected')).toContain('cycle');
  expect(cycles.some((cycle) => cycle.kind === 'version')).toBe(false);
  expect(glyphsIn('all')).not.toContain('cycle');
});

it('puts the heaviest first', () => {
  const model = recordedModel('traefik');
  const marks = marksOf(model, {
    findings: findFindings(model),
    conflicts: findConflicts(model),
    cycles: findCycles(model),
  });
  const order = [
    'error',
    'high',
    'two-majors',
    'retracted',
    'warn',
    'deprecated',
    'cycle',
    'replaced',
    'low',
    'excluded',
    'kept',
  ];
  let several = 0;
  for (let node = 0; node < model.graph.size; node++) {
    const ranks = marks.of(node).map(({ glyph }) => order.indexOf(glyph));
    if (ranks.length > 1) several++;
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  }
  expect(several).toBeGreaterThan(5);
});

it('draws three marks at most, and three dots for the rest', () => {
  const mark = (glyph: Mark['glyph']): Mark => ({ glyph, colour: 'info' });
  const marks = [mark('error'), mark('warn'), mark('cycle'), mark('kept')];
  expect(shownMarks(marks).map(({ glyph }) => glyph)).toEqual(['error', 'warn', 'cycle', 'more']);
  expect(shownMarks(marks.slice(0, 3)).map(({ glyph }) => glyph)).toEqual(['error', 'warn', 'cycle']);
});

it('lays ticks in rows that do not touch', () => {
  const ticks = Array.from({ length: 90 }, (_, n) =>
    tickOf(n % 3 === 0, n % 5 === 0 ? [{ glyph: 'warn', colour: 'warn' }] : []),
  );
  const placed = placeTicks(ticks, 161).ticks;
  expect(placed).toHaveLength(90);
  placed.forEach((one, place) => {
    for (const two of placed.slice(place + 1)) {
      const top = (tick: typeof one): number => tick.y - (tick.mark === 'warn' ? 2.8 : 0);
      const apart = Math.abs(one.x - two.x) >= 4 || top(one) >= two.y + two.height || top(two) >= one.y + one.height;
      expect(apart).toBe(true);
    }
  });
  expect(new Set(placed.map((tick) => tick.y + tick.height)).size).toBe(4);
});
