/** Comparing, as the page keeps it: what is asked, what is kept, what comes too late. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Backend, Compared } from '../../../client/backend/backend.ts';
import { Explorer } from '../../../client/state/explorer.svelte.ts';
import type { History } from '../../../client/state/history.ts';
import { startPlace, type Place } from '../../../client/state/place.ts';
import { Screen } from '../../../client/state/screen.svelte.ts';
import type { Layout, LayoutEngine } from '../../../drawing/layout/types.ts';
import { Fault } from '../../../graph/fault.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import type { Revisions } from '../../../graph/wire.ts';
import { small } from '../backend/snapshots.ts';

const inARow: LayoutEngine = (graph) =>
  Promise.resolve<Layout>({
    width: graph.boxes.length * 200,
    height: 36,
    x: Float64Array.from(graph.boxes.keys(), (n) => n * 200),
    y: new Float64Array(graph.boxes.length),
    routes: graph.lines.map(() => Float64Array.of(0, 0, 10, 10)),
  });

/** The small graph with another version of a. */
function withA(version: string): Snapshot {
  const [main] = small.mains;
  return {
    ...small,
    mains: [
      {
        ...main!,
        require: [
          { path: 'example.com/a', version },
          { path: 'example.com/b', version: 'v1.1.0' },
        ],
      },
    ],
    modules: small.modules.map((module) =>
      module.path === 'example.com/a'
        ? { ...module, version }
        : module.path === 'example.com/m'
          ? { ...module, requires: [`example.com/a@${version}`, 'example.com/b@v1.1.0'] }
          : module,
    ),
  };
}
const older = withA('v0.9.0');

interface Question {
  readonly base: string;
  readonly signal: AbortSignal;
  readonly answer: (base: Snapshot) => void;
  readonly refuse: (error: unknown) => void;
}

