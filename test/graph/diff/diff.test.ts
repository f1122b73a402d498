import { describe, expect, it } from 'vitest';
import { changedPaths, diffSnapshots, isEmptyDiff } from '../../../graph/diff/diff.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import type { MainModule, Requirement, Snapshot } from '../../../graph/snapshot/types.ts';
import { edgesOf } from '../lines.ts';
import { recordedModel } from '../recorded-model.ts';

function main(more: Partial<MainModule> = {}): MainModule {
  return { path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [], ...more };
}

function snapshot(lines: string, more: Partial<MainModule> = {}): Snapshot {
  return assemble({ edges: edgesOf(lines), mains: [main(more)] });
}

function required(...names: string[]): Requirement[] {
  return names.map((name) => ({ path: name.split('@')[0]!, version: name.split('@')[1]! }));
}

const base = snapshot(
  `m a@v1.0.0
   m b@v1.2.0
   m go@1.21
   a@v1.0.0 c@v1.0.0
   b@v1.2.0 d@v1.9.0
   go@1.21 toolchain@go1.21`,
  { go: '1.21', require: required('a@v1.0.0', 'b@v1.2.0') },
);
const head = snapshot(
  `m a@v1.10.0
   m b@v1.1.0
   m go@1.22
   a@v1.10.0 e@v1.0.0
   b@v1.1.0 d@v1.9.0
   go@1.22 toolchain@go1.22`,
  { go: '1.22', toolchain: 'go1.22.1', require: required('a@v1.10.0', 'b@v1.1.0') },
);

describe('diffSnapshots', () => {
  it('tells what was added, removed, raised and lowered, by semantic version', () => {
    expect(diffSnapshots(base, head)).toEqual({
      added: [{ path: 'e', version: 'v1.0.0' }],
      removed: [{ path: 'c', version: 'v1.0.0' }],
      changed: [
        { path: 'a', from: 'v1.0.0', to: 'v1.10.0', direction: 'raised' },
        { path: 'b', from: 'v1.2.0', to: 'v1.1.0', direction: 'lowered' },
      ],
      requirements: {
        added: [
          { from: 'a@v1.10.0', to: 'e@v1.0.0' },
          { from: 'b@v1.1.0', to: 'd@v1.9.0' },
          { from: 'm', to: 'a@v1.10.0' },
          { from: 'm', to: 'b@v1.1.0' },
        ],
        removed: [
          { from: 'a@v1.0.0', to: 'c@v1.0.0' },
          { from: 'b@v1.2.0', to: 'd@v1.9.0' },
          { from: 'm', to: 'a@v1.0.0' },
          { from: 'm', to: 'b@v1.2.0' },
        ],
      },
      findings: { new: [], mended: [] },
      go: { from: '1.21', to: '1.22' },
      toolchain: { to: 'go1.22.1' },
      causes: [],
    });
  });

  it('tells a replacement and a direct line of a version that stays', () => {
    const lines = 'm a@v1.0.0\nm b@v1.0.0\nm d@v1.0.0';
    const before = snapshot(lines, {
      require: [...required('a@v1.0.0', 'd@v1.0.0'), { path: 'b', version: 'v1.0.0', indirect: true }],
      replace: [{ old: { path: 'd' }, new: { path: './d' } }],
    });
    const after = snapshot(lines, {
      require: required('a@v1.0.0', 'b@v1.0.0', 'd@v1.0.0'),
      replace: [{ old: { path: 'a' }, new: { path: 'fork', version: 'v1.3.0' } }],
    });
    const same = { from: 'v1.0.0', to: 'v1.0.0', direction: 'same' };
    expect(diffSnapshots(before, after).changed).toEqual([
      { path: 'a', ...same, replaceTo: { path: 'fork', version: 'v1.3.0' } },
      { path: 'b', ...same, directFrom: false, directTo: true },
      { path: 'd', ...same, replaceFrom: { path: './d' } },
    ]);
  });

  it('tells findings that are new and mended, and not those about another version of the same path', () => {
    const before = snapshot('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nm x@v1.0.0\nm y@v1.0.0\ny@v1.0.0 x@v0.9.0');
    const after = snapshot('m a@v1.2.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nm c@v1.0.0\nc@v1.0.0 b@v0.1.0');
    const { findings } = diffSnapshots(before, after);
    const said = (list: typeof findings.new): string[] => list.map(({ code, subject }) => `${code} ${subject}`);
    expect(said(findings.new)).toEqual([expect.stringContaining(' b@v1.0.0')]);
    expect(said(findings.mended)).toEqual([expect.stringContaining(' x@v1.0.0')]);
    expect(findings.new[0]).not.toHaveProperty('nodes');
  });

  it('a path that becomes a main module is raised above every version', () => {
    const before = snapshot('m a@v1.0.0');
    const after = assemble({ edges: edgesOf('m a@v1.0.0'), mains: [main(), main({ path: 'a', dir: 'a' })] });
    expect(diffSnapshots(before, after).changed).toEqual([{ path: 'a', from: 'v1.0.0', to: '', direction: 'raised' }]);
    expect(diffSnapshots(after, before).changed[0]?.direction).toBe('lowered');
  });

  it.each(['kubectl', 'prometheus'])('%s against itself is empty', (name) => {
    const one = recordedModel(name).snapshot;
    const diff = diffSnapshots(one, one);
    expect(isEmptyDiff(diff)).toBe(true);
    expect(diff).toEqual({
      added: [],
      removed: [],
      changed: [],
      requirements: { added: [], removed: [] },
      findings: { new: [], mended: [] },
      causes: [],
    });
  });

  it('the other way round it is the mirror', () => {
    const [there, back] = [
      diffSnapshots(recordedModel('kubectl').snapshot, recordedModel('helm').snapshot),
      diffSnapshots(recordedModel('helm').snapshot, recordedModel('kubectl').snapshot),
    ];
    expect(back.added).toEqual(there.removed);
    expect(back.removed).toEqual(there.added);
    expect(back.requirements).toEqual({ added: there.requirements.removed, removed: there.requirements.added });
    expect(back.changed.map(({ from, to }) => [to, from])).toEqual(there.changed.map(({ from, to }) => [from, to]));
    expect(back.findings.new).toEqual(there.findings.mended);
    expect(changedPaths(back)).toEqual(changedPaths(there));
    expect(isEmptyDiff(there)).toBe(false);
  });
});
