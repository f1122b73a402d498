import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../../client/backend/backend.ts';
import { Explorer } from '../../../client/state/explorer.svelte.ts';
import type { History } from '../../../client/state/history.ts';
import { Moves } from '../../../client/state/moves.ts';
import { startPlace, type Place } from '../../../client/state/place.ts';
import type { CancelSignal, Layout, LayoutEngine } from '../../../drawing/layout/types.ts';
import { Fault } from '../../../graph/fault.ts';
import { findFindings } from '../../../graph/findings/index.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import type { Run } from '../../../graph/wire.ts';
import { small } from '../backend/snapshots.ts';

const run: Run = { source: 'x', readAt: 1, took: 1, crossCheck: 'none' };

/** A place for each box, one beside the other. */
const inARow: LayoutEngine = (graph) =>
  Promise.resolve<Layout>({
    width: graph.boxes.length * 200,
    height: 36,
    x: Float64Array.from(graph.boxes.keys(), (n) => n * 200),
    y: new Float64Array(graph.boxes.length),
    routes: graph.lines.map(() => Float64Array.of(0, 0, 10, 10)),
  });

type Listener = Parameters<Backend['watch']>[0];

function setUp(engine: LayoutEngine = inARow, start: Place = startPlace) {
  let current: Snapshot = small;
  const said: Parameters<Listener>[0][] = [];
  const listeners = new Set<Listener>();
  const backend: Backend = {
    live: true,
    snapshot: () => Promise.resolve(current),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => Promise.resolve(),
    cancel: () => Promise.reject(new Fault('not-found', 'nobody answers')),
  };
  const written: { readonly place: Place; readonly how: string }[] = [];
  let moved: ((place: Place) => void) | undefined;
  const history: History = {
    place: () => start,
    write: (place, how) => written.push({ place, how }),
    listen: (listener) => {
      moved = listener;
      return () => (moved = undefined);
    },
  };
  const explorer = new Explorer(backend, { elk: engine, layered: engine }, history);
  const stop = explorer.start();
  return {
    explorer,
    moves: new Moves(explorer),
    written,
    said,
    stop,
    listeners,
    back: (place: Place) => moved?.(place),
    say: (event: Parameters<Listener>[0]) => {
      for (const listener of listeners) listener(event);
    },
    give: (snapshot: Snapshot) => (current = snapshot),
    ready: async (etag = '1') => {
      for (const listener of listeners) {
        listener({ type: 'loading', phases: [] });
        listener({ type: 'ready', etag, run });
      }
      await vi.waitFor(() => {
        expect(explorer.phases).toBeUndefined();
      });
    },
  };
}

const idle = (explorer: Explorer): Promise<void> =>
  vi.waitFor(() => {
    expect(explorer.busy).toBe(false);
  });

afterEach(() => {
  performance.clearMarks();
});

describe('loading', () => {
  it('says the phases, then shows the picture', async () => {
    const { explorer, say, ready } = setUp();
    say({ type: 'loading', phases: [{ name: 'go mod graph', state: 'running', took: 5 }] });
    expect(explorer.phases).toHaveLength(1);
    expect(explorer.shown).toBeUndefined();
    await ready();
    expect(explorer.shown?.scene?.boxes.map(({ id }) => id).sort()).toEqual([
      'example.com/a@v1.0.0',
      'example.com/b@v1.1.0',
      'example.com/m',
    ]);
    expect(explorer.shown?.keep).toBe(false);
    expect(explorer.run).toEqual(run);
    expect(performance.getEntriesByType('mark').map(({ name }) => name)).toEqual([
      'modscope:data',
      'modscope:view',
      'modscope:layout',
    ]);
  });

  it('keeps place, zoom and pan when newer data comes, and does not load the same data twice', async () => {
    const { explorer, moves, ready, give } = setUp();
    await ready();
    moves.select('example.com/a@v1.0.0');
    const before = explorer.shown;
    await ready();
    expect(explorer.shown).toBe(before);
    give({
      ...small,
      modules: small.modules.map((module) =>
        module.path === 'example.com/a'
          ? { ...module, version: 'v1.2.0' }
          : module.path === 'example.com/m'
            ? { ...module, requires: ['example.com/a@v1.2.0', 'example.com/b@v1.1.0'] }
            : module,
      ),
    });
    await ready('2');
    expect(explorer.shown).not.toBe(before);
    expect(explorer.shown?.keep).toBe(true);
    // The selection follows its module to the new version.
    expect(explorer.selected?.box.nodes).toEqual([0]);
    expect(explorer.data?.model.graph.versions[0]).toBe('v1.2.0');
  });

  it('keeps what is on show when a load fails, and recovers', async () => {
    const { explorer, say, ready } = setUp();
    await ready();
    say({ type: 'failed', fault: { code: 'go-failed', message: 'go.mod:3: unknown directive' } });
    expect(explorer.fault?.message).toContain('go.mod:3');
    expect(explorer.shown).toBeDefined();
    await ready('2');
    expect(explorer.fault).toBeUndefined();
  });

  it('shows the part that a failed load has', async () => {
    const { explorer, say } = setUp();
    say({ type: 'failed', fault: { code: 'go-missing', message: 'no go' }, etag: 'part', run });
    await vi.waitFor(() => {
      expect(explorer.shown).toBeDefined();
    });
    expect(explorer.fault?.code).toBe('go-missing');
  });

  it('says that it was cancelled only where there is nothing to see', async () => {
    const { explorer, say, ready } = setUp();
    say({ type: 'cancelled' });
    expect(explorer.fault?.code).toBe('cancelled');
    await ready();
    say({ type: 'cancelled' });
    expect(explorer.fault).toBeUndefined();
  });

  it('is offline until the next event', async () => {
    const { explorer, say, ready } = setUp();
    await ready();
    say({ type: 'offline' });
    expect(explorer.offline).toBe(true);
    say({ type: 'ready', etag: '1', run });
    expect(explorer.offline).toBe(false);
  });

  it('says why a request was not taken', async () => {
    const { explorer } = setUp();
    explorer.cancel();
    await vi.waitFor(() => {
      expect(explorer.fault?.message).toBe('nobody answers');
    });
  });

  it('listens once, and no more after its end', () => {
    const { explorer, listeners, stop } = setUp();
    explorer.reconnect();
    expect(listeners.size).toBe(1);
    stop();
    expect(listeners.size).toBe(0);
  });
});

