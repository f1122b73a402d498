import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import PackageList from '../../../../client/panels/inspect/PackageList.svelte';
import { belowModule } from '../../../../graph/view/packages.ts';
import type { Model } from '../../../../graph/model/model.ts';
import { nodeOf, small } from '../models.ts';

const model: Model = {
  ...small,
  snapshot: {
    ...small.snapshot,
    packages: {
      platform: { goos: 'linux', goarch: 'amd64', tags: [], cgo: true },
      packages: [
        { path: 'example.com/a', module: 'example.com/a@v1.2.0', imports: ['example.com/a/x'] },
        { path: 'example.com/a/x', module: 'example.com/a@v1.2.0' },
        { path: 'example.com/app', module: 'example.com/app', root: true, imports: ['example.com/a'] },
      ],
      elsewhere: [],
    },
  },
};

describe('PackageList', () => {
  it('lists the packages of a module by what stands below it, and the chain to each on demand', async () => {
    render(PackageList, { model, node: nodeOf(model, 'example.com/a@v1.2.0') });
    expect(screen.getAllByRole('button').map((one) => one.textContent.trim())).toEqual(['.', 'x']);
    await fireEvent.click(screen.getByRole('button', { name: 'x' }));
    const chain = screen.getByRole('list', { name: 'A chain of imports' });
    expect(
      within(chain)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['example.com/app', 'example.com/a', 'example.com/a/x']);
  });

  it('shows nothing where none of it is imported, or packages were not asked for', () => {
    render(PackageList, { model, node: nodeOf(model, 'example.com/net@v0.3.0') });
    render(PackageList, { model: small, node: nodeOf(small, 'example.com/a@v1.2.0') });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('belowModule', () => {
  it.each([
    ['m', 'm', '.'],
    ['m', 'm/a/b', 'a/b'],
    ['m', 'more/a', 'more/a'],
  ])('of %s, %s is %s', (module, path, below) => {
    expect(belowModule(module, path)).toBe(below);
  });
});
