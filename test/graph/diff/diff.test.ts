import { describe, expect, it } from 'vitest';
import type { Diff } from '../../../graph/diff/types.ts';
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
    expect(diffSnapshots(base, head)).toStrictEqual({
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
    expect(diffSnapshots(before, after).changed).toStrictEqual([
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

  it('a main module that becomes a dependency was direct before in no sense', () => {
    const before = assemble({
      edges: edgesOf('m b@v1.0.0\na b@v1.0.0'),
      mains: [main(), main({ path: 'a', dir: 'a' })],
    });
    const after = snapshot('m b@v1.0.0\nm a@v1.0.0', { require: required('a@v1.0.0', 'b@v1.0.0') });
    expect(diffSnapshots(before, after).changed).toStrictEqual([
      { path: 'a', from: '', to: 'v1.0.0', direction: 'lowered' },
    ]);
    expect(diffSnapshots(after, before).changed).toStrictEqual([
      { path: 'a', from: 'v1.0.0', to: '', direction: 'raised' },
    ]);
  });

  it('a member that comes has no version; go and toolchain are no modules that come', () => {
    const before = snapshot('m b@v1.0.0');
    const mains = [main(), main({ path: 'n', dir: 'n' })];
    const after = assemble({ edges: edgesOf('m b@v1.0.0\nn b@v1.0.0\nn go@1.22\ngo@1.22 toolchain@go1.22'), mains });
    expect(diffSnapshots(before, after)).toMatchObject({ added: [{ path: 'n' }], removed: [] });
    expect(diffSnapshots(before, after).added).toStrictEqual([{ path: 'n' }]);
    expect(diffSnapshots(after, before)).toMatchObject({ added: [], removed: [{ path: 'n' }] });
  });

  it('a version that is raised under the same replacement is only raised', () => {
    const replace = [{ old: { path: 'a' }, new: { path: './a' } }];
    const diff = diffSnapshots(snapshot('m a@v1.0.0', { replace }), snapshot('m a@v1.1.0', { replace }));
    expect(diff.changed).toStrictEqual([{ path: 'a', from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' }]);
    expect(diff.findings).toEqual({ new: [], mended: [] });
  });

  it('one replacement that takes the place of another is told with both', () => {
    const by = (version: string) => ({ replace: [{ old: { path: 'a' }, new: { path: 'fork', version } }] });
    expect(diffSnapshots(snapshot('m a@v1.0.0', by('v1.1.0')), snapshot('m a@v1.0.0', by('v1.2.0'))).changed).toEqual([
      {
        path: 'a',
        from: 'v1.0.0',
        to: 'v1.0.0',
        direction: 'same',
        replaceFrom: { path: 'fork', version: 'v1.1.0' },
        replaceTo: { path: 'fork', version: 'v1.2.0' },
      },
    ]);
  });

  it('versions that only their build metadata tells apart are neither raised nor lowered', () => {
    const [plain, marked] = [snapshot('m a@v2.0.0'), snapshot('m a@v2.0.0+incompatible')];
    expect(diffSnapshots(plain, marked).changed).toMatchObject([{ direction: 'same' }]);
    expect(diffSnapshots(marked, plain).changed).toMatchObject([{ direction: 'same' }]);
  });

  it('lists requirements by their text, in whatever order go.mod has them', () => {
    const after = snapshot('m z@v1.0.0\nm y@v1.9.0\nm a@v1.0.0\na@v1.0.0 y@v1.10.0\na@v1.0.0 b@v1.0.0');
    const lines = [
      ['a@v1.0.0', 'b@v1.0.0'],
      ['a@v1.0.0', 'y@v1.10.0'],
      ['m', 'a@v1.0.0'],
      ['m', 'y@v1.9.0'],
      ['m', 'z@v1.0.0'],
    ].map(([from, to]) => ({ from, to }));
    expect(diffSnapshots(snapshot('m c@v1.0.0'), after).requirements.added).toEqual(lines);
    expect(diffSnapshots(after, snapshot('m c@v1.0.0')).requirements.removed).toEqual(lines);
  });

  it.each(['kubectl', 'prometheus'])('%s against itself is empty', (name) => {
    const one = recordedModel(name).snapshot;
    const diff = diffSnapshots(one, one);
    expect(isEmptyDiff(diff)).toBe(true);
    expect(diff).toStrictEqual({
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

describe('findings', () => {
  const failed = (...texts: readonly string[]): Snapshot => ({
    ...snapshot('m a@v1.0.0'),
    problems: texts.map((text) => ({ code: 'load-error', subject: 'a@v1.0.0', text })),
  });
  const said = (before: Snapshot, after: Snapshot): string[][] => {
    const { findings } = diffSnapshots(before, after);
    return [findings.new, findings.mended].map((list) => list.map((one) => one.evidence));
  };

  it('of several on one subject, the one that came is the one that says something new', () => {
    expect(said(failed('z'), failed('b', 'z'))).toEqual([['b'], []]);
    expect(said(failed('b', 'z'), failed('z'))).toEqual([[], ['b']]);
  });

  it('are counted: as many stay as there were', () => {
    expect(said(failed('a'), failed('b', 'c', 'd'))[0]).toHaveLength(2);
    expect(said(failed('a', 'b'), failed('c', 'd', 'e'))[0]).toHaveLength(1);
    expect(said(failed('a', 'b', 'c'), failed('d', 'e'))).toEqual([[], ['c']]);
  });

  it('what the network and govulncheck said changes nothing', () => {
    const one = snapshot('m a@v1.0.0');
    const told: Snapshot = {
      ...one,
      facts: [{ path: 'a', version: 'v1.0.0', deprecated: 'Use b.', retracted: ['broken'], update: 'v1.1.0' }],
      vulnerabilities: [{ id: 'GO-1', aliases: [], summary: 'open', path: 'a', version: 'v1.0.0', reach: 'called' }],
    };
    expect(isEmptyDiff(diffSnapshots(one, told))).toBe(true);
    expect(isEmptyDiff(diffSnapshots(told, one))).toBe(true);
  });
});

describe('the go line', () => {
  const lines = 'm a@v1.0.0';
  const workspace = (go: string, ...mains: readonly MainModule[]): Snapshot =>
    assemble({ edges: edgesOf(lines), mains, work: { go, use: ['.'], replace: [] } });

  it('is the one of go.work where there is one', () => {
    const diff = diffSnapshots(workspace('1.21', main({ go: '1.19' })), workspace('1.22', main({ go: '1.20' })));
    expect(diff.go).toStrictEqual({ from: '1.21', to: '1.22' });
    expect(diffSnapshots(snapshot(lines, { go: '1.21' }), workspace('1.21', main())).go).toBeUndefined();
  });

  it('is nobody’s where several modules stand without a go.work', () => {
    const several = (go: string): Snapshot =>
      assemble({ edges: edgesOf(lines), mains: [main({ go }), main({ path: 'n', go })] });
    expect(diffSnapshots(several('1.21'), several('1.22'))).not.toHaveProperty('go');
  });

  it('comes and goes', () => {
    const [none, some] = [snapshot(lines), snapshot(lines, { go: '1.21', toolchain: 'go1.22.1' })];
    expect(diffSnapshots(none, some)).toMatchObject({ go: { to: '1.21' }, toolchain: { to: 'go1.22.1' } });
    expect(diffSnapshots(some, none).go).toStrictEqual({ from: '1.21' });
  });
});

describe('isEmptyDiff', () => {
  const nothing: Diff = {
    added: [],
    removed: [],
    changed: [],
    requirements: { added: [], removed: [] },
    findings: { new: [], mended: [] },
    causes: [],
  };
  const requirement = { from: 'm', to: 'a@v1.0.0' };
  const finding = {
    code: 'cycle',
    severity: 'info',
    subject: 'a',
    evidence: 'A ring.',
    remedy: { words: 'Nothing.' },
  } as const;
  const changes: Partial<Diff>[] = [
    { added: [{ path: 'a' }] },
    { removed: [{ path: 'a' }] },
    { changed: [{ path: 'a', from: 'v1.0.0', to: 'v1.1.0', direction: 'raised' }] },
    { requirements: { added: [requirement], removed: [] } },
    { requirements: { added: [], removed: [requirement] } },
    { findings: { new: [finding], mended: [] } },
    { findings: { new: [], mended: [finding] } },
    { go: { from: '1.21' } },
    { toolchain: { to: 'go1.22.0' } },
  ];

  it.each(changes)('is false for %j alone', (change) => {
    expect(isEmptyDiff({ ...nothing, ...change })).toBe(false);
  });

  it('a cause is no change', () => {
    const causes: Diff['causes'] = [{ file: 'go.mod', kind: 'drop', path: 'a', follows: [] }];
    expect(isEmptyDiff({ ...nothing, causes })).toBe(true);
    expect(diffSnapshots(base, base, causes)).toEqual({ ...nothing, causes });
  });
});

it('the changed paths are those that came, went and changed, sorted', () => {
  expect(changedPaths(diffSnapshots(base, head))).toEqual(['a', 'b', 'c', 'e']);
});
