import { expect, test } from 'vitest';
import { Turns } from '../../../server/session/turns.ts';

/** Work that ends when told to, and a clock that the test sets. */
function byHand() {
  const clock = { now: 0 };
  const begun: { signal: AbortSignal; end: () => void }[] = [];
  const turns = new Turns(
    (signal) =>
      new Promise<void>((resolve) => {
        begun.push({ signal, end: resolve });
      }),
    () => clock.now,
  );
  return { turns, begun, clock };
}

const moment = () => new Promise((resolve) => setImmediate(resolve));

test('a hundred who ask at once share one turn', async () => {
  const { turns, begun } = byHand();
  const all = Array.from({ length: 100 }, () => turns.join());
  await moment();
  expect(begun).toHaveLength(1);
  begun[0]!.end();
  await Promise.all(all);
  expect(begun).toHaveLength(1);
});

test('who asks while a turn has been on for a while gets one more, however many they are', async () => {
  const { turns, begun, clock } = byHand();
  const first = turns.join();
  await moment();
  clock.now = 500;
  const same = turns.join();
  clock.now = 501;
  let served = 0;
  const late = Array.from({ length: 100 }, () => turns.join().then(() => (served += 1)));
  begun[0]!.end();
  await Promise.all([first, same]);
  await moment();
  expect([begun.length, served]).toEqual([2, 0]);
  begun[1]!.end();
  await Promise.all(late);
  await moment();
  expect(begun).toHaveLength(2);
});

test('who asks while a cancelled turn is dying gets a turn of his own after it', async () => {
  const { turns, begun } = byHand();
  void turns.join();
  await moment();
  void turns.cancel();
  const after = turns.join();
  begun[0]!.end();
  await moment();
  expect(begun).toHaveLength(2);
  expect(begun[1]!.signal.aborted).toBe(false);
  begun[1]!.end();
  await after;
});

test('a change while a turn is on gives exactly one more turn after it', async () => {
  const { turns, begun } = byHand();
  void turns.join();
  const after = Array.from({ length: 10 }, () => turns.after());
  await moment();
  expect(begun).toHaveLength(1);
  begun[0]!.end();
  await moment();
  expect(begun).toHaveLength(2);
  begun[1]!.end();
  await Promise.all(after);
  await moment();
  expect(begun).toHaveLength(2);
});

test('a change while nothing is on gives one turn', async () => {
  const { turns, begun } = byHand();
  const after = turns.after();
  await moment();
  begun[0]!.end();
  await after;
  expect(begun).toHaveLength(1);
});

test('cancel aborts the turn that is on and drops the one that would follow', async () => {
  const { turns, begun } = byHand();
  void turns.join();
  await moment();
  void turns.after();
  const cancelled = turns.cancel();
  expect(begun[0]!.signal.aborted).toBe(true);
  begun[0]!.end();
  await cancelled;
  await moment();
  expect(begun).toHaveLength(1);
});

test('after a cancelled turn the next one has a signal of its own', async () => {
  const { turns, begun } = byHand();
  void turns.join();
  const cancelled = turns.cancel();
  await moment();
  begun[0]!.end();
  await cancelled;
  void turns.join();
  await moment();
  expect(begun[1]!.signal.aborted).toBe(false);
});

test('who asks from within the work joins the turn that is on', async () => {
  let count = 0;
  const turns: Turns = new Turns(() => {
    count += 1;
    if (count < 5) void turns.join();
    return Promise.resolve();
  });
  await turns.join();
  expect(count).toBe(1);
});
