import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import FilterBar from '../../../client/panels/FilterBar.svelte';
import { makeGroups } from '../../../client/panels/finding-groups.ts';
import { findingCounts } from '../../../client/panels/merged-findings.ts';
import type { Switches } from '../../../client/panels/switches.ts';
import FindingsStrip from '../../../client/panels/FindingsStrip.svelte';
import Legend from '../../../client/panels/Legend.svelte';
import Receipt from '../../../client/panels/Receipt.svelte';
import { defaultView } from '../../../graph/view/defaults.ts';
import type { ViewOptions } from '../../../graph/view/types.ts';
import type { Run } from '../../../graph/wire.ts';
import { layOut } from './laid-out.ts';
import { known, small, viewOf } from './models.ts';

beforeAll(layOut);

describe('FilterBar', () => {
  const all: Switches = { reduce: true, foldLeaves: true, closeCycles: true, limit: true, packages: true };
  function open(patch: Partial<ViewOptions> = {}, does = all, wrong = false) {
    const calls = { onchange: vi.fn(), ondirection: vi.fn(), onclear: vi.fn() };
    render(FilterBar, {
      options: { ...defaultView, ...patch },
      direction: 'auto',
      resolved: 'down',
      counts: { matched: 1245, boxes: 57 },
      does,
      wrong,
      ...calls,
    });
    return calls;
  }

  it('switches what is on show', async () => {
    const { onchange } = open();
    await fireEvent.click(screen.getByRole('radio', { name: 'All versions' }));
    await fireEvent.click(screen.getByRole('switch', { name: 'Hide implied' }));
    await fireEvent.click(screen.getByRole('switch', { name: 'Fold leaves' }));
    await fireEvent.click(screen.getByRole('switch', { name: 'Collapse cycles' }));
    await fireEvent.click(screen.getByRole('switch', { name: 'Direct only' }));
    await fireEvent.change(screen.getByRole('combobox', { name: 'Group' }), { target: { value: 'owner' } });
    await fireEvent.change(screen.getByRole('combobox', { name: 'Max boxes' }), { target: { value: '0' } });
    expect(onchange.mock.calls).toEqual([
      [{ scope: 'all' }],
      [{ reduce: false }],
      [{ foldLeaves: false }],
      [{ closeCycles: false }],
      [{ query: '(is:direct | is:main)' }],
      [{ collapse: 'owner' }],
      [{ limit: 0 }],
    ]);
  });

  it('adds and takes a term without touching the rest of the query', async () => {
    const { onchange } = open({ query: 'a | b' });
    await fireEvent.click(screen.getByRole('switch', { name: 'Direct only' }));
    expect(onchange).toHaveBeenLastCalledWith({ query: '(a | b) (is:direct | is:main)' });
  });

  it('says of a query that cannot be read that it is not applied', () => {
    open({ query: 'is:imported' }, all, true);
    expect(screen.getByRole('button', { name: /is:imported/ }).title).toBe('Not applied. Remove this filter');
    document.body.replaceChildren();
    open({ query: 'is:main' });
    expect(screen.getByRole('button', { name: /is:main/ }).title).toBe('Remove this filter');
  });

  it('offers packages only where they are known', () => {
    const choices = (): (string | null)[] =>
      [...screen.getByRole<HTMLSelectElement>('combobox', { name: 'Group' }).options].map((one) => one.textContent);
    open();
    expect(choices()).toContain('packages');
    document.body.replaceChildren();
    open({}, { ...all, packages: false });
    expect(choices()).not.toContain('packages');
  });

  it('shows a word that is typed twice twice', () => {
    open({ query: 'yaml x yaml' });
    expect(screen.getAllByRole('button', { name: 'Remove the filter yaml' })).toHaveLength(2);
  });

  it('drops the typed query and keeps the switch', async () => {
    const { onchange } = open({ query: '(a | b) (is:direct | is:main)' });
    expect(screen.getByRole('switch', { name: 'Direct only' }).getAttribute('aria-checked')).toBe('true');
    await fireEvent.click(screen.getByRole('button', { name: 'Remove the filter (a | b)' }));
    expect(onchange).toHaveBeenLastCalledWith({ query: '(is:direct | is:main)' });
  });

  it('drops each part of a query alone', async () => {
    const { onchange } = open({ query: 'k8s.io/... -golang.org/x/... depth:<=2' });
    await fireEvent.click(screen.getByRole('button', { name: 'Remove the filter -golang.org/x/...' }));
    expect(onchange).toHaveBeenLastCalledWith({ query: 'k8s.io/... depth:<=2' });
    expect(screen.queryByRole('button', { name: /depth/ })).toBeNull();
  });

  it('bounds the steps from a main module by a term of the query', async () => {
    const { onchange } = open({ query: '(is:direct | is:main) depth:<=2' });
    const depth = screen.getByRole('combobox', { name: 'Depth' });
    expect(depth).toHaveProperty('value', '2');
    await fireEvent.change(depth, { target: { value: '3' } });
    expect(onchange).toHaveBeenLastCalledWith({ query: '(is:direct | is:main) depth:<=3' });
    await fireEvent.change(depth, { target: { value: '' } });
    expect(onchange).toHaveBeenLastCalledWith({ query: '(is:direct | is:main)' });
  });

  it('shows one kind of modules only, beside what is asked for', async () => {
    const { onchange } = open({ query: 'yaml' });
    await fireEvent.change(screen.getByRole('combobox', { name: 'Show' }), { target: { value: 'is:conflict' } });
    expect(onchange).toHaveBeenLastCalledWith({ query: 'yaml is:conflict' });
  });

  it('sets the direction and says what auto came to', async () => {
    const { ondirection } = open();
    const direction = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Layout' });
    expect(direction.selectedOptions[0]?.textContent).toBe('auto ↓');
    await fireEvent.change(direction, { target: { value: 'right' } });
    expect(ondirection).toHaveBeenCalledExactlyOnceWith('right');
  });

  it('shows a budget that is on no list', () => {
    open({ limit: 77 });
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Max boxes' }).value).toBe('77');
  });

  it('counts, and offers to clear only what is set', () => {
    open();
    expect(screen.getByRole('status').textContent.replaceAll(/\s+/g, ' ').trim()).toBe('1,245 modules match');
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });

  it('offers no switch that changes nothing, but each that was turned off', () => {
    open({ reduce: false }, { reduce: false, foldLeaves: false, closeCycles: true, limit: false, packages: true });
    expect(screen.getAllByRole('switch').map((one) => one.textContent.trim())).toEqual([
      'Direct only',
      'Hide implied',
      'Collapse cycles',
    ]);
    expect(screen.queryByRole('combobox', { name: 'Max boxes' })).toBeNull();
  });

  it('is blue where the user wants it otherwise, and nowhere else', () => {
    open({ reduce: false, query: '(is:direct | is:main)', collapse: 'owner' });
    const blue = [...document.querySelectorAll('.changed')].map(
      (one) => one.querySelector('select')?.value ?? one.textContent.trim(),
    );
    expect(blue).toEqual(['Direct only', 'Hide implied', 'owner']);
  });

  it('clears', async () => {
    const { onclear } = open({ scope: 'all' });
    await fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(onclear).toHaveBeenCalledOnce();
  });
});

