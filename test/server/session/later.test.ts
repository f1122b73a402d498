import { expect, test } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import type { ModuleFact } from '../../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import type { Phase, ServerEvent } from '../../../graph/wire.ts';
import type { AskLater, Part } from '../../../server/session/later.ts';
import { Session } from '../../../server/session/session.ts';
import { FakeProject, loadedOf, smallSnapshot, someRun } from './fake-project.ts';

const moment = () => new Promise((resolve) => setImmediate(resolve));
const facts: ModuleFact[] = [{ path: 'example.com/a00000', version: 'v1.0.0', update: 'v1.1.0' }];
const running: Phase = { name: 'facts', state: 'running', took: 3 };

/** Answers when the test says; an abort rejects as the real ones do. */
class Asked {
  readonly asks: {
    answer: (part: Part | Error) => void;
    tell: (phases: readonly Phase[]) => void;
    signal: AbortSignal;
  }[] = [];
  readonly ask: AskLater = (_loaded, tell, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Fault('cancelled', 'Cancelled.'));
      });
      const answer = (part: Part | Error): void => {
        if (part instanceof Error) reject(part);
        else resolve(part);
      };
      this.asks.push({ answer, tell, signal });
    });
}

async function begin(...asked: Asked[]) {
  const project = new FakeProject();
  const session = new Session({
    load: project.load,
    watch: project.watch,
    later: asked.map((one) => one.ask),
  });
  const events: ServerEvent[] = [];
  session.listen((event) => events.push(event));
  const load = async (outcome: Parameters<(typeof project.loads)[0]['answer']>[0]) => {
    const done = session.refresh();
    await moment();
    project.loads.at(-1)!.answer(outcome);
    await done;
  };
  await load(loadedOf(smallSnapshot()));
  return { project, session, events, load };
}

test('the graph is ready before the rest is asked for; each part makes a snapshot of its own', async () => {
  const first = new Asked();
  const second = new Asked();
  const { session, events } = await begin(first, second);
  expect(session.state).toEqual({ type: 'ready', etag: session.kept?.etag, run: someRun });
  const plain = session.kept?.etag;
  first.asks[0]!.tell([running]);
  expect(session.state).toEqual({ type: 'ready', etag: plain, run: someRun, later: [running] });
  first.asks[0]!.answer({ facts });
  await moment();
  expect(session.kept?.bytes.toString()).toBe(writeSnapshot({ ...smallSnapshot(), facts }));
  const problem = { code: 'load-error', subject: 'example.com/x', text: 'gone' };
  second.asks[0]!.answer({ problems: [problem] });
  await moment();
  expect(session.kept?.bytes.toString()).toBe(writeSnapshot({ ...smallSnapshot(), problems: [problem], facts }));
  expect(session.state).toMatchObject({ type: 'ready', etag: session.kept?.etag });
  expect(new Set(events.map((event) => event.type))).toEqual(new Set(['loading', 'ready']));
});

test('a part that fails says why, and the graph stays ready', async () => {
  const asked = new Asked();
  const { session } = await begin(asked);
  const { kept } = session;
  asked.asks[0]!.tell([running]);
  asked.asks[0]!.answer(new Fault('go-failed', 'the proxy is down'));
  await moment();
  expect(session.kept).toBe(kept);
  expect(session.state).toMatchObject({
    type: 'ready',
    later: [{ name: 'facts', state: 'failed', fault: { code: 'go-failed', message: 'the proxy is down' } }],
  });
});

test('a new load stops what is still asked for, and asks again when it has ended', async () => {
  const asked = new Asked();
  const { session, load } = await begin(asked);
  await load(loadedOf(smallSnapshot(2)));
  expect(asked.asks).toHaveLength(2);
  expect(asked.asks[0]!.signal.aborted).toBe(true);
  asked.asks[1]!.answer({ facts });
  await moment();
  expect(session.kept?.bytes.toString()).toBe(writeSnapshot({ ...smallSnapshot(2), facts }));
});

test('nothing more is asked for when go failed', async () => {
  const asked = new Asked();
  const { load } = await begin(asked);
  await load(loadedOf(smallSnapshot(2), new Fault('go-failed', 'the proxy is down')));
  expect(asked.asks).toHaveLength(1);
});

