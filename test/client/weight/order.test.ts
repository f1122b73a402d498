// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { cellCounts, cellName, cellPaths, tickPaths } from '../../../client/weight/marks.ts';
import { filterRows, nextSorting, readSorting, shareOf, sortRows, sortText } from '../../../client/weight/order.ts';
import { leavingOf } from '../../../client/weight/leaving.ts';
import { rowAt, weigh } from '../../../client/weight/weigh.ts';
import { sampleModel } from '../../graph/recorded-model.ts';

const model = sampleModel('prometheus');
const weighed = await weigh(model);
const paths = (rows: readonly { readonly key: string }[]): string[] => rows.map(({ key }) => key);

describe('the order', () => {
  it('is that of the weight at first, and stands in the address otherwise', () => {
    expect(paths(sortRows(weighed.rows, readSorting(undefined)))).toEqual(paths(weighed.rows));
    expect(sortText(readSorting(undefined))).toBeUndefined();
    for (const text of ['shares-down', 'module-up', 'brings-up', 'by-down', 'lines-up', 'packages-down'])
      expect(sortText(readSorting(text))).toBe(text);
    for (const text of ['requiredBy-down', 'toString-up', 'shares', ''])
      expect(readSorting(text)).toEqual({ column: 'brings', descending: true });
  });

  it('begins at the interesting end of a column, and turns round', () => {
    const first = nextSorting(readSorting(undefined), 'shares');
    expect(first).toEqual({ column: 'shares', descending: true });
    expect(nextSorting(first, 'shares')).toEqual({ column: 'shares', descending: false });
    expect(nextSorting(first, 'module')).toEqual({ column: 'module', descending: false });
    const shares = sortRows(weighed.rows, first).map(({ row }) => row.shares);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const names = paths(sortRows(weighed.rows, readSorting('module-up')));
    expect(names).toEqual([...names].sort());
  });

  it('a search keeps rows that hold every word', () => {
    expect(paths(filterRows(weighed.rows, ' AZURE azidentity'))).toEqual([
      'github.com/Azure/azure-sdk-for-go/sdk/azidentity',
    ]);
    expect(filterRows(weighed.rows, '')).toHaveLength(weighed.rows.length);
  });
});

describe('the row that is explained', () => {
  it('is that of the path, else the one that brings most', () => {
    expect(rowAt(weighed, 'github.com/ovh/go-ovh')?.key).toBe('github.com/ovh/go-ovh');
    expect(rowAt(weighed, 'example.com/none')?.key).toBe('k8s.io/klog');
    expect(rowAt({ ...weighed, rows: [] }, undefined)).toBeUndefined();
  });

  it('knows its node and its cells', () => {
    for (const { key, node, cells } of weighed.rows) {
      expect(model.snapshot.modules[node]?.path).toBe(key);
      expect(cells.length).toBe(weighed.core.modules.length);
    }
  });
});

describe('room', () => {
  const shown = { by: false, lines: true, packages: false, core: 30 };

  it('gives the core less the narrower the view is, then none, and never more than there is', () => {
    expect(shareOf(1176, shown)).toEqual({ perLine: 40, core: 30 });
    expect(shareOf(880, shown)).toMatchObject({ perLine: 24, core: 20 });
    expect(shareOf(500, shown)).toEqual({ perLine: 0, core: 8 });
    expect(shareOf(420, shown).core).toBe(0);
    expect(shareOf(1176, { ...shown, core: 3 }).core).toBe(3);
    expect(shareOf(880, { ...shown, by: true }).core).toBe(12);
    expect(shareOf(0, shown)).toEqual({ perLine: 0, core: 0 });
  });
});

describe('marks', () => {
  it('draw a square a module: filled, hollow, a dot in its own column, nothing', () => {
    const paths = cellPaths(Uint8Array.of(2, 1, 3, 0), 4, 15);
    expect(paths).toEqual({ requires: 'M3 6h8v8h-8z', through: 'M18.5 6.5h7v7h-7z', itself: 'M36 9h2v2h-2z' });
    expect(cellPaths(Uint8Array.of(2, 2), 1, 15).requires).toBe('M3 6h8v8h-8z');
    expect(cellCounts(Uint8Array.of(2, 1, 1, 2), 3)).toEqual({ requires: 1, through: 2 });
    expect([0, 1, 2, 3, undefined].map(cellName)).toEqual(['none', 'through', 'requires', 'itself', 'none']);
  });

  it('draw ticks of either shade', () => {
    expect(tickPaths([{ owner: '', count: 2, shade: 1 }], 1)).toEqual(['', 'M0 0h3v9h-3zM0 12h3v9h-3z']);
  });
});

it('what would leave stands by owner where an owner has three modules or more', () => {
  const brings = weighed.rows[0]?.row.brings ?? [];
  const { owners, rest } = leavingOf(model, brings);
  expect(owners.map(({ owner, nodes }) => [owner, nodes.length])).toEqual([
    ['github.com/nats-io', 5],
    ['go.etcd.io', 4],
    ['github.com/aws', 3],
  ]);
  expect(rest.length + 12).toBe(brings.length);
  expect(leavingOf(model, [])).toEqual({ owners: [], rest: [] });
});