describe('FindingsStrip', () => {
  const groups = makeGroups(known.findings, known.conflicts, known.cycles);

  it('picks a group', async () => {
    const onpick = vi.fn();
    render(FindingsStrip, {
      groups,
      counts: findingCounts(known.findings),
      checks: '15 checks',
      active: 'cycle',
      onpick,
    });
    const cycle = screen.getByRole('button', { name: /1 cycle/ });
    expect(cycle.getAttribute('aria-pressed')).toBe('true');
    await fireEvent.click(cycle);
    expect(onpick).toHaveBeenCalledExactlyOnceWith(groups.find(({ id }) => id === 'cycle'));
  });

  it('says how many checks found nothing', () => {
    render(FindingsStrip, {
      groups: [],
      counts: { total: 0, errors: 0, info: 0 },
      checks: '15 checks',
      skipped: { why: '2 skipped: they need packages' },
      onpick: vi.fn(),
    });
    expect(screen.getByText('Nothing found in 15 checks.')).toBeTruthy();
    expect(screen.getByTitle('2 skipped: they need packages')).toBeTruthy();
  });

  it('folds what is for information only', async () => {
    render(FindingsStrip, {
      groups,
      counts: findingCounts(known.findings),
      checks: '15 checks',
      onpick: vi.fn(),
    });
    expect(screen.getByText('2 findings, no errors')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /1 cycle/ })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: '1 more' }));
    expect(screen.getByRole('button', { name: /1 cycle/ })).toBeTruthy();
  });
});

