import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import ListPanel from '../../../client/panels/ListPanel.svelte';
import type { ListKind } from '../../../client/panels/lists/items.ts';
import { listOf } from '../../../client/panels/lists/list-of.ts';
import { findingCounts } from '../../../client/panels/merged-findings.ts';
import type { Conflict } from '../../../graph/findings/types.ts';
import { layOut } from './laid-out.ts';
import { known, nodeOf, small } from './models.ts';

beforeAll(layOut);

/** The list with the row that it was told to explain, as the page tells it. */
async function open(kind: ListKind, more: Partial<typeof known> = {}) {
  const data = { model: small, ...known, ...more };
  const onshow = vi.fn();
  const keys: string[] = [];
  const props = (of: ListKind, row?: string) => ({
    kind: of,
    model: small,
    list: listOf(of, data),
    counts: findingCounts(data.findings),
    row,
    onrow: (key: string) => {
      keys.push(key);
      void page.rerender(props(of, key));
    },
    onshow,
  });
  const page = render(ListPanel, props(kind));
  await vi.waitFor(() => {
    expect(screen.getAllByRole('row', { hidden: true }).length).toBeGreaterThan(0);
  });
  return { onshow, keys, become: (of: ListKind) => page.rerender(props(of)) };
}
const grid = (): HTMLElement => screen.getByRole('treegrid');
const at = (level: string): HTMLElement[] =>
  within(grid())
    .getAllByRole('row', { hidden: true })
    .filter((row) => row.getAttribute('aria-level') === level);
const rows = (): HTMLElement[] => at('2');
const headings = (): HTMLElement[] => at('1');
const active = (): HTMLElement | undefined => rows().find((row) => row.getAttribute('aria-selected') === 'true');
const press = (key: string) => fireEvent.keyDown(grid(), { key });

describe('ListPanel of conflicts', () => {
  it('has a row for each conflict; a click explains it and stays', async () => {
    const { onshow, keys } = await open('conflicts');
    expect(rows().map((row) => within(row).getAllByRole('gridcell', { hidden: true })[1]?.textContent.trim())).toEqual([
      'example.com/net',
      'example.com/a',
    ]);
    // Nothing is blue that was not chosen.
    expect(active()).toBeUndefined();
    expect(grid().hasAttribute('aria-activedescendant')).toBe(false);
    await fireEvent.click(rows()[0]!);
    expect(keys).toEqual(['example.com/net']);
    expect(active()).toBe(rows()[0]);
    expect(onshow).not.toHaveBeenCalled();
  });

  it('explains what the arrows come to; Enter and a double click show it in the graph', async () => {
    const { onshow, keys } = await open('conflicts');
    await press('ArrowDown');
    expect(active()).toBe(rows()[0]);
    expect(grid().getAttribute('aria-activedescendant')).toBe(rows()[0]?.id);
    // Over the open heading between the two.
    await press('ArrowDown');
    expect(active()).toBe(rows()[1]);
    await press('ArrowDown');
    expect(active()).toBe(rows()[1]);
    expect(onshow).not.toHaveBeenCalled();
    await press('Enter');
    expect(onshow.mock.calls.map(([item]) => (item as { nodes: number[] }).nodes)).toEqual([
      [nodeOf(small, 'example.com/a@v1.2.0')],
    ]);
    await press('ArrowUp');
    expect(active()).toBe(rows()[0]);
    await press('End');
    expect(active()).toBe(rows()[1]);
    await press('Home');
    expect(active()).toBe(rows()[0]);
    expect(new Set(keys)).toEqual(new Set(['example.com/net', 'example.com/a']));
    await fireEvent.dblClick(rows()[1]!);
    expect(onshow).toHaveBeenCalledTimes(2);
  });

  it('folds a heading from its rows, and unfolds it', async () => {
    await open('conflicts');
    await press('ArrowDown');
    await press('ArrowLeft');
    expect(grid().getAttribute('aria-activedescendant')).toBe(headings()[0]?.id);
    await press('ArrowLeft');
    expect(headings()[0]?.getAttribute('aria-expanded')).toBe('false');
    expect(rows()).toHaveLength(1);
    // A folded heading is walked to, for nothing else of it is there.
    await press('End');
    await press('Home');
    expect(grid().getAttribute('aria-activedescendant')).toBe(headings()[0]?.id);
    await press('ArrowRight');
    expect(rows()).toHaveLength(2);
    await fireEvent.click(headings()[1]!);
    expect(rows()).toHaveLength(1);
  });

  it('is narrowed by words and by grade', async () => {
    await open('conflicts');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'COM net' } });
    await vi.waitFor(() => {
      expect(rows()).toHaveLength(1);
    });
    await fireEvent.click(screen.getByRole('switch', { name: 'compatible' }));
    expect(screen.getByRole('status').textContent).toBe('Nothing matches. 2 without the search and the filters.');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
    await vi.waitFor(() => {
      expect(rows()[0]?.textContent).toContain('example.com/a');
    });
    expect(rows()).toHaveLength(1);
  });

  it('mounts only what is in sight of a long list', async () => {
    const conflicts = Array.from({ length: 2000 }, (_, i): Conflict => ({
      path: `example.com/m${String(i).padStart(4, '0')}`,
      grade: 'superseded',
      required: [
        { version: 'v1.1.0', by: ['m'] },
        { version: 'v1.0.0', by: ['m'] },
      ],
    }));
    await open('conflicts', { conflicts });
    expect(rows().length).toBeLessThan(100);
    expect(grid().getAttribute('aria-rowcount')).toBe('2001');
  });

  it('says so when there is none', () => {
    render(ListPanel, {
      kind: 'conflicts',
      model: small,
      list: listOf('conflicts', { model: small, ...known, conflicts: [] }),
      counts: findingCounts([]),
      row: undefined,
      onrow: vi.fn(),
      onshow: vi.fn(),
    });
    expect(screen.getByRole('status').textContent).toBe('Every module is requested at one version only.');
  });
});

describe('ListPanel of cycles and findings', () => {
  it('shows the members of a cycle, and which requirement closes it', async () => {
    await open('cycles');
    expect(rows()[0]?.textContent).toContain('a ⇄ b');
    expect(rows()[0]?.textContent.replaceAll(/\s+/g, ' ')).toContain('closed by b → a v1.1.0');
  });

  it('has columns for findings, and what is for information only is folded', async () => {
    await open('findings');
    const cells = rows().map((row) =>
      within(row)
        .getAllByRole('gridcell', { hidden: true })
        .map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
    );
    expect(cells).toEqual([
      [
        'Warning: module jumped a major or v0 minor version',
        'example.com/net',
        'v0.1.0 → v0.3.0',
        '3 requirers',
        'Explain',
      ],
      ['Warning: module replaced', 'example.com/b', 'v1.0.0 → ../b', '2 requirers', 'Read'],
    ]);
    const info = headings().filter((heading) => heading.getAttribute('aria-expanded') === 'false');
    expect(info.map((heading) => heading.textContent.trim())).toEqual(['1 module at more than one version', '1 cycle']);
    await fireEvent.click(info[0]!);
    expect(rows()).toHaveLength(3);
    expect(screen.getByText(/^2 findings from \d+ checks; 2 for information/)).toBeTruthy();
  });

  it('forgets its switches when it becomes another list', async () => {
    const { become } = await open('conflicts');
    await fireEvent.click(screen.getByRole('switch', { name: 'v0 minor' }));
    await become('cycles');
    await vi.waitFor(() => {
      expect(rows()).toHaveLength(known.cycles.length);
    });
  });
});
