import { describe, expect, it } from 'vitest';
import { diffSnapshots, isEmptyDiff } from '../../../graph/diff/diff.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import type { Package, Snapshot } from '../../../graph/snapshot/types.ts';
import { edgesOf } from '../lines.ts';

const bare = assemble({
  edges: edgesOf('m a@v1.0.0'),
  mains: [{ path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] }],
});

/** `a/x`: of the dependency; `a/x test`: by tests only; `m/x`: of the main module; `fmt`: of the standard library. */
function withPackages(...names: string[]): Snapshot {
  const packages = names.map((name): Package => {
    const [path = '', test] = name.split(' ');
    const module = path.startsWith('a') ? { module: 'a@v1.0.0' } : path.startsWith('m') ? { module: 'm' } : {};
    return {
      path,
      ...module,
      ...(test === undefined ? {} : { test: true }),
      ...(path === 'fmt' ? { standard: true } : {}),
    };
  });
  const platform = { goos: 'linux', goarch: 'amd64', tags: [], cgo: true };
  return { ...bare, packages: { platform, packages, elsewhere: [] } };
}

describe('packages of a diff', () => {
  it('tells what is newly imported and what no longer, by import path, and passes over what is nobody’s dependency', () => {
    const { packages } = diffSnapshots(
      withPackages('a/gone', 'a/kept', 'm'),
      withPackages('a/z', 'a/kept', 'a/b test', 'm', 'm/new', 'fmt', 'lost'),
    );
    expect(packages).toEqual({
      added: [
        { path: 'a/b', module: 'a@v1.0.0', test: true },
        { path: 'a/z', module: 'a@v1.0.0' },
      ],
      removed: [{ path: 'a/gone', module: 'a@v1.0.0' }],
    });
  });

  it('tells of one that tests alone imported that a build does now', () => {
    const diff = diffSnapshots(withPackages('a/x test'), withPackages('a/x'));
    expect(diff.packages).toEqual({
      added: [{ path: 'a/x', module: 'a@v1.0.0' }],
      removed: [{ path: 'a/x', module: 'a@v1.0.0', test: true }],
    });
    expect(isEmptyDiff(diff)).toBe(false);
    expect(
      isEmptyDiff({
        ...diff,
        packages: { added: [], removed: diff.packages!.removed },
        findings: { new: [], mended: [] },
      }),
    ).toBe(false);
  });

  it('is empty for the same packages, and not there where a side lists none', () => {
    const listed = withPackages('a/x');
    const same = diffSnapshots(listed, listed);
    expect(same.packages).toEqual({ added: [], removed: [] });
    expect(isEmptyDiff(same)).toBe(true);
    // Nothing is imported of a: a finding that the other side cannot have.
    const none = withPackages('m');
    for (const diff of [diffSnapshots(bare, none), diffSnapshots(none, bare)]) {
      expect(diff).not.toHaveProperty('packages');
      expect(isEmptyDiff(diff)).toBe(true);
    }
  });
});