test('cancel stops it, and the state no longer says that something is asked for', async () => {
  const asked = new Asked();
  const { session } = await begin(asked);
  asked.asks[0]!.tell([running]);
  await session.cancel();
  expect(asked.asks[0]!.signal.aborted).toBe(true);
  expect(session.state).toEqual({ type: 'ready', etag: session.kept?.etag, run: someRun });
  asked.asks[0]!.tell([running]);
  expect(session.state).not.toHaveProperty('later');
});

test('a reload that is cancelled falls back to a state that says nothing of what is no longer asked for', async () => {
  const asked = new Asked();
  const { session, project } = await begin(asked);
  asked.asks[0]!.tell([running]);
  void session.refresh();
  await moment();
  expect(project.loads).toHaveLength(2);
  await session.cancel();
  expect(session.state).toEqual({ type: 'ready', etag: session.kept?.etag, run: someRun });
});

test('what had come before a reload that is cancelled stays', async () => {
  const asked = new Asked();
  const { session } = await begin(asked);
  const done: Phase = { name: 'facts', state: 'done', took: 3 };
  asked.asks[0]!.tell([done]);
  asked.asks[0]!.answer({ facts });
  await moment();
  void session.refresh();
  await moment();
  await session.cancel();
  expect(session.state).toMatchObject({ type: 'ready', later: [done] });
  expect(session.kept?.bytes.toString()).toBe(writeSnapshot({ ...smallSnapshot(), facts }));
});

test('close stops it as well', async () => {
  const asked = new Asked();
  const { session } = await begin(asked);
  await session.close();
  expect(asked.asks[0]!.signal.aborted).toBe(true);
});

test('what is known beside the snapshot changes the run alone: the snapshot, and its tag, stay', async () => {
  const asked = new Asked();
  const { session, events } = await begin(asked);
  const etag = session.kept?.etag;
  const verdict = {
    graph: { state: 'refused', refusals: [{ code: 'go-sum-missing', subject: 'a@v1.0.0', text: 'x' }] },
    build: { state: 'not asked', why: 'x' },
    mode: 'readonly',
  } as const;
  asked.asks[0]!.answer({ beside: { verdict } });
  await moment();
  expect(session.kept?.etag).toBe(etag);
  const told = events.at(-1);
  expect(told).toMatchObject({ type: 'ready', etag, run: { beside: { ...someRun.beside, verdict } } });
});

test('what comes last is asked with all parts, is under way from the start, and changes no byte of the snapshot', async () => {
  const first = new Asked();
  const waiting: Phase = { name: 'remedies', state: 'running', took: 0 };
  const done: Phase = { name: 'remedies', state: 'done', took: 5 };
  const beside = { tried: { key: { state: 'untold' } } } as const;
  const given: (readonly ModuleFact[] | undefined)[] = [];
  const project = new FakeProject();
  const session = new Session({
    load: project.load,
    watch: project.watch,
    later: [first.ask],
    last: {
      name: 'remedies',
      ask: ({ snapshot }, tell) => {
        given.push(snapshot.facts);
        tell([done]);
        return Promise.resolve(beside);
      },
    },
  });
  const loading = session.refresh();
  await moment();
  project.loads.at(-1)!.answer(loadedOf(smallSnapshot()));
  await loading;
  first.asks[0]!.tell([running]);
  expect(session.state).toMatchObject({ type: 'ready', later: [running, waiting] });
  expect(given).toEqual([]);
  first.asks[0]!.answer({ facts });
  await moment();
  const etag = session.kept?.etag;
  expect(given).toEqual([facts]);
  expect(session.state).toEqual({ type: 'ready', etag, run: { ...someRun, beside }, later: [running, done] });
  await session.close();
});

test('what comes last fails: the graph stays, with its parts', async () => {
  const project = new FakeProject();
  const session = new Session({
    load: project.load,
    watch: project.watch,
    last: { name: 'remedies', ask: () => Promise.reject(new Fault('go-failed', 'It failed.')) },
  });
  const loading = session.refresh();
  await moment();
  project.loads.at(-1)!.answer(loadedOf(smallSnapshot()));
  await loading;
  await moment();
  expect(session.state).toEqual({ type: 'ready', etag: session.kept?.etag, run: someRun, later: [] });
  await session.close();
});
