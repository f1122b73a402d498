/** A NUL in a name of a snapshot is refused with its place; in any other text it is not. */
import { expect, test } from 'vitest';
import { readSnapshot } from '../../../graph/snapshot/read.ts';

const main = { path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] };
const other = { path: 'example.com/a', version: 'v1.0.0' };
const whole = { format: 1, mains: [main], modules: [{ path: 'm', selected: true }, other], problems: [] };
const nul = 'a\0b';

test.each([
  ['modules.1', { modules: [{ path: 'm' }, { ...other, path: nul }] }],
  ['modules.1', { modules: [{ path: 'm' }, { ...other, version: nul }] }],
  ['modules.1', { modules: [{ path: 'm' }, { ...other, replace: { path: nul } }] }],
  ['mains.0', { mains: [{ ...main, dir: nul }] }],
  ['mains.0.require.0', { mains: [{ ...main, require: [{ path: nul, version: 'v1.0.0' }] }] }],
  ['mains.0.replace.0', { mains: [{ ...main, replace: [{ old: { path: 'x' }, new: { path: nul } }] }] }],
  ['mains.0.replace.0', { mains: [{ ...main, replace: [{ old: { path: nul }, new: { path: 'x' } }] }] }],
  ['mains.0.exclude.0', { mains: [{ ...main, exclude: [{ path: 'x', version: nul }] }] }],
  ['work.use', { work: { use: ['.', nul], replace: [] } }],
  ['work.replace.0', { work: { use: [], replace: [{ old: { path: 'x' }, new: { path: nul } }] } }],
])('at %s', (place, part) => {
  const read = (): unknown => readSnapshot(JSON.stringify({ ...whole, ...part }));
  expect(read).toThrow(`The snapshot is damaged at ${place}: a NUL character stands in a name.`);
});

test('in go’s words it stays', () => {
  const problem = { code: 'load-error', subject: nul, text: nul };
  expect(readSnapshot(JSON.stringify({ ...whole, problems: [problem] })).problems).toEqual([problem]);
});
