/** What packages say of each module of the build list. */
import { describe, expect, it } from 'vitest';
import { importStates } from '../../../graph/packages/states.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Elsewhere, Package, Packages } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { packagesOf } from '../findings/found.ts';

const built: Package = { path: 'a/p', module: 'a@v1.1.0' };
const tested: Package = { path: 'a/t', module: 'a@v1.1.0', test: true };
const elsewhere: Elsewhere = { module: 'a@v1.1.0', imports: 'a/w', package: 'm', file: 'm_windows.go', constraint: '' };

const { snapshot } = modelOf('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nm go@1.22');

function stateOfA(packages: readonly Package[], more: Partial<Packages> = {}): string | undefined {
  const model = openSnapshot({ ...snapshot, packages: packagesOf(packages, more) });
  return importStates(model)?.get(snapshot.modules.findIndex((one) => one.path === 'a' && one.version === 'v1.1.0'));
}

describe('a module is', () => {
  it.each([
    ['imported', [built], {}],
    ['imported', [tested, built], { elsewhere: [elsewhere] }],
    ['test', [tested], { elsewhere: [elsewhere] }],
    ['elsewhere', [], { elsewhere: [elsewhere] }],
    ['unused', [], {}],
    // Only the version that is selected is built.
    ['unused', [{ path: 'a/p', module: 'a@v1.0.0' }], {}],
    ['unused', [{ path: 'a/p' }], {}],
  ] as const)('%s by %j, %j', (state, packages, more) => {
    expect(stateOfA(packages, more)).toBe(state);
  });
});

it('of a module that go could not tell of nothing is claimed, unless a package of it is seen', () => {
  expect(stateOfA([], { untold: ['a@v1.1.0'] })).toBeUndefined();
  expect(stateOfA([built], { untold: ['a@v1.1.0'] })).toBe('imported');
  expect(stateOfA([], { untold: ['a@v1.0.0'] })).toBe('unused');
});

it('only selected versions have a state: no main module, no version that lost, no toolchain', () => {
  const model = openSnapshot({ ...snapshot, packages: packagesOf([{ path: 'm', module: 'm', root: true }]) });
  const names = [...(importStates(model) ?? [])].map(([node]) => snapshot.modules[node]);
  expect(names.map((one) => `${one?.path ?? ''}@${one?.version ?? ''}`)).toEqual(['a@v1.1.0', 'b@v1.0.0']);
});

it('is computed once a model, and not at all where packages were not asked for', () => {
  const model = openSnapshot({ ...snapshot, packages: packagesOf([]) });
  expect(importStates(model)).toBe(importStates(model));
  expect(importStates(openSnapshot(snapshot))).toBeUndefined();
});
