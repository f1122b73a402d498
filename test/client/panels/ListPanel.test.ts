import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import ListPanel from '../../../client/panels/ListPanel.svelte';
import type { ListKind } from '../../../client/panels/lists/items.ts';
import type { Conflict } from '../../../graph/findings/types.ts';
import { layOut } from './laid-out.ts';
import { known, nodeOf, small } from './models.ts';

beforeAll(layOut);

async function open(kind: ListKind, more: Partial<typeof known> = {}) {
  const onjump = vi.fn();
  const page = render(ListPanel, { kind, model: small, ...known, ...more, onjump });
  await vi.waitFor(() => {
    expect(screen.getAllByRole('row', { hidden: true }).length).toBeGreaterThan(1);
  });
  return { onjump, ...page };
}
const grid = (): HTMLElement => screen.getByRole('treegrid');
const rows = (): HTMLElement[] =>
  within(grid())
    .getAllByRole('row', { hidden: true })
    .filter((row) => row.hasAttribute('aria-level'));
const active = (): HTMLElement | undefined => rows().find((row) => row.getAttribute('aria-selected') === 'true');

describe('ListPanel of conflicts', () => {
  it('has a row for each conflict, that jumps', async () => {
    const { onjump } = await open('conflicts');
    expect(rows().map((row) => within(row).getAllByRole('gridcell', { hidden: true })[2]?.textContent.trim())).toEqual([
      'example.com/net',
      'example.com/a',
    ]);
    await fireEvent.click(rows()[0]!);
    expect(onjump).toHaveBeenCalledExactlyOnceWith([nodeOf(small, 'example.com/net@v0.3.0')]);
  });

  it('is walked by the arrows and jumps on Enter', async () => {
    const { onjump } = await open('conflicts');
    const [first, second] = rows();
    expect(active()).toBe(first);
    expect(grid().getAttribute('aria-activedescendant')).toBe(first?.id);
    // Over the heading between the two.
    await fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    expect(active()).toBe(second);
    expect(grid().getAttribute('aria-activedescendant')).toBe(second?.id);
    await fireEvent.keyDown(grid(), { key: 'ArrowDown' });
    expect(active()).toBe(second);
    await fireEvent.keyDown(grid(), { key: 'Enter' });
    expect(onjump).toHaveBeenCalledExactlyOnceWith([nodeOf(small, 'example.com/a@v1.2.0')]);
    await fireEvent.keyDown(grid(), { key: 'ArrowUp' });
    expect(active()).toBe(first);
    await fireEvent.keyDown(grid(), { key: 'End' });
    expect(active()).toBe(second);
    await fireEvent.keyDown(grid(), { key: 'Home' });
    expect(active()).toBe(first);
  });

  it('unfolds the ladder by the right arrow and folds it by the left one', async () => {
    await open('conflicts');
    await fireEvent.keyDown(grid(), { key: 'ArrowRight' });
    expect(active()?.getAttribute('aria-expanded')).toBe('true');
    const ladder = within(grid()).getByRole('list', { name: 'Versions asked for, newest first', hidden: true });
    expect(within(ladder).getAllByRole('listitem', { hidden: true })).toHaveLength(3);
    await fireEvent.keyDown(grid(), { key: 'ArrowRight' });
    expect(active()?.getAttribute('aria-expanded')).toBe('true');
    await fireEvent.keyDown(grid(), { key: 'ArrowLeft' });
    expect(active()?.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.keyDown(grid(), { key: 'ArrowLeft' });
    expect(active()?.getAttribute('aria-expanded')).toBe('false');
  });

  it('unfolds by its button without jumping', async () => {
    const { onjump } = await open('conflicts');
    await fireEvent.click(within(rows()[1]!).getByRole('button', { hidden: true }));
    expect(rows()[1]?.getAttribute('aria-expanded')).toBe('true');
    expect(onjump).not.toHaveBeenCalled();
  });

  it('is narrowed by words and by grade', async () => {
    await open('conflicts');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'COM net' } });
    await vi.waitFor(() => {
      expect(rows()).toHaveLength(1);
    });
    await fireEvent.click(screen.getByRole('switch', { name: 'compatible' }));
    expect(screen.getByRole('status').textContent).toBe('Nothing matches. 2 without the search and the switches.');
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
    render(ListPanel, { kind: 'conflicts', model: small, ...known, conflicts: [], onjump: vi.fn() });
    expect(screen.getByRole('status').textContent).toBe('Every module is asked for at one version only.');
  });
});

describe('ListPanel of cycles and findings', () => {
  it('shows cycles and jumps to all members', async () => {
    const { onjump } = await open('cycles');
    expect(rows()[0]?.textContent).toContain('a ⇄ b');
    await fireEvent.click(rows()[0]!);
    expect(onjump).toHaveBeenCalledExactlyOnceWith(known.cycles[0]?.nodes);
  });

  it('shows findings under what they are, with remedies', async () => {
    const { onjump } = await open('findings');
    const replaced = rows().find((row) => row.textContent.includes('example.com/b'))!;
    await fireEvent.click(within(replaced).getByRole('button', { hidden: true }));
    const finding = known.findings.find(({ code }) => code === 'replaced')!;
    expect(grid().textContent).toContain(finding.remedy.words);
    await fireEvent.click(replaced);
    expect(onjump).toHaveBeenCalledExactlyOnceWith(finding.nodes);
  });

  it('forgets its switches when it becomes another list', async () => {
    const { rerender } = await open('conflicts');
    await fireEvent.click(screen.getByRole('switch', { name: 'v0 minor' }));
    await rerender({ kind: 'cycles' });
    await vi.waitFor(() => {
      expect(rows()).toHaveLength(known.cycles.length);
    });
  });
});
