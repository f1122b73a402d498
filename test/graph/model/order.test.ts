/** The order of modules and of text: total, and the same whichever is asked first. */
import { expect, it } from 'vitest';
import { compareText, joinName, splitName } from '../../../graph/model/name.ts';
import { compareModules } from '../../../graph/model/order.ts';

it('orders by path, a main module before its versions, then by version, then by build metadata', () => {
  const ladder = [
    { path: 'A' },
    { path: 'a' },
    { path: 'a', version: 'master' },
    { path: 'a', version: 'v1.9.0' },
    { path: 'a', version: 'v1.10.0' },
    { path: 'a', version: 'v2.0.0' },
    { path: 'a', version: 'v2.0.0+incompatible' },
    { path: 'a/b', version: 'v0.1.0' },
    { path: 'go', version: '1.21rc2' },
    { path: 'go', version: '1.21.0' },
  ];
  for (const [i, a] of ladder.entries()) {
    for (const [j, b] of ladder.entries()) {
      expect([a, b, Math.sign(compareModules(a, b))]).toEqual([a, b, Math.sign(i - j)]);
    }
  }
});

it('takes an empty version for a main module', () => {
  expect(compareModules({ path: 'a', version: '' }, { path: 'a' })).toBe(0);
});

it('orders text by code units, not by the alphabet of a locale', () => {
  expect(['b', 'a', 'é', 'Z', '', 'a'].sort(compareText)).toEqual(['', 'Z', 'a', 'a', 'b', 'é']);
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0]);
});

it.each([
  ['m', 'm', ''],
  ['m@v1.0.0', 'm', 'v1.0.0'],
  ['m@v1.0.0@x', 'm', 'v1.0.0@x'],
])('cuts %s at its first @, and joins it again', (name, path, version) => {
  expect(splitName(name)).toEqual({ path, version });
  expect(joinName(path, version)).toBe(name);
});
