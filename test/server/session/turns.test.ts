import { expect, test } from 'vitest';
import { Turns } from '../../../server/session/turns.ts';

/** Work that ends when told to. */
function byHand() {
  const begun: { signal: AbortSignal; end: () => void }[] = [];
  const turns = new Turns(
    (signal) =>
      new Promise<void>((resolve) => {
        begun.push({ signal, end: resolve });
      }),
  );
  return { turns, begun };
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
