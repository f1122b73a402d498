import { describe, expect, test } from 'vitest';
import { judge, needsOfPolicy } from '../../../graph/policy/judge.ts';
import type { MainModule, Snapshot } from '../../../graph/snapshot/types.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { modelOf } from '../lines.ts';
import { policyOf } from './policy.ts';

function main(path: string, require: readonly string[], more: Partial<MainModule> = {}): MainModule {
  return {
    path,
    dir: '.',
    go: '1.16',
    require: require.map((name) => {
      const [module = '', version = '', indirect] = name.split(' ');
      return { path: module, version, ...(indirect === undefined ? {} : { indirect: true }) };
    }),
    replace: [],
    exclude: [],
    retract: [],
    tool: [],
    ignore: [],
    ...more,
  };
}

/** m → a → b → c; m → d; b is asked for at two versions. */
const lines = `
m x.com/a@v1.0.0
m x.com/d@v1.0.0
x.com/a@v1.0.0 x.com/b@v1.1.0
x.com/d@v1.0.0 x.com/b@v1.0.0
x.com/b@v1.1.0 x.com/c@v1.0.0
x.com/b@v1.0.0 x.com/old@v1.0.0
`;
const model = modelOf(lines, { mains: [main('m', ['x.com/a v1.0.0', 'x.com/d v1.0.0'])] });

const subjects = (value: unknown, base?: Snapshot): string[] =>
  judge(model, policyOf(value), base).breaches.map(({ subject }) => subject);

describe('forbid', () => {
  test('a breach has its reason, the way that brings it, the lines it follows from, and a remedy', () => {
    const { breaches } = judge(model, policyOf({ forbid: [{ query: 'x.com/c', reason: 'too large' }] }));
    expect(breaches).toEqual([
      {
        kind: 'forbid',
        rule: 'x.com/c',
        severity: 'error',
        subject: 'x.com/c@v1.0.0',
        message: 'x.com/c@v1.0.0 is forbidden: too large',
        reason: 'too large',
        line: 1,
        path: ['m', 'x.com/a@v1.0.0', 'x.com/b@v1.1.0', 'x.com/c@v1.0.0'],
        cause: [{ main: 'm', file: 'go.mod', kind: 'require', path: 'x.com/a', to: 'v1.0.0' }],
        remedy: {
          words: 'x.com/a alone leads to it: use a version of it that does not, or do without it.',
          command: 'modscope what-if --drop x.com/a',
          tried: 'in tests',
        },
      },
    ]);
  });

  test('the remedy of one that go.mod requires itself; with many lines; with words of its own', () => {
    const [a, b] = judge(model, policyOf({ forbid: [{ query: 'x.com/a | x.com/b', reason: 'r' }] })).breaches;
    expect(a?.remedy.words).toContain('its line can go');
    expect(b?.remedy.words).toContain('2 lines of go.mod must change');
    expect(b?.cause.map(({ path }) => path)).toEqual(['x.com/a', 'x.com/d']);
    const [own] = judge(model, policyOf({ forbid: [{ query: 'x.com/a', reason: 'r', remedy: 'use e' }] })).breaches;
    expect(own?.remedy).toEqual({ words: 'use e' });
  });

  test('of a rule on versions is another version, and never to do without the module', () => {
    for (const query of ['x.com/a@<v1.1.0', 'x.com/a@v1.0.0', 'x.com/a is:v0 | x.com/a@v1.0.0']) {
      const [breach] = judge(model, policyOf({ forbid: [{ query, reason: 'r' }] })).breaches;
      expect(breach?.remedy).toEqual({
        words: 'Another version of it is allowed: what requires it decides which is selected.',
        command: 'modscope why x.com/a',
        tried: 'in tests',
        view: { why: 'x.com/a' },
      });
    }
  });

  test('main modules and toolchain lines are never forbidden; superseded versions with scope all', () => {
    expect(subjects({ forbid: [{ query: '-x.com/c', reason: 'r' }] })).toEqual(
      ['a', 'b', 'd']
        .map((name) => (name === 'b' ? 'x.com/b@v1.1.0' : `x.com/${name}@v1.0.0`))
        .concat('x.com/old@v1.0.0'),
    );
    expect(subjects({ forbid: [{ query: 'is:superseded', reason: 'r' }] })).toEqual([]);
    const all = judge(model, policyOf({ forbid: [{ query: 'is:superseded', reason: 'r', scope: 'all' }] })).breaches;
    expect(all.map(({ subject, path }) => [subject, path])).toEqual([
      ['x.com/b@v1.0.0', ['m', 'x.com/d@v1.0.0', 'x.com/b@v1.0.0']],
    ]);
  });

  test('a whole path means that module alone, whether it is there or not; other words hold anywhere', () => {
    const forks = modelOf('m x.com/a@v1.0.0\nm x.com/a-fork@v1.0.0\nm Y.com/a/b@v1.0.0');
    const found = (query: string): string[] =>
      judge(forks, policyOf({ forbid: [{ query, reason: 'r' }] })).breaches.map(({ subject }) => subject);
    expect(found('x.com/a')).toEqual(['x.com/a@v1.0.0']);
    expect(found('x.com/a@>=v0.1.0')).toEqual(['x.com/a@v1.0.0']);
    expect(found('x.com/a-f')).toEqual([]);
    expect(found('x.com/a-f@>=v0.1.0')).toEqual([]);
    expect(found('y.com/a/b')).toEqual(['Y.com/a/b@v1.0.0']);
    expect(found('-x.com/a-f')).toHaveLength(3);
    expect(found('-x.com/a')).toHaveLength(2);
    expect(found('a-f')).toEqual(['x.com/a-fork@v1.0.0']);
    expect(found('x.com/...')).toEqual(['x.com/a@v1.0.0', 'x.com/a-fork@v1.0.0']);
    expect(found('x.com/a*')).toEqual(['x.com/a@v1.0.0', 'x.com/a-fork@v1.0.0']);
    expect(found('from(x.com/a-f)')).toEqual([]);
  });

  test('a module that only a superseded version asks for has its way over that', () => {
    const [old] = judge(model, policyOf({ forbid: [{ query: 'x.com/old', reason: 'r' }] })).breaches;
    expect(old?.path).toEqual(['m', 'x.com/d@v1.0.0', 'x.com/b@v1.0.0', 'x.com/old@v1.0.0']);
  });
});

