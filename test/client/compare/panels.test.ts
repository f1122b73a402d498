/** The panels of a comparison, and strangers' words in them. */
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import ChangeNote from '../../../client/compare/ChangeNote.svelte';
import ChoosePanel from '../../../client/compare/ChoosePanel.svelte';
import DiffBar from '../../../client/compare/DiffBar.svelte';
import DiffPanel from '../../../client/compare/DiffPanel.svelte';
import { toldOf, type Comparison } from '../../../client/state/comparison.ts';
import { Sides } from '../../../client/state/sides.ts';
import { changeNoteText } from '../../../client/words/compare.ts';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import type { Cause, Diff } from '../../../graph/diff/types.ts';
import { unionOf } from '../../../graph/diff/union.ts';
import type { RevisionRow } from '../../../graph/wire.ts';
import { small } from '../backend/snapshots.ts';
import { layOut } from '../panels/laid-out.ts';

beforeAll(layOut);

/** Markup, and a letter that turns the rest of a line round. */
const hostile = '<img src=x onerror=alert(1)>\u202eabc';
const hostileShown = /<img src=x onerror=alert\(1\)>/;

const nothing = diffSnapshots(small, small, []);
const cause: Cause = {
  file: 'go.mod',
  line: 5,
  kind: 'require',
  path: 'x.com/a',
  from: 'v1.0.0',
  to: 'v1.1.0',
  follows: ['x.com/a', 'x.com/c'],
};
const diff: Diff = {
  ...nothing,
  changed: [{ path: 'x.com/a', from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' }],
  added: [{ path: 'x.com/c', version: 'v1.0.0' }],
  removed: [{ path: hostile, version: 'v1.0.0' }],
  causes: [cause, { file: 'go.mod', line: 9, kind: 'exclude', path: hostile, to: 'v1.0.0', follows: [] }],
  findings: {
    new: [{ code: 'deprecated', severity: 'high', subject: hostile, evidence: hostile, remedy: { words: '' } }],
    mended: [{ code: 'deprecated', severity: 'warn', subject: 'x.com/m', evidence: 'It was.', remedy: { words: '' } }],
  },
  requirements: { added: [{ from: 'x.com/a@v1.1.0', to: 'x.com/c@v1.0.0' }], removed: [] },
  go: { from: '1.20', to: '1.22' },
};

const union = unionOf(small, small, nothing);
const comparison: Comparison = {
  kind: 'revision',
  name: 'v1',
  base: small,
  head: small,
  diff,
  notes: [hostile],
  ...toldOf(diff, undefined),
  union,
  sides: new Sides(union, small, small),
  data: { model: union.model, findings: [], conflicts: [], cycles: [], marks: { of: () => [] }, groups: [] },
};

function panel(more: Partial<Comparison> = {}, arriving = false) {
  const told = { onarrived: vi.fn(), onpoint: vi.fn(), onselect: vi.fn(), onclose: vi.fn() };
  return {
    ...told,
    ...render(DiffPanel, {
      comparison: { ...comparison, ...toldOf(more.diff ?? diff, more.unknown), ...more },
      arriving,
      ...told,
    }),
  };
}

/** No markup of a stranger, and no letter that is not seen. */
function expectHarmless(container: Element): void {
  expect(container.querySelector('img, script')).toBeNull();
  expect(container.innerHTML).not.toContain('\u202e');
}

const words = ({ textContent }: Element): string => textContent.replace(/\s+/g, ' ').trim();

describe('DiffPanel', () => {
  it('says what changed, each line with what follows, and findings', () => {
    const { container } = panel();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('1 added, 1 removed, 1 raised');
    expect(container.textContent).toContain('2 changed lines in go.mod explain 2 of 3 changes.');
    expect(container.textContent).toMatch(/go directive\s*1\.20 → 1\.22/);
    const line = screen.getByRole('region', { name: 'go.mod:5 raises a' });
    expect(within(line).getAllByRole('button').map(words)).toEqual([
      expect.stringMatching(/^raised.*x\.com\/.*a.*v1\.0\.0 → v1\.1\.0$/),
      expect.stringMatching(/^added.*x\.com\/.*c.*v1\.0\.0$/),
    ]);
    const silent = screen.getByRole('region', { name: 'Lines that changed nothing by themselves' });
    expect(silent.textContent).toContain('go.mod:9');
    expect(words(screen.getByRole('region', { name: 'Not traced to a line' }))).toMatch(hostileShown);
    expect(words(screen.getByRole('region', { name: 'New findings' }))).toMatch(hostileShown);
    expect(words(screen.getByRole('region', { name: 'Fixed findings' }))).toContain('It was.');
    expectHarmless(container);
  });

  it('points at what follows from a line, by pointer and by keyboard, and lets go with the panel', async () => {
    const { onpoint, onselect, unmount } = panel();
    const [, row] = within(screen.getByRole('region', { name: 'go.mod:5 raises a' })).getAllByRole('button');
    await fireEvent.pointerEnter(row!.closest('.cause')!);
    expect(onpoint).toHaveBeenLastCalledWith(['x.com/a', 'x.com/c']);
    await fireEvent.pointerLeave(row!.closest('.cause')!);
    expect(onpoint).toHaveBeenLastCalledWith([]);
    await fireEvent.focusIn(row!);
    expect(onpoint).toHaveBeenLastCalledWith(['x.com/a', 'x.com/c']);
    await fireEvent.click(row!);
    expect(onselect).toHaveBeenCalledExactlyOnceWith('x.com/c');
    unmount();
    expect(onpoint).toHaveBeenLastCalledWith([]);
  });

  it('takes the keyboard where it was lost, and from no field', () => {
    const { onarrived, unmount } = panel({}, true);
    expect(document.activeElement).toBe(screen.getByRole('complementary'));
    expect(onarrived).toHaveBeenCalledOnce();
    unmount();
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    panel({}, true);
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('does not put thousands of lines into the page at once', async () => {
    const paths = Array.from({ length: 200 }, (_, n) => `x.com/m${n}`);
    const { container } = panel({
      diff: {
        ...diff,
        added: paths.map((path) => ({ path, version: 'v1.0.0' })),
        causes: paths.map((path, n) => ({ ...cause, line: n + 1, path, follows: [path] })),
      },
    });
    const shown = (): number => container.querySelectorAll('.cause').length;
    expect(shown()).toBe(150);
    await fireEvent.click(screen.getByText('51 more lines'));
    expect(shown()).toBe(201);
  });

  it('says that nothing has changed', () => {
    const { container } = panel({ diff: nothing, notes: [], name: hostile });
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Nothing has changed');
    expect(container.textContent).toMatch(hostileShown);
    expectHarmless(container);
  });

  it('says why it is not told what follows', () => {
    const { container } = panel({ unknown: `because of ${hostile}` });
    expect(container.textContent).toMatch(/Which change follows from which line is not known: because of <img/);
    expectHarmless(container);
  });
});

describe('ChangeNote', () => {
  it.each([
    ['x.com/a', /^raised v1\.0\.0 → v1\.1\.0 because of go\.mod:5/],
    ['x.com/c', /^added v1\.0\.0 because of go\.mod:5/],
    ['x.com/other', /^Unchanged\./],
  ])('of %s', (path, said) => {
    const onback = vi.fn();
    render(ChangeNote, { diff, path, onback });
    expect(words(screen.getByRole('region'))).toMatch(said);
    screen.getByRole('button', { name: 'What changed' }).click();
    expect(onback).toHaveBeenCalledOnce();
  });
});

describe('changeNoteText', () => {
  it.each<[readonly string[], string]>([
    [['go.mod:9 before'], 'because go.mod line 9 was removed'],
    [['go.mod:9 before', 'a/go.mod:3 before'], 'because go.mod line 9, or a/go.mod line 3 was removed'],
    [['go.mod:9 before', 'go.mod:3'], 'because of go.mod:9 before, or go.mod:3'],
    [['go.mod:9 before with go.mod:11 before'], 'because of go.mod:9 before with go.mod:11 before'],
  ])('of %j', (lines, words) => {
    expect(changeNoteText.because(lines)).toBe(words);
  });
});

describe('DiffBar', () => {
  function bar(base: string) {
    const told = {
      onchoose: vi.fn(),
      onquery: vi.fn(),
      onunchanged: vi.fn(),
      onside: vi.fn(),
      onpanel: vi.fn(),
      onclose: vi.fn(),
    };
    const view = render(DiffBar, {
      base,
      kind: 'revision',
      head: 'working tree',
      diff,
      query: '',
      unchanged: false,
      side: 'both',
      pictured: true,
      alone: false,
      ...told,
    });
    return { ...told, ...view };
  }

  it('filters by what became of a module, and shows the rest', async () => {
    const { onquery, onunchanged, rerender } = bar('v1');
    await fireEvent.click(screen.getByRole('switch', { name: '1 removed' }));
    expect(onquery).toHaveBeenLastCalledWith('removed:');
    await rerender({ query: 'removed:' });
    await fireEvent.click(screen.getByRole('switch', { name: '1 removed' }));
    expect(onquery).toHaveBeenLastCalledWith('');
    await fireEvent.click(screen.getByRole('switch', { name: 'Unchanged' }));
    expect(onunchanged).toHaveBeenLastCalledWith(true);
  });

  it('offers one side where there is a picture of it', async () => {
    const { rerender } = bar('v1');
    expect(screen.getByRole('radiogroup', { name: 'Side' })).toBeTruthy();
    await rerender({ pictured: false });
    expect(screen.queryByRole('radiogroup', { name: 'Side' })).toBeNull();
  });

  it('leads to the panel where that is closed', async () => {
    const { onpanel, rerender } = bar('v1');
    expect(screen.queryByRole('button', { name: 'What changed' })).toBeNull();
    await rerender({ alone: true });
    await fireEvent.click(screen.getByRole('button', { name: 'What changed' }));
    expect(onpanel).toHaveBeenCalledOnce();
  });

  it.each([
    ['v1.0.0', 'modscope diff v1.0.0 --format markdown'],
    ['HEAD~1', "modscope diff 'HEAD~1' --format markdown"],
    ["a';id;'", String.raw`modscope diff 'a'\'';id;'\''' --format markdown`],
  ])('names %s so that a shell reads it', (base, command) => {
    bar(base);
    const labels = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.title);
    expect(labels).toContain(`Copy ${command}`);
  });

  it('shows a name as it is, and no markup', () => {
    const { container } = bar(hostile);
    expect(screen.getByRole('button', { name: /^base/ }).textContent).toMatch(hostileShown);
    expectHarmless(container);
  });
});

describe('ChoosePanel', () => {
  const rows: readonly RevisionRow[] = [
    { kind: 'branch', name: 'main', commit: 'a'.repeat(40), time: 1 },
    { kind: 'tag', name: hostile, commit: 'b'.repeat(40) },
    { kind: 'commit', name: 'c'.repeat(40), commit: 'c'.repeat(40), subject: hostile },
  ];
  const fault = { code: 'not-found', message: `There is no revision ${hostile}.`, detail: hostile } as const;

  function choose(more: object = {}) {
    const told = { oncompare: vi.fn(), onfile: vi.fn(), oncancel: vi.fn(), onclose: vi.fn() };
    const none = { listFault: undefined, fault: undefined, waiting: undefined };
    const view = render(ChoosePanel, { revisions: { rows, more: true }, asks: true, ...none, ...told, ...more });
    return { ...told, ...view };
  }

  it('lights the row that is being compared with, and says how long it takes', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    try {
      const { container } = choose({ waiting: hostile });
      await vi.waitFor(() => {
        expect(screen.getAllByRole('option').map((row) => row.getAttribute('aria-selected'))).toEqual([
          'false',
          'true',
          'false',
        ]);
      });
      expect(container.textContent).not.toMatch(/ s\b/);
      await vi.advanceTimersByTimeAsync(12_000);
      expect(screen.getByRole('status').textContent).toContain('12 s');
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes through the list by arrows, takes a row by Enter, and leaves by Esc', async () => {
    const { oncompare, onclose, container } = choose();
    const field = screen.getByRole('combobox');
    expect(document.activeElement).toBe(field);
    await vi.waitFor(() => {
      expect(screen.getAllByRole('option')).toHaveLength(3);
    });
    const options = screen.getAllByRole('option');
    expect(field.getAttribute('aria-activedescendant')).toBe(options[0]?.id);
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(field.getAttribute('aria-activedescendant')).toBe(options[1]?.id);
    expect(options[1]?.getAttribute('aria-selected')).toBe('true');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(oncompare).toHaveBeenLastCalledWith(hostile);
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(onclose).toHaveBeenCalledOnce();
    expect(container.textContent).toContain('More exist');
    expectHarmless(container);
  });

  it('takes a name that no row has', async () => {
    const { oncompare } = choose();
    const field = screen.getByRole('combobox');
    await fireEvent.input(field, { target: { value: ' HEAD~3 ' } });
    const [own, ...others] = screen.getAllByRole('option');
    expect(others).toEqual([]);
    expect(field.getAttribute('aria-activedescendant')).toBe(own?.id);
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(oncompare).toHaveBeenLastCalledWith('HEAD~3');
  });

  it('prefers a row that is named so; where names are left out, what is typed to a message with that word', async () => {
    const told: RevisionRow = {
      kind: 'commit',
      name: 'd'.repeat(40),
      commit: 'd'.repeat(40),
      subject: 'to main and v9',
    };
    const revisions = { rows: [...rows, told], more: true };
    const { oncompare, rerender } = choose({ revisions });
    const field = screen.getByRole('combobox');
    const entered = async (value: string): Promise<unknown> => {
      await fireEvent.input(field, { target: { value } });
      await fireEvent.keyDown(field, { key: 'Enter' });
      return oncompare.mock.lastCall?.[0];
    };
    expect(await entered('mai')).toBe('main');
    expect(await entered('ddd')).toBe(told.name);
    expect(await entered('v9')).toBe('v9');
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(oncompare).toHaveBeenLastCalledWith(told.name);
    await rerender({ revisions: { ...revisions, more: false } });
    expect(await entered('and v9')).toBe(told.name);
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(oncompare).toHaveBeenLastCalledWith('and v9');
  });

  it('says what failed, what is waited for and why there is no list', async () => {
    const { container, oncancel, rerender } = choose({ fault });
    expect(screen.getByRole('alert').textContent).toMatch(hostileShown);
    await rerender({ fault: undefined, waiting: hostile });
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(oncancel).toHaveBeenCalledOnce();
    const listFault = { code: 'not-found', message: `no git in ${hostile}.` } as const;
    await rerender({ waiting: undefined, revisions: undefined, listFault });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(container.textContent).toMatch(/no git in <img.*Compare with a snapshot file instead/);
    expectHarmless(container);
  });

  it('a page that holds its data offers a file alone', () => {
    choose({ asks: false, revisions: undefined });
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('button', { name: 'Choose a snapshot…' })).toBeTruthy();
  });

  it('takes a file that is dropped', async () => {
    const { onfile } = choose();
    const file = new File(['{}'], 'x.json');
    await fireEvent.drop(screen.getByRole('region', { name: 'Compare' }), { dataTransfer: { files: [file] } });
    expect(onfile).toHaveBeenCalledExactlyOnceWith(file);
  });
});