describe('going elsewhere', () => {
  it('pushes a selection and replaces a filter', async () => {
    const { moves, ready, written } = setUp();
    await ready();
    moves.select('example.com/a@v1.0.0');
    moves.change({ reduce: false });
    expect(written.map(({ how }) => how)).toEqual(['push', 'replace']);
    expect(written[1]?.place).toMatchObject({ selected: 'example.com/a@v1.0.0', options: { reduce: false } });
  });

  it('selects boxes beside each other until one is selected alone', async () => {
    const { explorer, moves, ready } = setUp();
    await ready();
    const ids = () => explorer.several.map(({ box }) => box.id);
    moves.select('example.com/a@v1.0.0');
    moves.add('example.com/b@v1.1.0');
    expect(ids()).toEqual(['example.com/b@v1.1.0', 'example.com/a@v1.0.0']);
    moves.addAll(['example.com/m', 'example.com/a@v1.0.0']);
    expect(ids()).toEqual(['example.com/m', 'example.com/a@v1.0.0', 'example.com/b@v1.1.0']);
    moves.add('example.com/m');
    expect(ids()).toEqual(['example.com/a@v1.0.0', 'example.com/b@v1.1.0']);
    moves.select('example.com/a@v1.0.0');
    expect(explorer.place.also).toEqual([]);
    expect(ids()).toEqual([]);
    moves.add('example.com/a@v1.0.0');
    expect(explorer.place.selected).toBeUndefined();
  });

  it('leaves what a link wanted in view with the first step', async () => {
    const spot = { box: 'example.com/m', x: 0, y: 0, zoom: 2 };
    const { explorer, moves, ready } = setUp(inARow, { ...startPlace, spot, room: { width: 800, height: 600 } });
    await ready();
    expect(explorer.place.spot).toEqual(spot);
    moves.select('example.com/m');
    expect([explorer.place.spot, explorer.place.room]).toEqual([undefined, { width: 800, height: 600 }]);
  });

  it('learns what go says of the same snapshot, which comes later', async () => {
    const { explorer, say, ready } = setUp();
    await ready();
    await idle(explorer);
    const before = explorer.data?.model.snapshot;
    expect(explorer.data?.model.beside.verdict).toBeUndefined();
    const refused = { state: 'refused', refusals: [{ code: 'go-sum-missing', subject: 'go.sum', text: 'x' }] } as const;
    const verdict = { graph: refused, build: { state: 'accepted' }, mode: 'readonly' } as const;
    say({ type: 'ready', etag: '1', run: { ...run, beside: { verdict } } });
    await vi.waitFor(() => {
      expect(explorer.data?.model.beside.verdict).toEqual(verdict);
    });
    await idle(explorer);
    expect(findFindings(explorer.data!.model).map(({ code }) => code)).toContain('go-sum-missing');
    expect(explorer.data?.model.snapshot).toBe(before);
    const { data } = explorer;
    // The same once more is nothing new.
    say({ type: 'ready', etag: '1', run: { ...run, beside: { verdict } } });
    await idle(explorer);
    expect(explorer.data).toBe(data);
  });

  it('draws again only when what is on show changes', async () => {
    const { explorer, moves, ready, back } = setUp();
    await ready();
    const before = explorer.shown;
    moves.select('example.com/a@v1.0.0');
    moves.tab('conflicts');
    back({ ...startPlace, options: { ...startPlace.options } });
    await idle(explorer);
    expect(explorer.shown).toBe(before);
    moves.change({ reduce: false });
    await idle(explorer);
    expect(explorer.shown).not.toBe(before);
  });

  it('keeps the picture when the query cannot be read, and says where', async () => {
    const { explorer, moves, ready } = setUp();
    await ready();
    const before = explorer.shown;
    moves.query('is:nonsense');
    await idle(explorer);
    expect(explorer.queryError?.column).toBeGreaterThan(0);
    expect(explorer.shown).toBe(before);
    moves.query('is:confict');
    await idle(explorer);
    expect(explorer.queryError?.meant).toEqual({ word: 'is:conflict', query: 'is:conflict' });
    moves.query('');
    await idle(explorer);
    expect(explorer.queryError).toBeUndefined();
  });

  it('has no picture where nothing matches', async () => {
    const { explorer, moves, ready } = setUp();
    await ready();
    moves.query('nothing-has-this-name');
    await idle(explorer);
    expect(explorer.shown?.view.boxes).toEqual([]);
    expect(explorer.shown?.scene).toBeUndefined();
  });

  it('jumps to a module that a filter hides by dropping the filter', async () => {
    const { explorer, moves, ready } = setUp();
    await ready();
    moves.query('example.com/a');
    await idle(explorer);
    moves.jump(2);
    await idle(explorer);
    expect(explorer.place).toMatchObject({
      selected: 'example.com/b@v1.1.0',
      options: { query: '', scope: 'selected' },
    });
    moves.jump(1);
    expect(explorer.place).toMatchObject({ selected: 'example.com/b@v1.0.0', options: { scope: 'all' } });
  });

  it('focuses, asks why and excludes by a query', async () => {
    const { explorer, moves, ready } = setUp();
    await ready();
    moves.focus(2);
    expect(explorer.place.options.query).toBe('from(example.com/b) | to(example.com/b)');
    moves.exclude(0);
    expect(explorer.place.options.query).toBe('(from(example.com/b) | to(example.com/b)) -example.com/a');
    moves.why(0);
    expect(explorer.place.options.query).toBe('between(is:main, example.com/a)');
    await idle(explorer);
    expect(explorer.queryError).toBeUndefined();
  });

  it('picks findings, and lets go of the selection first, then of them', async () => {
    const { explorer, moves, ready } = setUp();
    await ready();
    const group = {
      id: 'cycle',
      code: 'cycle',
      severity: 'info',
      mark: 'cycle',
      title: '1 cycle',
      detail: [],
      count: 1,
      nodes: [0],
    } as const;
    moves.pick(group);
    expect(explorer.place.finding).toBe('cycle');
    moves.pick(group);
    expect(explorer.place.finding).toBeUndefined();
    moves.select('example.com/m');
    moves.release();
    expect(explorer.place.selected).toBeUndefined();
  });
});