describe('Receipt', () => {
  const view = viewOf(small, { collapse: 'owner' });
  const run: Run = {
    go: '1.26.8',
    goos: 'linux',
    goarch: 'amd64',
    source: '.',
    gowork: 'off',
    readAt: Date.now(),
    took: 1,
    crossCheck: 'same',
  };
  const open = (patch: Partial<Run> = {}) => {
    const calls = { onstep: vi.fn(), onproblems: vi.fn() };
    render(Receipt, { receipt: view.receipt, run: { ...run, ...patch }, model: small, ...calls });
    return calls;
  };

  it('makes each number a link to its step', async () => {
    const { onstep } = open();
    for (const name of [/versions$/, /selected$/, /boxes$/, /inside$/]) {
      await fireEvent.click(screen.getByRole('button', { name }));
    }
    expect(onstep.mock.calls).toEqual([['versions'], ['scoped'], ['boxes'], ['inside']]);
  });

  it('says how the data was read', () => {
    open({ readAt: Date.now() - 187_000 });
    expect(screen.getByText('matches go list -m')).toBeTruthy();
    expect(screen.getByText(/go1\.26\.8 · linux\/amd64 · no workspace · read 3 min ago/)).toBeTruthy();
  });

  it('links to what differs', async () => {
    const { onproblems } = open({ crossCheck: 'differs' });
    await fireEvent.click(screen.getByRole('button', { name: 'differs from go list -m' }));
    expect(onproblems).toHaveBeenCalledOnce();
  });

  it('tells what is still asked for, with the way to stop it', async () => {
    const oncancel = vi.fn();
    const later = [{ name: 'go list packages', state: 'running', count: 340, took: 20 }] as const;
    render(Receipt, {
      receipt: view.receipt,
      run,
      model: small,
      later,
      oncancel,
      onstep: vi.fn(),
      onproblems: vi.fn(),
    });
    expect(screen.getByText(/Listing packages: 340 packages/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(oncancel).toHaveBeenCalledOnce();
  });

  it("tells what of it failed, in go's words, with another try", async () => {
    const onretry = vi.fn();
    const fault = { code: 'go-failed', message: 'The proxy is down.', detail: 'dial tcp: refused' } as const;
    const later = [{ name: 'facts', state: 'failed', took: 20, fault }] as const;
    render(Receipt, { receipt: view.receipt, run, model: small, later, onretry, onstep: vi.fn(), onproblems: vi.fn() });
    expect(screen.getByTitle(/dial tcp: refused/).textContent).toContain('facts: The proxy is down.');
    await fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(onretry).toHaveBeenCalledOnce();
  });

  it('claims nothing that was not compared', () => {
    open({ crossCheck: 'none' });
    expect(screen.queryByText(/go list -m/)).toBeNull();
  });
});

describe('Legend', () => {
  it('has the marks of the picture and hides', async () => {
    const onhide = vi.fn();
    render(Legend, {
      entries: [
        { key: 'main', text: 'main module' },
        { key: 'indirect', code: '// indirect', text: 'or not in go.mod' },
      ],
      onhide,
    });
    const entries = screen.getAllByRole('listitem').map((entry) => entry.textContent.replaceAll(/\s+/g, ' ').trim());
    expect(entries).toEqual(['main module', '// indirect or not in go.mod', 'L hides this legend']);
    await fireEvent.click(screen.getByRole('button'));
    expect(onhide).toHaveBeenCalledOnce();
  });
});
