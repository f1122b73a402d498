import { describe, expect, it } from 'vitest';
import { projectName, sourceWords } from '../../../client/state/source-words.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Model } from '../../../graph/model/model.ts';
import type { Run } from '../../../graph/wire.ts';
import { small } from '../backend/snapshots.ts';

const [main] = small.mains;
function modelOf(...paths: readonly string[]): Model {
  const mains = paths.map((path) => ({ ...main!, path, require: [] }));
  return openSnapshot({
    ...small,
    mains,
    modules: paths.map((path) => ({ path })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  });
}
const run: Run = { source: '/home/me/m', readAt: 0, took: 0, crossCheck: 'none' };

describe('projectName', () => {
  it.each([
    [['example.com/m'], 'example.com/m'],
    [['go.etcd.io/etcd/api/v3', 'go.etcd.io/etcd/v3', 'go.etcd.io/etcd/server/v3'], 'go.etcd.io/etcd'],
    [['example.com/m', 'example.com/m/tools'], 'example.com/m'],
    [['a.example/x', 'b.example/y'], 'a.example/x'],
  ])('of %j is %s', (paths, name) => {
    expect(projectName(modelOf(...paths))).toBe(name);
  });

  it('is nothing without a main module', () => {
    expect(projectName(modelOf())).toBeUndefined();
  });
});

describe('sourceWords', () => {
  it('tells a working tree, a sample, a file and a workspace', () => {
    const one = modelOf('m');
    expect(sourceWords(one, { ...run, go: '1.26.8' })).toBe('working tree');
    expect(sourceWords(one, { ...run, source: 'sample echo' })).toBe('sample');
    expect(sourceWords(one, { ...run, source: 'deps.json' })).toBe('deps.json');
    expect(sourceWords(one, undefined)).toBe('');
    expect(sourceWords(modelOf('a', 'b'), run)).toBe('workspace of 2 modules');
  });
});
