import { describe, expect, it, vi } from 'vitest';
import { lineCommands, lineWords } from '../../../client/chrome/line-commands.ts';
import { boxCommands, doWithChosen } from '../../../client/keys/box-commands.ts';
import { keyTable } from '../../../client/keys/keys.ts';
import { Screen } from '../../../client/state/screen.svelte.ts';
import { Explorer } from '../../../client/state/explorer.svelte.ts';
import { Fault } from '../../../graph/fault.ts';
import type { Box } from '../../../graph/view/types.ts';
import { startPlace, type Place } from '../../../client/state/place.ts';
import { boxOf, hostilePath, small, viewOf } from '../panels/models.ts';

/** A page that stands still: what a command does is seen in where it goes. */
function still(start: Partial<Place> = {}) {
  const gone: Partial<Place>[] = [];
  const backend = {
    live: false,
    snapshot: () => Promise.reject(new Fault('not-found', 'nothing is loaded')),
    watch: () => () => undefined,
    refresh: () => Promise.resolve(),
    cancel: () => Promise.resolve(),
  };
  const place = { ...startPlace, ...start };
  const history = { place: () => place, write: (to: Place) => gone.push(to), listen: () => () => undefined };
  const explorer = new Explorer(
    backend,
    { elk: () => Promise.reject(new Fault('not-found', 'nothing is drawn')) },
    history,
  );
  const view = viewOf(small, { closeCycles: false, reduce: false });
  const data = { model: small, groups: [], findings: [], conflicts: [], cycles: [] };
  Object.assign(explorer, { data, shown: { view, scene: undefined, data, keep: false, isPlain: true } });
  return { screen: new Screen(explorer), gone, view, query: () => gone.at(-1)?.options?.query };
}

const names = (screen: Screen, boxes: readonly Box[]): string[] => boxCommands(screen, boxes).map(({ name }) => name);
const run = (screen: Screen, boxes: readonly Box[], name: string): void => {
  boxCommands(screen, boxes)
    .find((command) => command.name === name)
    ?.run?.();
};
const group = (kind: Box['kind'], ...nodes: number[]): Box => ({ id: 'group', kind, nodes, steps: 1 });
const [a, net] = ['example.com/a', 'example.com/net'].map((path) => boxOf(viewOf(small, { closeCycles: false }), path));
if (a === undefined || net === undefined) throw new Error('the model has other modules');
const nodes = [...a.nodes, ...net.nodes];

describe('the commands of boxes', () => {
  it('of a module are those of its keys, and pages of what is no folder and no stranger', () => {
    const { screen, view } = still();
    expect(names(screen, [net])).toEqual([
      'Focus',
      'Why: all paths to it',
      'Near: its neighbours',
      'Paths to another module',
      'Exclude',
      'What if: stop using it',
      'What if…',
      'Copy path@version',
      'Copy path',
      'Open pkg.go.dev',
    ]);
    const links = boxCommands(screen, [net]).flatMap(({ href }) => href ?? []);
    expect(links).toEqual(['https://pkg.go.dev/example.com/net@v0.3.0']);
    for (const path of ['example.com/b', hostilePath, 'example.com/app'])
      expect(boxCommands(screen, [boxOf(view, path)]).every(({ href }) => href === undefined)).toBe(true);
    expect(names(screen, [boxOf(view, 'example.com/app')])).not.toContain('Exclude');
  });

  it('of a group, a cycle and several differ in what they can do', () => {
    const { screen } = still();
    expect(names(screen, [group('owner', ...nodes)])).toEqual([
      ...['Focus', 'Only this', 'Exclude', 'Copy path@version', 'Copy module paths'],
    ]);
    expect(names(screen, [group('cycle', ...nodes)])).toContain('Why: all paths to it');
    expect(names(screen, [a, net])).toEqual([
      ...['Only these', 'Show paths between', 'Exclude them', 'Copy path@version', 'Copy module paths'],
    ]);
    expect(names(screen, [a, net, group('rest', 0)])).not.toContain('Show paths between');
    expect(names(screen, [])).toEqual([]);
  });

  it('narrow the view', () => {
    const { screen, query } = still();
    run(screen, [a, net], 'Only these');
    expect(query()).toBe('example.com/a@v1.2.0 | example.com/net');
    run(screen, [a, net], 'Show paths between');
    expect(query()).toMatch(/^between\(example\.com\/net, example\.com\/a\)/);
    run(screen, [group('owner', ...nodes)], 'Focus');
    expect(query()).toBe('near(example.com/..., 1)');
    run(screen, [group('cycle', ...nodes)], 'Focus');
    expect(query()).toBe('between(example.com/a, example.com/a)');
  });

  it('every key of theirs is in the list of keys, and does the same with what is selected', () => {
    const { screen, query } = still({ selected: net.id, also: [a.id] });
    for (const { action } of boxCommands(screen, [a, net]))
      if (action !== undefined) expect(keyTable.some((row) => row.action === action)).toBe(true);
    doWithChosen(screen, 'exclude');
    expect(query()).toBe('-example.com/net -example.com/a@v1.2.0');
    const before = query();
    doWithChosen(screen, 'why');
    expect(query()).toBe(before);
  });

  it('copies each name once', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const { screen } = still();
    run(screen, [a, group('rest', ...nodes)], 'Copy module paths');
    await vi.waitFor(() => {
      expect(screen.said).toBe('Copied 2 modules');
    });
    expect(writeText).toHaveBeenCalledWith('example.com/a\nexample.com/net');
    vi.unstubAllGlobals();
  });
});

describe('the menu of a line', () => {
  it('says what is required, and what was selected instead', () => {
    const { view } = still();
    expect(lineWords(view, { from: a.id, to: net.id, requirements: 1 })).toBe('requires v0.2.0 (v0.3.0 selected)');
    const app = boxOf(view, 'example.com/app').id;
    expect(lineWords(view, { from: app, to: net.id, requirements: 1 })).toBe('requires v0.3.0');
    expect(lineWords(view, { from: 'gone', to: net.id, requirements: 7 })).toBe('7 requirements');
  });

  it('selects either end, and shows the paths between them', () => {
    const { screen, view, query } = still();
    const commands = lineCommands(screen, view, { from: a.id, to: net.id, requirements: 1 });
    expect(commands.map(({ name }) => name)).toEqual([
      ...['Select example.com/a', 'Select example.com/net', 'Show paths between'],
    ]);
    commands[2]?.run?.();
    expect(query()).toMatch(/^between\(example\.com\/a, example\.com\/net\)/);
  });
});