describe('drawing', () => {
  /** An engine that answers when it is told to; each layout is cancelled by its signal. */
  function slow() {
    const asked: { readonly signal: CancelSignal; readonly finish: () => void }[] = [];
    const engine: LayoutEngine = (graph, direction, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new DOMException('cancelled', 'AbortError'));
        });
        asked.push({ signal, finish: () => void inARow(graph, direction, signal).then(resolve, reject) });
      });
    return { asked, engine };
  }
  const down: Place = { ...startPlace, direction: 'down' };

  it('gives up an older picture for a newer one, and fits the newer if the older was to be fitted', async () => {
    const { asked, engine } = slow();
    const { explorer, moves, ready } = setUp(engine, down);
    void ready();
    await vi.waitFor(() => {
      expect(asked).toHaveLength(1);
    });
    moves.change({ open: ['owner:x'] });
    await vi.waitFor(() => {
      expect(asked).toHaveLength(2);
    });
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(explorer.shown).toBeUndefined();
    asked[1]?.finish();
    await idle(explorer);
    expect(explorer.shown?.keep).toBe(false);
    expect(explorer.drawFault).toBeUndefined();
  });

  it('can be cancelled; the picture before stays', async () => {
    const { asked, engine } = slow();
    const { explorer, moves, ready } = setUp(engine, down);
    const loaded = ready();
    await vi.waitFor(() => {
      expect(asked).toHaveLength(1);
    });
    asked[0]?.finish();
    await loaded;
    const before = explorer.shown;
    moves.change({ reduce: false });
    await vi.waitFor(() => {
      expect(explorer.drawing).toBe(3);
      expect(asked).toHaveLength(2);
    });
    explorer.cancelDrawing();
    expect(asked[1]?.signal.aborted).toBe(true);
    expect(explorer.shown).toBe(before);
    expect(explorer.drawFault?.message).toBe('Laying out 3 boxes was cancelled.');
    expect(explorer.busy).toBe(false);
    explorer.redraw();
    await vi.waitFor(() => {
      expect(asked).toHaveLength(3);
    });
    // It may be asked once more: for a layout that keeps what stands, and for one that does not.
    await vi.waitFor(() => {
      for (const one of asked.slice(2)) one.finish();
      expect(explorer.busy).toBe(false);
    });
    expect(explorer.drawFault).toBeUndefined();
  });

  it('says why there is no picture when the engine fails', async () => {
    const { explorer, ready } = setUp(() => Promise.reject(new Fault('too-large', 'the engine gave up')));
    await ready();
    expect(explorer.drawFault).toEqual({ code: 'too-large', message: 'the engine gave up' });
    expect(explorer.busy).toBe(false);
  });
});
