/** The payloads reach what they are meant for: a snapshot of them is read, and no text is left that is none. */
import { expect, test } from 'vitest';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import { payloadSnapshot } from './payload-snapshot.ts';
import { payloads } from './payloads.ts';

test('there are at least 300 payloads, and a snapshot of them can be read', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(300);
  const snapshot = readSnapshot(payloadSnapshot());
  expect(snapshot.modules.length).toBeGreaterThan(payloads.length);
  for (const payload of payloads)
    expect(snapshot.vulnerabilities?.some(({ summary }) => summary === payload)).toBe(true);
  expect(Reflect.has({}, 'polluted')).toBe(false);
});
