import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { later } from '../../../client/later.ts';
import Inspector from '../../../client/panels/Inspector.svelte';
import type { Box, View } from '../../../graph/view/types.ts';
import type { Tab } from '../../../client/state/place.ts';
import { modelOf } from '../../graph/lines.ts';
import { boxOf, cycleOf, hostilePath, known, nodeOf, small, viewOf } from './models.ts';

beforeAll(() => later.boxCards.load());

function open(view: View, selected: Box | undefined, more: { onquery?: (text: string) => void; tab?: Tab } = {}) {
  const calls = {
    onselect: vi.fn(),
    onfocus: vi.fn(),
    oncycle: vi.fn(),
    onwhy: vi.fn(),
    onexclude: vi.fn(),
    onopen: vi.fn(),
    onclose: vi.fn(),
  };
  const found = view.model === small ? known : { conflicts: [], cycles: [], findings: [] };
  const page = render(Inspector, { view, selected, ...found, ...calls, ...more });
  return { ...calls, ...page };
}
const region = (name: string): HTMLElement => screen.getByRole('region', { name });
const rowTexts = (list: HTMLElement): string[] =>
  within(list)
    .getAllByRole('listitem')
    .map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());

describe('Inspector of a module', () => {
  const view = viewOf(small);
  const net = boxOf(view, 'example.com/net');

  it('says what it is and from how many versions it was selected', () => {
    open(view, net);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('example.com/net');
    expect(screen.getByText('selected from 3 requested versions')).toBeTruthy();
    expect(rowTexts(screen.getByRole('list', { name: 'States' }))).toEqual(['indirect', 'crosses v0 minor']);
  });

  it('shows the ladder: the winner, the lost ones, who asks', () => {
    open(view, net);
    const rungs = rowTexts(screen.getByRole('list', { name: 'Requested versions, newest first' }));
    expect(rungs[0]).toMatch(/^v0\.3\.0 selected, go\.mod, example\.com\/b v1\.0\.0 2$/);
    expect(rungs[1]).toMatch(/^v0\.2\.0 lost, example\.com\/a v1\.2\.0 1$/);
    expect(region('Why this version').querySelectorAll('del')).toHaveLength(2);
    expect(region('Why this version').textContent).toContain('4 requirements');
    expect(region('Why this version').textContent.replaceAll(/\s+/g, ' ')).toContain(
      'To drop to v0.2.0, both requirers of v0.3.0 (your go.mod and 1 module) would have to require a lower version.',
    );
  });

  it('unfolds who asks, with what superseded an asker', async () => {
    const { onselect } = open(view, net);
    const ladder = within(region('Why this version'));
    const oldest = ladder.getAllByRole('button')[2]!;
    expect(oldest.getAttribute('aria-expanded')).toBe('false');
    await fireEvent.click(oldest);
    expect(oldest.getAttribute('aria-expanded')).toBe('true');
    const [asker] = rowTexts(ladder.getByRole('list', { name: 'Requirers' }));
    expect(asker).toContain('v1.1.0, lower than selected');
    expect(asker).toContain('→ v1.2.0');
    await fireEvent.click(within(ladder.getByRole('list', { name: 'Requirers' })).getByRole('button'));
    expect(onselect).toHaveBeenCalledExactlyOnceWith(nodeOf(small, 'example.com/a@v1.1.0'));
  });

  it('shows the shortest path, and both directions with the requested versions', () => {
    open(view, net);
    // go.mod lists it // indirect: that is no step. Among two paths as short, the one that asks for the selected version.
    expect(rowTexts(screen.getByRole('list', { name: 'Shortest path from a main module' }))).toEqual([
      'example.com/app main',
      '└ example.com/b v1.0.0',
      '└ example.com/net v0.3.0',
    ]);
    expect(region('Why it is here').textContent).toContain('// indirect');
    expect(rowTexts(screen.getByRole('list', { name: 'Required by' }))).toEqual([
      'example.com/app v0.3.0',
      'example.com/b v0.3.0',
      'example.com/a v0.2.0, lower than selected',
    ]);
    expect(region('Requires').textContent).toContain('0 selected');
  });

  it('leads from the shortest path to each module on it', async () => {
    const { onselect } = open(view, net);
    const path = screen.getByRole('list', { name: 'Shortest path from a main module' });
    await fireEvent.click(within(path).getAllByRole('button')[1]!);
    expect(onselect).toHaveBeenCalledExactlyOnceWith(nodeOf(small, 'example.com/b@v1.0.0'));
  });

  it('acts on the node', async () => {
    const { onfocus, onwhy, onexclude, onclose } = open(view, net);
    const node = nodeOf(small, 'example.com/net@v0.3.0');
    await fireEvent.click(screen.getByRole('button', { name: 'Focus' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Why' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Exclude' }));
    await fireEvent.click(screen.getByRole('button', { name: 'show all paths' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Close the inspector' }));
    expect(onfocus).toHaveBeenCalledExactlyOnceWith(node);
    expect(onwhy.mock.calls).toEqual([[node], [node]]);
    expect(onexclude).toHaveBeenCalledExactlyOnceWith(node);
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('copies path@version, and says so', async () => {
    const writeText = vi.fn().mockResolvedValue(undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    open(view, net);
    await fireEvent.click(screen.getByRole('button', { name: 'Copy example.com/net@v0.3.0' }));
    expect(writeText).toHaveBeenCalledExactlyOnceWith('example.com/net@v0.3.0');
    await vi.waitFor(() => {
      expect(screen.getByRole('status').textContent).toBe('Copied');
    });
    vi.unstubAllGlobals();
  });

  it('keeps a major suffix with the name that it belongs to', () => {
    const major = modelOf('m example.com/lib/v3@v3.1.0');
    const { container } = open(viewOf(major), boxOf(viewOf(major), 'example.com/lib/v3'));
    expect(container.querySelector('h2 .prefix')?.textContent).toBe('example.com/');
  });

  it('links to pkg.go.dev over https and tells it nothing', () => {
    open(view, net);
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'pkg.go.dev' });
    expect(link.href).toBe('https://pkg.go.dev/example.com/net@v0.3.0');
    expect(link.rel).toBe('noreferrer noopener');
  });

  it('shows strange paths as text, and never as markup', () => {
    const { container } = open(view, boxOf(view, hostilePath));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(hostilePath);
    expect(container.querySelector('img, script')).toBeNull();
  });

  it('unfolds long lists by their last line', async () => {
    const many = modelOf(Array.from({ length: 20 }, (_, i) => `m example.com/m${i}@v1.0.0`).join('\n'));
    const all = viewOf(many, { foldLeaves: false });
    open(all, boxOf(all, 'm'));
    const list = screen.getByRole('list', { name: 'Requires' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    const more = screen.getByRole('button', { name: '15 more' });
    await fireEvent.click(more);
    expect(within(list).getAllByRole('listitem')).toHaveLength(20);
    await fireEvent.click(screen.getByRole('button', { name: 'show fewer' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
  });

  it('explains a superseded version among all versions', () => {
    const all = viewOf(small, { scope: 'all' });
    open(all, boxOf(all, 'example.com/net@v0.1.0'));
    expect(screen.getByText(/superseded by v0\.3\.0/)).toBeTruthy();
    expect(rowTexts(screen.getByRole('list', { name: 'States' }))[0]).toBe('superseded');
  });

  it('keeps the keyboard when a row of its own selects another box', async () => {
    const { rerender } = open(view, net);
    screen.getByRole('button', { name: 'Focus' }).focus();
    await rerender({ selected: boxOf(view, 'example.com/app') });
    expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Inspector' }));
  });
});

describe('Inspector of a cycle', () => {
  const view = viewOf(small);
  const cycle = cycleOf(small, 'example.com/a@v1.2.0', 'example.com/b@v1.0.0');

  it('says what it means, who is in it, what makes it, and how one gets in', () => {
    open(view, cycle);
    expect(screen.getByRole('heading', { level: 2 }).textContent.trim()).toBe('Cycle of 2');
    expect(screen.getByText('a cycle of module paths only, in the build list')).toBeTruthy();
    expect(region('What it means').textContent).toContain('The loop exists between module paths only');
    expect(rowTexts(screen.getByRole('list', { name: 'Modules' }))).toHaveLength(2);
    expect(region('Requirements inside').textContent).toContain('1 of 2 require a lower version than selected');
    expect(rowTexts(screen.getByRole('list', { name: 'Required from outside by' }))).toEqual(['example.com/app main']);
  });

  it('shows the cycle alone', async () => {
    const { oncycle } = open(view, cycle);
    await fireEvent.click(screen.getByRole('button', { name: /^Focus/ }));
    expect(oncycle).toHaveBeenCalledExactlyOnceWith(cycle.nodes[0]);
  });

  it('opens', async () => {
    const { onopen } = open(view, cycle);
    await fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(onopen).toHaveBeenCalledExactlyOnceWith(cycle.id);
  });

  it('closes again when it is open', () => {
    open(view, { ...cycle, inside: { boxes: [], lines: [] } });
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  });
});

describe('Inspector of a group', () => {
  const view = viewOf(small, { collapse: 'owner', limit: 0 });
  const owner = boxOf(view, 'owner:example.com');

  it('has members with versions and who asks for it', () => {
    open(view, boxOf(view, 'owner:evil.example'));
    expect(rowTexts(screen.getByRole('list', { name: 'Required by' }))).toEqual(['example.com 1 requirement']);
    expect(rowTexts(screen.getByRole('list', { name: 'Modules' }))[0]).toContain('v1.0.0');
  });

  it('narrows the view where that is offered', async () => {
    const onquery = vi.fn();
    open(view, owner, { onquery });
    await fireEvent.click(screen.getByRole('button', { name: 'Focus' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Exclude' }));
    expect(onquery.mock.calls).toEqual([['near(example.com/..., 1)'], ['-example.com/...']]);
  });

  it('offers no focus without a way to ask', () => {
    open(view, owner);
    expect(screen.queryByRole('button', { name: 'Focus' })).toBeNull();
  });
});

describe('Inspector with nothing selected', () => {
  it('sums up the main module and lists what it requires directly', () => {
    open(viewOf(small), undefined);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('example.com/app');
    expect(screen.getByText('3 (2 direct)')).toBeTruthy();
    expect(rowTexts(screen.getByRole('list', { name: 'Required directly' }))).toEqual([
      'example.com/a v1.2.0',
      'example.com/b v1.0.0',
    ]);
  });

  it('lists the members of a workspace', async () => {
    const main = { require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] };
    const work = modelOf('m/a m/b\nm/b x.org/y@v1.0.0', {
      mains: [
        { ...main, path: 'm/a', dir: 'a' },
        { ...main, path: 'm/b', dir: 'b' },
      ],
      work: { go: '1.22', use: ['./a', './b'], replace: [] },
    });
    const { onselect } = open(viewOf(work), undefined);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Workspace of 2 modules');
    const rows = screen.getByRole('list', { name: 'Modules of the workspace' });
    expect(rowTexts(rows)).toEqual(['m/a a', 'm/b b']);
    await fireEvent.click(within(rows).getAllByRole('button')[1]!);
    expect(onselect).toHaveBeenCalledExactlyOnceWith(nodeOf(work, 'm/b'));
  });

  it('teaches when nothing is required', () => {
    open(viewOf(modelOf('m go@1.22')), undefined);
    expect(region('Required directly').textContent).toContain('go mod tidy');
    expect(screen.queryByRole('region', { name: 'Getting started' })).toBeNull();
  });

  it('says how to go on with what stands beside it', () => {
    const { unmount } = open(viewOf(small), undefined);
    expect(region('Getting started').textContent).toContain('Click a box');
    unmount();
    open(viewOf(small), undefined, { tab: 'findings' });
    expect(region('Getting started').textContent).toContain('Click a row');
    expect(region('Getting started').textContent).not.toContain('box');
  });
});
