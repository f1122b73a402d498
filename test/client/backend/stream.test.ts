import { expect, it } from 'vitest';
import { watchEvents } from '../../../client/backend/stream.ts';
import { fakeBrowser, FakeSource, open } from './fake-browser.ts';

const run = { source: 'x', readAt: 1, took: 1, crossCheck: 'none' };

function watched(hidden = false) {
  const browser = fakeBrowser(hidden);
  const seen: string[] = [];
  const stop = watchEvents(browser, (event) => seen.push(event.type));
  return { browser, seen, stop };
}

it('events reach the listener, those that cannot be read left out', () => {
  const { seen } = watched();
  const [source] = FakeSource.made;
  source?.send('loading', { type: 'loading', phases: [] });
  source?.send('ready', { type: 'ready' });
  source?.send('ready', { type: 'ready', etag: '"1"', run });
  expect(seen).toEqual(['loading', 'ready']);
});

it.each([
  ['broke off', FakeSource.CONNECTING],
  ['the browser gave up', FakeSource.CLOSED],
])('a stream that %s is closed, said, and opened again, later each time', (_, readyState) => {
  const { browser, seen, stop } = watched();
  const waits: number[] = [];
  for (let n = 0; n < 6; n++) {
    FakeSource.made.at(-1)?.fail(readyState);
    expect([open().length, browser.waiting.length]).toEqual([0, 1]);
    waits.push(...browser.pass());
    expect(open()).toHaveLength(1);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
  expect(seen).toEqual(Array(6).fill('offline'));
  // One that answers begins from the first again.
  FakeSource.made.at(-1)?.send('cancelled', { type: 'cancelled' });
  FakeSource.made.at(-1)?.fail(readyState);
  expect(browser.waiting.map(({ milliseconds }) => milliseconds)).toEqual([1000]);
  stop();
  expect([open().length, browser.waiting.length, browser.asking()]).toEqual([0, 0, 0]);
});

it('an old stream is not listened to any more, whatever it still says', () => {
  const { browser, seen } = watched();
  const [old] = FakeSource.made;
  old?.fail(FakeSource.CONNECTING);
  old?.fail(FakeSource.CLOSED);
  expect(browser.waiting).toHaveLength(1);
  browser.pass();
  old?.send('cancelled', { type: 'cancelled' });
  old?.fail(FakeSource.CLOSED);
  expect(seen).toEqual(['offline']);
  expect(open()).toHaveLength(1);
});

it('a hidden page lets go of its stream after a while, without a word, and has one again as soon as it is seen', () => {
  const { browser, seen } = watched();
  browser.hide(true);
  expect([open().length, browser.waiting.map(({ milliseconds }) => milliseconds)]).toEqual([1, [10_000]]);
  browser.pass();
  expect([open().length, browser.waiting.length, seen]).toEqual([0, 0, []]);
  browser.hide(false);
  expect(open()).toHaveLength(1);
});

it('who looks away for a moment keeps it', () => {
  const { browser } = watched();
  for (let n = 0; n < 20; n++) {
    browser.hide(true);
    browser.hide(false);
  }
  expect([FakeSource.made.length, browser.waiting.length]).toEqual([1, 0]);
});

it('a hidden page does not try again, however long the server is away; once seen it tries at once', () => {
  const { browser, seen } = watched();
  browser.hide(true);
  FakeSource.made[0]?.fail(FakeSource.CONNECTING);
  expect(browser.pass()).toEqual([1000]);
  expect([FakeSource.made.length, browser.waiting.length]).toEqual([1, 0]);
  browser.hide(true);
  expect(browser.waiting).toEqual([]);
  browser.hide(false);
  expect([FakeSource.made.length, open().length]).toEqual([2, 1]);
  // Seen while it waits: not twice.
  FakeSource.made.at(-1)?.fail(FakeSource.CONNECTING);
  browser.hide(true);
  browser.hide(false);
  expect([open().length, browser.waiting.length]).toEqual([1, 0]);
  expect(seen).toEqual(['offline', 'offline']);
});

it('a page that is opened in the background is loaded first', () => {
  const { browser } = watched(true);
  expect(open()).toHaveLength(1);
  expect(browser.waiting.map(({ milliseconds }) => milliseconds)).toEqual([10_000]);
});
