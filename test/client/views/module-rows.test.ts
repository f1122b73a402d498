import { describe, expect, it } from 'vitest';
import { moduleRows } from '../../../client/views/module-rows.ts';
import {
  ageOf,
  columns,
  columnsText,
  filterRows,
  nextSorting,
  readColumns,
  sortRows,
  startSorting,
  usualColumns,
} from '../../../client/views/table-columns.ts';
import { markWords } from '../../../client/views/row-words.ts';
import { marksOf } from '../../../drawing/face/marks.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { makeView } from '../../../graph/view/view.ts';
import { hostilePath, known, small } from '../panels/models.ts';

const marks = marksOf(small, known);
const rowsOf = (patch: Partial<typeof defaultView> = {}) =>
  moduleRows(makeView(small, { ...defaultView, ...patch }), { ...known, marks });

describe('rows of the table', () => {
  it('has one row for each selected version, with what its path is required by', () => {
    const rows = rowsOf();
    expect(rows.map((row) => row.name)).toEqual([
      'evil.example/<img/src=x/onerror=alert(1)>@v1.0.0',
      'example.com/a@v1.2.0',
      'example.com/app',
      'example.com/b@v1.0.0',
      'example.com/net@v0.3.0',
    ]);
    const net = rows.find((row) => row.path === 'example.com/net');
    // app, a (which asks for v0.2.0) and b: a superseded requirer is not in the build list. The line of app is // indirect: no step.
    expect(net).toMatchObject({ kind: 'indirect', requiredBy: 3, requires: 0, asked: 3, steps: 2 });
    expect(rows.find((row) => row.path === 'example.com/app')).toMatchObject({ kind: 'main', requires: 3, steps: 0 });
  });

  it('counts versions for themselves in the scope of all', () => {
    const old = rowsOf({ scope: 'all' }).find((row) => row.name === 'example.com/a@v1.1.0');
    expect(old).toMatchObject({ kind: 'superseded', requiredBy: 1, requires: 1, steps: 2 });
  });

  it('holds what matched alone', () => {
    expect(rowsOf({ query: 'is:main' }).map((row) => row.name)).toEqual(['example.com/app']);
  });

  it('says marks in words, the rule left out', () => {
    const b = rowsOf().find((row) => row.path === 'example.com/b');
    expect(markWords(b?.marks ?? [])).toBe('in a cycle, replaced');
  });
});

describe('order and search of the table', () => {
  it('begins at the main module, direct ones first', () => {
    expect(sortRows(rowsOf(), startSorting).map((row) => row.path)).toEqual([
      'example.com/app',
      'example.com/a',
      'example.com/b',
      hostilePath,
      'example.com/net',
    ]);
  });

  it('sorts numbers highest first at the first press, and turns round at the second', () => {
    const column = columns.find(({ id }) => id === 'requiredBy')!;
    const down = nextSorting(startSorting, column);
    expect(down).toEqual({ column: 'requiredBy', descending: true });
    expect(sortRows(rowsOf(), down)[0]?.path).toBe('example.com/net');
    expect(sortRows(rowsOf(), nextSorting(down, column)).map((row) => row.requiredBy)).toEqual([0, 1, 2, 2, 3]);
  });

  it('sorts every column without losing a row', () => {
    const rows = rowsOf({ scope: 'all' });
    for (const { id } of columns) {
      const sorted = sortRows(rows, { column: id, descending: true });
      expect(new Set(sorted.map((row) => row.name)).size, id).toBe(rows.length);
    }
  });

  it('finds rows by every word and by kind', () => {
    const rows = rowsOf();
    expect(filterRows(rows, 'COM net', new Set()).map((row) => row.path)).toEqual(['example.com/net']);
    expect(filterRows(rows, 'example', new Set(['direct'])).map((row) => row.path)).toEqual([
      'example.com/a',
      'example.com/b',
    ]);
    expect(filterRows(rows, 'nothing', new Set())).toEqual([]);
  });
});

describe('columns of the table', () => {
  const withFacts = {
    ...small,
    snapshot: {
      ...small.snapshot,
      facts: [{ path: 'example.com/b', version: 'v1.0.0', time: '2024-01-31T10:00:00Z', update: 'v1.4.0' }],
    },
  };

  it('are the usual ones where an address names none that is known', () => {
    const usual = usualColumns(small);
    expect(usual).not.toContain('alone');
    expect(usual).not.toContain('newer');
    for (const text of [undefined, '', 'nothing,x']) expect(readColumns(text, small), text).toEqual(usual);
    expect(columnsText(new Set(usual), small)).toBeUndefined();
  });

  it('come back from an address, in the order of the table, the module always', () => {
    expect(readColumns('alone,version', small)).toEqual(['module', 'version', 'alone']);
    for (const ids of [['alone'], ['newer', 'age'], [], columns.map(({ id }) => id)] as const) {
      const text = columnsText(new Set(ids), small);
      expect(readColumns(text, small)).toEqual(
        columns.flatMap(({ id }) =>
          id === 'module' || (id !== 'change' && (ids as readonly string[]).includes(id)) ? [id] : [],
        ),
      );
    }
  });

  it('say what a module brings alone, and what the network knows of it', () => {
    const rows = moduleRows(makeView(withFacts, defaultView), { ...known, marks });
    expect(rows.find(({ path }) => path === 'example.com/b')).toMatchObject({
      newer: 'v1.4.0',
      published: '2024-01-31T10:00:00Z',
    });
    expect(rows.find(({ path }) => path === 'example.com/a')?.newer).toBeUndefined();
    expect(rows.find(({ kind }) => kind === 'main')?.alone).toBe(rows.length - 1);
    const lacking = columns.filter(({ lacks }) => lacks?.(small) !== undefined).map(({ id }) => id);
    expect(lacking).toEqual(['change', 'newer', 'published', 'age', 'imported']);
    expect(columns.filter(({ lacks }) => lacks?.(withFacts) !== undefined).map(({ id }) => id)).toEqual([
      'change',
      'imported',
    ]);
    // A comparison has its own, and counts nothing that is of one side.
    const compared = openSnapshot(small.snapshot, { changes: new Map() });
    expect(usualColumns(compared)).toContain('change');
    expect(usualColumns(compared)).not.toContain('findings');
    expect(readColumns('change,version', compared)).toEqual(['module', 'version', 'change']);
    expect(readColumns('change,version', small)).toEqual(['module', 'version']);
  });

  it('say an age in whole units', () => {
    const now = Date.parse('2026-03-01T00:00:00Z');
    const said = [
      '2026-03-01',
      '2026-02-28',
      '2025-12-31',
      '2025-12-30',
      '2024-03-02',
      '2024-03-01',
      '2024-02-29',
      '2030-01-01',
      'x',
    ];
    expect(said.map((at) => ageOf(at, now))).toEqual([
      '0 days',
      '1 day',
      '60 days',
      '2 months',
      '23 months',
      '23 months',
      '2 years',
      '',
      '',
    ]);
  });
});