function setUp(start: Partial<Place> = {}, more: Partial<Backend> = {}, asks = true) {
  let current = small;
  let readAt = 1;
  const questions: Question[] = [];
  let listener: Parameters<Backend['watch']>[0] | undefined;
  const diff: Backend['diff'] = (base, signal) =>
    new Promise<Compared>((resolve, reject) => {
      questions.push({
        base,
        signal,
        answer: (snapshot) => {
          const head = { name: 'the folder as it stands', snapshot: current };
          resolve({ base: { name: base, commit: 'c', snapshot }, head, causes: [], notes: [] });
        },
        refuse: reject,
      });
    });
  const backend: Backend = {
    live: true,
    snapshot: () => Promise.resolve(current),
    watch: (told) => {
      listener = told;
      return () => (listener = undefined);
    },
    refresh: () => Promise.resolve(),
    cancel: () => Promise.resolve(),
    ...(asks ? { diff } : {}),
    ...more,
  };
  const written: Place[] = [];
  let moved: ((place: Place) => void) | undefined;
  const history: History = {
    place: () => ({ ...startPlace, ...start }),
    write: (place) => written.push(place),
    listen: (told) => {
      moved = told;
      return () => (moved = undefined);
    },
  };
  const explorer = new Explorer(backend, { elk: inARow }, history);
  const stop = explorer.start();
  stops.push(stop);
  return {
    explorer,
    screen: new Screen(explorer),
    questions,
    written,
    back: (place: Partial<Place>) => moved?.({ ...startPlace, ...place }),
    give: (snapshot: Snapshot) => (current = snapshot),
    ready: async (etag = '1') => {
      listener?.({ type: 'loading', phases: [] });
      listener?.({ type: 'ready', etag, run: { source: 'x', readAt: readAt++, took: 1, crossCheck: 'none' } });
      await vi.waitFor(() => {
        expect(explorer.phases).toBeUndefined();
      });
    },
  };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function settled({ explorer }: { explorer: Explorer }): Promise<void> {
  return vi.waitFor(() => {
    expect([explorer.busy, explorer.compare.waiting]).toEqual([false, undefined]);
  });
}

const shownName = ({ explorer }: { explorer: Explorer }): string | undefined => explorer.shown?.comparison?.name;
/** jsdom's files cannot be read. */
const file = (name: string, text: string) =>
  Object.assign(new File([text], name), { text: () => Promise.resolve(text) });

describe('with a revision', () => {
  it('shows the union, and its address names it as it was asked for', async () => {
    const page = setUp();
    await page.ready();
    page.screen.compare('v1');
    expect(page.written.at(-1)).toMatchObject({ tab: 'diff', compare: 'v1' });
    expect(page.screen.chooses).toBe(true);
    expect(page.explorer.compare.waiting).toBe('v1');
    page.questions[0]!.answer(older);
    await settled(page);
    expect(shownName(page)).toBe('v1');
    expect(page.screen.chooses).toBe(false);
    expect(page.explorer.shown?.scene?.boxes.map(({ id, change }) => [id, change]).sort()).toEqual([
      ['example.com/a@v1.0.0', 'changed'],
      ['example.com/m', 'kept'],
    ]);
    page.screen.moves.unchanged(true);
    await settled(page);
    expect(page.explorer.shown?.scene?.boxes).toHaveLength(3);
    expect(page.questions).toHaveLength(1);
  });

  it('is asked for once the graph is there when the address names it', async () => {
    const page = setUp({ tab: 'diff', compare: 'v1' });
    expect(page.questions).toEqual([]);
    await page.ready();
    expect(page.questions.map(({ base }) => base)).toEqual(['v1']);
    page.questions[0]!.answer(older);
    await settled(page);
    expect(shownName(page)).toBe('v1');
  });

  it('of two only the last counts, and the first is given up', async () => {
    const page = setUp();
    await page.ready();
    page.screen.compare('v1');
    page.screen.compare('v2');
    const [first, second] = page.questions;
    expect(first!.signal.aborted).toBe(true);
    second!.answer(older);
    await settled(page);
    first!.answer(small);
    await settled(page);
    expect(shownName(page)).toBe('v2');
    expect(page.explorer.compare.done?.base).toBe(older);
  });

  it('left while it is made: nothing comes up later, and going back shows it', async () => {
    const page = setUp();
    await page.ready();
    page.screen.compare('v1');
    page.screen.moves.tab('graph');
    page.questions[0]!.answer(older);
    await settled(page);
    expect(shownName(page)).toBeUndefined();
    page.back({ tab: 'diff', compare: 'v1' });
    await settled(page);
    expect(shownName(page)).toBe('v1');
    expect(page.questions).toHaveLength(1);
  });

  it('stays on in the tree and the table, and is left from there for the graph of that tab', async () => {
    const page = setUp();
    await page.ready();
    page.screen.compare('v1');
    page.questions[0]!.answer(older);
    await settled(page);
    for (const tab of ['table', 'tree', 'diff', 'table'] as const) {
      page.screen.moves.tab(tab);
      await settled(page);
      expect([tab, shownName(page), page.explorer.place.compare]).toEqual([tab, 'v1', 'v1']);
      expect(page.explorer.viewed?.data).toBe(page.explorer.comparison?.data);
    }
    page.screen.moves.uncompare();
    await settled(page);
    expect(page.written.at(-1)).toMatchObject({ tab: 'table', compare: undefined });
    expect(shownName(page)).toBeUndefined();
    expect(page.questions).toHaveLength(1);
  });

  it('left, the picture from before is there as it was; another one where what is selected or asked is not the same', async () => {
    const page = setUp();
    await page.ready();
    const before = page.explorer.shown?.scene;
    expect(before).toBeDefined();
    page.screen.compare('v1');
    page.questions[0]!.answer(older);
    await settled(page);
    expect(page.explorer.shown?.scene).not.toBe(before);
    page.screen.moves.uncompare();
    await settled(page);
    expect([shownName(page), page.explorer.shown?.scene]).toEqual([undefined, before]);
    page.screen.moves.tab('diff');
    await settled(page);
    expect(shownName(page)).toBe('v1');
    page.explorer.go({ tab: 'graph', compare: undefined, direction: 'down' }, 'push');
    await settled(page);
    expect(shownName(page)).toBeUndefined();
    expect(page.explorer.shown?.scene).not.toBe(before);
  });

  it('that a link to the table names and that cannot be made is said there, and left for the table of the graph', async () => {
    const page = setUp({ tab: 'table', compare: 'v9' });
    await page.ready();
    expect(page.screen.chooses).toBe(true);
    page.questions[0]!.refuse(new Fault('not-found', 'There is no revision v9.'));
    await settled(page);
    expect(page.explorer.compare.fault).toMatchObject({ message: 'There is no revision v9.' });
    expect(page.screen.chooses).toBe(true);
    page.screen.leaveChoice();
    await settled(page);
    expect(page.written.at(-1)).toMatchObject({ tab: 'table', compare: undefined });
    expect(page.screen.chooses).toBe(false);
  });

  it('is left for a list, and is there again when one comes back', async () => {
    const page = setUp({ tab: 'table', compare: 'v1' });
    await page.ready();
    page.questions[0]!.answer(older);
    await settled(page);
    expect(shownName(page)).toBe('v1');
    page.screen.moves.tab('findings');
    await settled(page);
    expect(page.written.at(-1)).toMatchObject({ tab: 'findings', compare: undefined });
    expect(shownName(page)).toBeUndefined();
    page.screen.moves.tab('diff');
    await settled(page);
    expect(shownName(page)).toBe('v1');
  });

  it('cancelled, it is neither made nor a fault', async () => {
    const page = setUp();
    await page.ready();
    page.screen.compare('v1');
    page.explorer.compare.cancel();
    page.questions[0]!.refuse(new Fault('cancelled', 'Stopped.'));
    await settled(page);
    expect([page.explorer.compare.fault, page.explorer.compare.done]).toEqual([undefined, undefined]);
    expect(page.screen.chooses).toBe(true);
    page.screen.leaveChoice();
    expect(page.written.at(-1)).toEqual(startPlace);
  });

  it('refused, the words are kept until the next is asked for', async () => {
    const page = setUp();
    await page.ready();
    page.screen.compare('v9');
    page.questions[0]!.refuse(new Fault('not-found', 'There is no revision v9.', { hint: 'Did you mean v1?' }));
    await settled(page);
    expect(page.explorer.compare.fault).toMatchObject({
      message: 'There is no revision v9.',
      hint: 'Did you mean v1?',
    });
    expect(page.screen.chooses).toBe(true);
    page.screen.compare('v1');
    expect(page.explorer.compare.fault).toBeUndefined();
  });

  it('is made again when the graph was read again, keeping zoom and pan', async () => {
    const page = setUp({ tab: 'diff', compare: 'main' });
    await page.ready();
    page.questions[0]!.answer(older);
    await settled(page);
    expect(page.explorer.shown?.keep).toBe(false);
    page.give(withA('v1.4.0'));
    await page.ready('2');
    page.questions[1]!.answer(older);
    await settled(page);
    expect(page.explorer.compare.done?.diff.changed).toMatchObject([{ from: 'v0.9.0', to: 'v1.4.0' }]);
    expect(page.explorer.shown?.keep).toBe(true);
    // The same graph, read anew: the branch may have moved on.
    await page.ready('2');
    expect(page.questions).toHaveLength(3);
    // What cannot be compared again leaves what is on show.
    page.questions[2]!.refuse(new Fault('not-found', 'There is no revision main.'));
    await settled(page);
    expect([shownName(page), page.screen.chooses]).toEqual(['main', false]);
    expect(page.explorer.compare.fault).toBeDefined();
    page.explorer.compareAgain();
    expect(page.questions).toHaveLength(4);
  });

  it('of a sample none are asked for, and that is said', async () => {
    const revisions = vi.fn<() => Promise<Revisions>>();
    const page = setUp({}, { revisions });
    await page.ready();
    await page.explorer.compare.list(true);
    expect(revisions).not.toHaveBeenCalled();
    expect(page.explorer.compare.listFault?.message).toBe('Samples have no git history.');
  });

  it('in a page that holds its data there is none', async () => {
    const page = setUp({}, {}, false);
    await page.ready();
    page.screen.compare('v1');
    await settled(page);
    expect(page.explorer.compare.fault).toMatchObject({ code: 'usage' });
    expect(page.explorer.compare.asks).toBe(false);
  });
});

describe('with a snapshot file', () => {
  it('works in the page alone, and does not lose the file when the graph changes', async () => {
    const page = setUp();
    await page.ready();
    page.screen.compareFile(file('deps.json', writeSnapshot(older)));
    await settled(page);
    expect(page.explorer.compare.done).toMatchObject({ kind: 'file', name: 'deps.json' });
    expect(page.explorer.compare.done?.diff.causes).toMatchObject([
      { path: 'example.com/a', from: 'v0.9.0', to: 'v1.0.0', follows: [] },
    ]);
    expect(page.written.at(-1)?.compare).toBeUndefined();
    page.screen.moves.tab('table');
    await settled(page);
    expect(shownName(page)).toBe('deps.json');
    page.screen.moves.tab('graph');
    page.screen.moves.tab('table');
    await settled(page);
    expect(shownName(page)).toBeUndefined();
    page.screen.moves.tab('diff');
    await settled(page);
    page.screen.moves.tab('tree');
    page.give(withA('v1.4.0'));
    await page.ready('2');
    await settled(page);
    expect(page.explorer.shown?.comparison?.diff.changed).toMatchObject([{ to: 'v1.4.0' }]);
    expect(page.questions).toEqual([]);
  });

  it.each([
    ['no JSON', '{', 'bad-input'],
    ['another JSON', '[]', 'bad-input'],
    ['a newer format', writeSnapshot(small).replace('"format": 1', '"format": 99'), 'bad-input'],
  ])('that is %s is said, and nothing is lost', async (_, text, code) => {
    const page = setUp();
    await page.ready();
    const before = page.explorer.shown;
    page.screen.compareFile(file('x.json', text));
    await settled(page);
    expect(page.explorer.compare.fault).toMatchObject({ code });
    expect(page.explorer.shown?.view).toEqual(before?.view);
  });

  it('that cannot be read, whatever the browser says of it', async () => {
    const page = setUp();
    await page.ready();
    const text = () => Promise.reject(new DOMException('A requested file could not be read', 'NotReadableError'));
    await page.explorer.compare.withFile({ name: 'x.json', size: 2, text }, small);
    expect(page.explorer.compare.fault).toMatchObject({ code: 'bad-input', message: 'x.json cannot be read.' });
  });

  it('that is too large is not read', async () => {
    const page = setUp();
    await page.ready();
    const text = vi.fn(() => Promise.resolve('{}'));
    await page.explorer.compare.withFile({ name: 'x.json', size: 300 << 20, text }, small);
    expect(page.explorer.compare.fault).toMatchObject({ code: 'too-large' });
    expect(text).not.toHaveBeenCalled();
  });
});

describe('the list of revisions', () => {
  it('is the newest answer; a fault takes its place', async () => {
    const answers = [
      Promise.resolve({ rows: [], more: true }),
      Promise.reject(new Fault('not-found', 'no repository')),
    ];
    const page = setUp({}, { revisions: () => answers.shift()! });
    await page.explorer.compare.list();
    expect(page.explorer.compare.revisions?.more).toBe(true);
    await page.explorer.compare.list();
    expect(page.explorer.compare.listFault?.message).toBe('no repository');
  });
});

describe('what is pointed at', () => {
  it('stands out until it is let go of, unless something is selected', async () => {
    const page = setUp({ tab: 'diff', compare: 'v1' });
    await page.ready();
    page.questions[0]!.answer(older);
    await settled(page);
    expect(page.screen.emphasis?.dimOthers).toBe(false);
    page.screen.point(['example.com/a', 'example.com/not-there']);
    expect(page.screen.emphasis?.dimOthers).toBe(true);
    expect(Array.from(page.screen.emphasis?.related ?? [])).toEqual(['example.com/a@v1.0.0']);
    page.screen.point([]);
    expect(page.screen.emphasis?.dimOthers).toBe(false);
    page.screen.goToPath('example.com/a');
    expect(page.screen.path).toBe('example.com/a');
    expect(page.screen.announced).toContain('raised from v0.9.0 to v1.0.0');
    page.screen.whole();
    expect(page.screen.path).toBeUndefined();
  });
});
