import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Imported from '../../../../client/panels/inspect/Imported.svelte';
import { tagsOf } from '../../../../client/panels/inspect/tags.ts';
import type { Model } from '../../../../graph/model/model.ts';
import type { Packages } from '../../../../graph/snapshot/types.ts';
import { hostilePath, known, nodeOf, small } from '../models.ts';

const packages: Packages = {
  platform: { goos: 'linux', goarch: 'amd64', tags: [], cgo: true },
  packages: [
    { path: 'example.com/a/x', module: 'example.com/a@v1.2.0', imports: ['fmt'] },
    {
      path: 'example.com/app/cmd',
      module: 'example.com/app',
      root: true,
      imports: ['example.com/a/x'],
      testImports: ['example.com/b'],
    },
    { path: 'example.com/b', module: 'example.com/b@v1.0.0', test: true },
    { path: 'fmt', standard: true },
  ],
  elsewhere: [
    {
      module: 'example.com/net@v0.3.0',
      imports: 'example.com/net',
      package: 'example.com/app/cmd',
      file: 'cmd_windows.go',
      constraint: '_windows',
    },
  ],
};
const model: Model = { ...small, snapshot: { ...small.snapshot, packages } };
const words = (): string => document.body.textContent.replaceAll(/\s+/g, ' ');
const open = (name: string): void => {
  render(Imported, { model, node: nodeOf(model, name) });
};

describe('Imported', () => {
  it('shows the shortest chain of imports', () => {
    open('example.com/a@v1.2.0');
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      'example.com/app/cmd',
      'example.com/a/x',
    ]);
    expect(words()).toContain('linux/amd64');
    expect(words()).not.toContain('Imported only by tests');
  });

  it('says when tests alone import it', () => {
    open('example.com/b@v1.0.0');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(words()).toContain('Imported only by tests');
  });

  it('names the file that imports it on another platform, and what keeps it out here', () => {
    open('example.com/net@v0.3.0');
    expect(words()).toContain('example.com/app/cmd imports it in cmd_windows.go: _windows');
  });

  it('says when nothing imports it, and nothing of a version that is not selected or where nothing was asked', () => {
    open(`${hostilePath}@v1.0.0`);
    expect(words()).toContain('None of its packages is imported');
    document.body.replaceChildren();
    open('example.com/a@v1.1.0');
    render(Imported, { model: small, node: nodeOf(small, 'example.com/a@v1.2.0') });
    expect(words()).toBe('');
  });

  it.each([
    ['example.com/a@v1.2.0', undefined],
    ['example.com/b@v1.0.0', 'imported by tests only'],
    ['example.com/net@v0.3.0', 'imported on another platform'],
    [`${hostilePath}@v1.0.0`, 'not imported'],
  ])('tags %s with %s', (name, tag) => {
    const tags = tagsOf(model, nodeOf(model, name), known).map((one) => one.text);
    expect(tags.find((text) => text.includes('imported'))).toBe(tag);
  });
});