describe('allow', () => {
  const forbid = [{ query: 'x.com/...', reason: 'r' }];

  test('takes out of forbid, is counted, and is named when nothing needs it', () => {
    const verdict = judge(
      model,
      policyOf({
        forbid,
        allow: [
          { query: 'from(x.com/b)', reason: 'known' },
          { query: 'x.com/gone', reason: 'was there' },
        ],
      }),
    );
    expect(verdict.breaches.map(({ subject }) => subject)).toEqual([
      'x.com/a@v1.0.0',
      'x.com/d@v1.0.0',
      'x.com/old@v1.0.0',
    ]);
    expect(verdict.allowed).toBe(2);
    expect(verdict.idle.map(({ query }) => query)).toEqual(['x.com/gone']);
  });

  test('with findings it speaks of these alone, and without of none', () => {
    const two = modelOf('m x.com/a@v1.0.0\nm x.com/a/v2@v2.0.0', {
      mains: [main('m', ['x.com/a v1.0.0', 'x.com/a/v2 v2.0.0'])],
    });
    const breaches = (allow: readonly object[]): string[] =>
      judge(two, policyOf({ findings: 'warn', forbid, allow })).breaches.map(({ rule }) => rule);
    expect(breaches([])).toEqual(['x.com/...', 'x.com/...', 'major-coexistence']);
    expect(breaches([{ query: 'x.com/a', reason: 'r' }])).toEqual(['x.com/...', 'major-coexistence']);
    expect(breaches([{ query: 'x.com/a', reason: 'r', findings: ['major-coexistence'] }])).toEqual([
      'x.com/...',
      'x.com/...',
    ]);
    expect(breaches([{ query: 'x.com/a', reason: 'r', findings: ['replaced'] }])).toHaveLength(3);
  });
});

describe('limits', () => {
  test.each([
    ['direct', 2],
    ['selected', 6],
    ['versions', 7],
    ['requirements', 6],
    ['depth', 3],
    ['superseded', 1],
    ['indirect', 3],
  ])('%s is %i: no less may be the limit', (word, count) => {
    expect(subjects({ limits: { [word]: count } })).toEqual([]);
    const { breaches } = judge(model, policyOf({ limits: { [word]: count - 1 } }));
    expect(breaches.map(({ kind, rule }) => [kind, rule])).toEqual([['limit', word]]);
    expect(breaches[0]?.message).toContain(`${word} is ${String(count)}, and may be ${String(count - 1)} at most.`);
  });

  test('depth shows its longest way, and a baseline what came since', () => {
    const [depth] = judge(model, policyOf({ limits: { depth: 1 } })).breaches;
    expect(depth?.path).toHaveLength(4);
    expect(depth?.message).toContain('x.com/c@v1.0.0 is the farthest');
    const base = modelOf('m x.com/d@v1.0.0\nx.com/d@v1.0.0 x.com/b@v1.0.0', {
      mains: [main('m', ['x.com/d v1.0.0'])],
    }).snapshot;
    const [direct] = judge(model, policyOf({ limits: { direct: 1 } }), base).breaches;
    expect(direct?.message).toContain('Since the baseline came x.com/a@v1.0.0.');
    expect(direct?.cause).toEqual([{ main: 'm', file: 'go.mod', kind: 'require', path: 'x.com/a', to: 'v1.0.0' }]);
  });
});

