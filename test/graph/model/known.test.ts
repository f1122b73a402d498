/** A part counts as known where the model has it, though it be empty: only then does its absence say anything. */
import { expect, it } from 'vitest';
import type { Beside } from '../../../graph/model/beside.ts';
import { isKnown, needOptions, needWords, type Needs } from '../../../graph/model/known.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';

const { snapshot, ...rest } = openSnapshot(
  assemble({ mains: [], edges: { names: ['m'], from: new Int32Array(), to: new Int32Array() }, listed: [] }),
);

const platform = { goos: 'linux', goarch: 'amd64', tags: [], cgo: false };
const parts: [Needs, string, string | undefined, Partial<Snapshot>, Beside][] = [
  ['packages', 'packages', '--packages', { packages: { platform, packages: [], elsewhere: [] } }, {}],
  ['facts', 'facts from the network', '--facts', { facts: [] }, {}],
  ['vulnerabilities', 'the vulnerability database or a report of govulncheck', '--facts', { vulnerabilities: [] }, {}],
  ['go.mod', 'the go.mod of each module', undefined, {}, { frontier: [] }],
  ['settings', 'the settings of go', undefined, {}, { settings: [] }],
];

it.each(parts)('%s: “needs %s”, brought by %s', (needs, words, option, more, beside) => {
  expect([needWords[needs], needOptions[needs]]).toEqual([words, option]);
  const model = { ...rest, snapshot: { ...snapshot, ...more }, beside };
  const known = parts.map(([other]) => other).filter((other) => isKnown(model, other));
  expect(known).toEqual([needs]);
});
