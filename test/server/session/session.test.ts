import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import type { ServerEvent } from '../../../graph/wire.ts';
import { Session } from '../../../server/session/session.ts';
import { FakeProject, loadedOf, smallSnapshot, someRun } from './fake-project.ts';

const moment = () => new Promise((resolve) => setImmediate(resolve));

function begin() {
  const project = new FakeProject();
  const session = new Session(project);
  const events: ServerEvent[] = [];
  session.listen((event) => events.push(event));
  return { project, session, events };
}

/** A session that has loaded once. */
async function loaded() {
  const all = begin();
  const first = all.session.refresh();
  await moment();
  all.project.loads[0]!.answer(loadedOf(smallSnapshot()));
  await first;
  all.events.length = 0;
  return all;
}

const types = (events: readonly ServerEvent[]) => events.map((event) => event.type);

test('a load tells its phases, then that it is ready', async () => {
  const { project, session, events } = begin();
  const first = session.refresh();
  await moment();
  const phases = [{ name: 'go mod graph', state: 'running', count: 7, took: 3 }] as const;
  project.loads[0]!.onPhases(phases);
  project.loads[0]!.answer(loadedOf(smallSnapshot()));
  await first;
  expect(types(events)).toEqual(['loading', 'loading', 'ready']);
  expect(events[1]).toEqual({ type: 'loading', phases });
  expect(session.state).toEqual({ type: 'ready', etag: session.kept?.etag, run: someRun });
});

test('what is kept is the text of the snapshot, its hash, and the same packed', async () => {
  const { session } = await loaded();
  const text = writeSnapshot(smallSnapshot());
  expect(session.kept?.bytes.toString()).toBe(text);
  expect(session.kept?.etag).toBe(`"${createHash('sha256').update(text).digest('hex')}"`);
  expect(gunzipSync(await session.kept!.packed()).toString()).toBe(text);
});

test('fifty simultaneous refreshes are one load', async () => {
  const { project, session } = await loaded();
  const all = Array.from({ length: 50 }, () => session.refresh());
  await moment();
  project.loads[1]!.answer(loadedOf(smallSnapshot(2)));
  await Promise.all(all);
  expect(project.loads).toHaveLength(2);
});

test('a file that changes during a load is seen by one more load', async () => {
  const { project, session, events } = await loaded();
  project.touch();
  await moment();
  project.touch();
  project.touch();
  project.loads[1]!.answer(loadedOf(smallSnapshot(2)));
  await moment();
  expect(project.loads).toHaveLength(3);
  project.loads[2]!.answer(loadedOf(smallSnapshot(3)));
  await moment();
  expect(types(events)).toEqual(['loading', 'ready', 'loading', 'ready']);
  expect(session.kept?.bytes.toString()).toBe(writeSnapshot(smallSnapshot(3)));
  expect(project.loads).toHaveLength(3);
});

test('the same folders are watched once; others take their place; a failed load leaves them', async () => {
  const { project, session } = await loaded();
  const again = async (outcome: Parameters<(typeof project.loads)[0]['answer']>[0]) => {
    const done = session.refresh();
    await moment();
    project.loads.at(-1)!.answer(outcome);
    await done;
  };
  await again(loadedOf(smallSnapshot()));
  await again(new Fault('no-module', 'There is no go.mod.'));
  expect(project.watched).toEqual([['/somewhere']]);
  await again({ ...loadedOf(smallSnapshot()), folders: ['/somewhere', '/else'] });
  expect(project.watched).toEqual([['/somewhere'], ['/somewhere', '/else']]);
  expect(project.stopped).toBe(1);
});

test('a load that fails says so, and the last good snapshot stays', async () => {
  const { project, session } = await loaded();
  const before = session.kept;
  const second = session.refresh();
  await moment();
  project.loads[1]!.answer(new Fault('go-failed', 'go mod graph failed', { detail: 'go: malformed' }));
  await second;
  expect(session.kept).toBe(before);
  expect(session.state).toEqual({
    type: 'failed',
    fault: { code: 'go-failed', message: 'go mod graph failed', detail: 'go: malformed' },
    etag: before?.etag,
    run: someRun,
  });
});

test('a partial result is shown when there is nothing else, and never in place of a whole one', async () => {
  const { project, session } = begin();
  const fault = new Fault('go-failed', 'the proxy is down');
  const load = async (outcome: Parameters<(typeof project.loads)[0]['answer']>[0]) => {
    const done = session.refresh();
    await moment();
    project.loads.at(-1)!.answer(outcome);
    await done;
    return { kept: session.kept?.bytes.toString(), type: session.state.type };
  };
  expect(await load(loadedOf(smallSnapshot(1), fault))).toEqual({
    kept: writeSnapshot(smallSnapshot(1)),
    type: 'failed',
  });
  expect(await load(loadedOf(smallSnapshot(2), fault))).toEqual({
    kept: writeSnapshot(smallSnapshot(2)),
    type: 'failed',
  });
  expect(await load(loadedOf(smallSnapshot(3)))).toEqual({ kept: writeSnapshot(smallSnapshot(3)), type: 'ready' });
  expect(await load(loadedOf(smallSnapshot(4), fault))).toEqual({
    kept: writeSnapshot(smallSnapshot(3)),
    type: 'failed',
  });
});

test('a mistake of ours in a load is a fault like any other', async () => {
  const { project, session } = begin();
  const first = session.refresh();
  await moment();
  project.loads[0]!.answer(new TypeError('x is not a function'));
  await first;
  expect(session.state).toEqual({ type: 'failed', fault: { code: 'defect', message: 'x is not a function' } });
});

test('cancelling the first load leaves the state cancelled; phases that come late are not told', async () => {
  const { project, session, events } = begin();
  const first = session.refresh();
  await moment();
  await session.cancel();
  project.loads[0]!.onPhases([]);
  await first;
  expect(types(events)).toEqual(['loading', 'cancelled']);
  expect(session.state).toEqual({ type: 'cancelled' });
});

test('cancelling a later load falls back to what was there', async () => {
  const { session, events } = await loaded();
  const before = session.state;
  void session.refresh();
  await moment();
  await session.cancel();
  expect(types(events)).toEqual(['loading', 'cancelled', 'ready']);
  expect(session.state).toBe(before);
});

test('a load that ends well in spite of its abort counts as cancelled', async () => {
  let answer: (outcome: ReturnType<typeof loadedOf>) => void = () => undefined;
  const session = new Session({
    load: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  void session.refresh();
  await moment();
  const cancelled = session.cancel();
  answer(loadedOf(smallSnapshot()));
  await cancelled;
  expect(session.state.type).toBe('cancelled');
  expect(session.kept).toBeUndefined();
});

test('close ends the load, the watch and the listening; nothing loads after', async () => {
  const { project, session, events } = await loaded();
  void session.refresh();
  await moment();
  events.length = 0;
  await session.close();
  expect(project.loads[1]!.signal.aborted).toBe(true);
  expect(project.stopped).toBe(1);
  project.touch();
  await session.refresh();
  await moment();
  expect(project.loads).toHaveLength(2);
  expect(events).toEqual([]);
});