describe('findings', () => {
  const replaced = main('m', ['x.com/a v1.0.0', 'x.com/d v1.0.0'], {
    replace: [{ old: { path: 'x.com/d' }, new: { path: './d' } }],
  });
  const withReplace = modelOf(lines, { mains: [replaced] });

  test('from high on, where nothing is said; from the severity that is named; or none', () => {
    expect(judge(withReplace, policyOf({}))).toMatchObject({ breaches: [], findings: 'high' });
    const { breaches } = judge(withReplace, policyOf({ findings: 'warn' }));
    expect(breaches).toMatchObject([
      {
        kind: 'finding',
        rule: 'replaced',
        severity: 'warn',
        cause: [{ main: 'm', file: 'go.mod', kind: 'replace', path: 'x.com/d', to: './d' }],
      },
    ]);
    expect(judge(withReplace, policyOf({ findings: 'off' })).breaches).toEqual([]);
    const below = modelOf('m x.com/a@v1.1.0', { mains: [main('m', ['x.com/a v1.0.0'])] });
    expect(judge(below, policyOf({})).breaches.map(({ rule }) => rule)).toEqual(['declared-below-selected']);
  });

  test('against a baseline those it has are known, and new ones count from warn on', () => {
    expect(judge(withReplace, policyOf({}), model.snapshot)).toMatchObject({
      findings: 'warn',
      known: 0,
      breaches: [{ rule: 'replaced', message: expect.stringMatching(/^New against the baseline: /) as string }],
    });
    expect(judge(withReplace, policyOf({}), withReplace.snapshot)).toMatchObject({ known: 1, breaches: [] });
    expect(judge(model, policyOf({}), withReplace.snapshot)).toMatchObject({ known: 0, breaches: [] });
    expect(judge(withReplace, policyOf({ findings: 'high' }), model.snapshot).breaches).toEqual([]);
  });

  test('facts and reports are in no baseline: they are judged as without one', () => {
    const facts = [{ path: 'x.com/a', version: 'v1.0.0', retracted: ['broken'], deprecated: 'old' }];
    const told = openSnapshot({ ...model.snapshot, facts });
    // deprecated is a warning: not from high on, though new ones would count.
    expect(judge(told, policyOf({}), told.snapshot).breaches.map(({ rule }) => rule)).toEqual(['selected-retracted']);
  });

  test('packages that only one side has are not compared, and that is said', () => {
    const packages = { platform: { goos: 'linux', goarch: 'amd64', tags: [], cgo: true }, packages: [], elsewhere: [] };
    const listed = { ...model.snapshot, packages };
    const { breaches, notes } = judge(openSnapshot(listed), policyOf({ findings: 'warn' }), model.snapshot);
    expect([breaches, notes]).toEqual([
      [],
      ['The baseline has no packages (`modscope snapshot --packages`): they are not compared.'],
    ]);
    const other = { ...model.snapshot, packages: { ...packages, platform: { ...packages.platform, goos: 'plan9' } } };
    expect(judge(openSnapshot(listed), policyOf({}), other).notes).toEqual([
      'The packages of the baseline are those of plan9/amd64 with cgo, these of linux/amd64 with cgo: they are not compared.',
    ]);
    expect(judge(model, policyOf({}), listed).notes).toHaveLength(1);
    expect(judge(openSnapshot(listed), policyOf({}), listed).notes).toEqual([]);
  });
});

test('what needs more than the graph is not judged, and says what it lacks', () => {
  const policy = policyOf({
    forbid: [{ query: 'is:unused', reason: 'r' }],
    allow: [{ query: 'is:retracted', reason: 'r' }],
    limits: { vulnerable: 0, direct: 9 },
  });
  expect([...needsOfPolicy(policy)].sort()).toEqual(['facts', 'packages', 'vulnerabilities']);
  expect(judge(model, policy)).toMatchObject({
    breaches: [],
    unjudged: [
      { kind: 'allow', rule: 'is:retracted', needs: ['facts'] },
      { kind: 'forbid', rule: 'is:unused', needs: ['packages'] },
      { kind: 'limit', rule: 'vulnerable', needs: ['vulnerabilities'] },
    ],
  });
});
