/** 'Nothing found' claims no more than was looked at. */
import { describe, expect, it } from 'vitest';
import { coverageOf, coverageText } from '../../../graph/findings/coverage.ts';
import { checks } from '../../../graph/findings/index.ts';
import { meanings } from '../../../graph/findings/meanings.ts';
import { ofBuild, ofGraph } from '../../../graph/findings/registry.ts';
import type { Beside } from '../../../graph/model/beside.ts';
import type { Model } from '../../../graph/model/model.ts';
import type { MainModule, Snapshot } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { main, modelWith, packagesOf } from './found.ts';

const declared = { mains: [main({ go: '1.22' })] };
const accepted = { state: 'accepted' } as const;
const all = Object.keys(meanings).length;

/** Codes that are not looked for, each with what they lack. */
function lacks(snapshot: Partial<Snapshot>, beside?: Beside): Record<string, readonly string[]> {
  const model = modelWith('m a@v1.0.0', { records: declared, snapshot, ...(beside === undefined ? {} : { beside }) });
  return Object.fromEntries(coverageOf(model).notRun.map((one) => [one.lacks, one.codes]));
}

it('the table of meanings and the checks know the same codes', () => {
  expect(checks.flatMap((check) => check.codes).sort()).toEqual(Object.keys(meanings).sort());
});

it('each says what it means, in one line without a full stop; of two severities, when it is the lighter one', () => {
  for (const { means, severities, rule } of Object.values(meanings)) {
    expect(means).toMatch(/^[\w+` ].{10,}[^.]$/);
    expect(severities.length).toBeGreaterThan(0);
    if (severities.length > 1) expect(rule).toMatch(/^.{10,}[^.]$/);
    else expect(rule).toBeUndefined();
  }
});

it('of go.mod and the graph alone, it says what was not asked for', () => {
  expect(lacks({})).toEqual({
    'go’s verdict on the graph': [...ofGraph],
    'go’s verdict on a build': [...ofBuild],
    packages: ['ambiguous-import', 'import-cycle', 'listed-not-imported'],
    'go mod tidy': ['not-tidy'],
    'the vulnerability database or a report of govulncheck': ['vulnerable'],
    'facts from the network': ['selected-retracted', 'deprecated', 'update-available'],
    'the settings of go': ['toolchain-mismatch', 'proxy-settings'],
    'the go.mod of each module': ['pruned-frontier'],
    'the sources of the main modules': ['not-installable'],
  });
  expect(coverageText(modelOf('m a@v1.0.0', declared))).toBe(
    `15 checks, ${all - 15} not run: without go’s verdict on the graph, go’s verdict on a build, packages, go mod tidy, the vulnerability database or a report of govulncheck, facts from the network, the settings of go, the go.mod of each module, the sources of the main modules`,
  );
});

it('what is known is looked at, also where it is empty', () => {
  expect(lacks({ packages: packagesOf([]) })).not.toHaveProperty('packages');
  expect(lacks({ packages: packagesOf([]) })).toHaveProperty('go mod tidy');
  expect(lacks({ packages: packagesOf([], { tidy: [] }), facts: [], vulnerabilities: [] })).toEqual({
    'go’s verdict on the graph': [...ofGraph],
    'go’s verdict on a build': [...ofBuild],
    'the settings of go': ['toolchain-mismatch', 'proxy-settings'],
    'the go.mod of each module': ['pruned-frontier'],
    'the sources of the main modules': ['not-installable'],
  });
  expect(lacks({}, { settings: [], frontier: [] })).not.toHaveProperty('the settings of go');
});

it.each([
  ['graph', ofGraph],
  ['build', ofBuild],
] as const)('a question that go was not asked (%s) is no all-clear', (question, codes) => {
  const asked = { graph: accepted, build: accepted, mode: 'readonly' } as const;
  const verdict = { ...asked, [question]: { state: 'not asked', why: 'module lookup disabled by GOPROXY=off' } };
  expect(Object.values(lacks({}, { verdict }))).toContainEqual([...codes]);
  expect(Object.values(lacks({}, { verdict: asked }))).not.toContainEqual([...codes]);
});

it('with everything known it says only how many', () => {
  const model = modelWith('m a@v1.0.0', {
    records: declared,
    snapshot: { packages: packagesOf([], { tidy: [] }), facts: [], vulnerabilities: [] },
    beside: {
      settings: [],
      frontier: [],
      commands: [],
      verdict: { graph: accepted, build: accepted, mode: 'readonly' },
    },
  });
  expect(coverageOf(model)).toEqual({ run: all, notRun: [] });
  expect(coverageText(model)).toBe(`${all} checks`);
});

describe('checks of what go.mod declares', () => {
  const unread = (model: Model): readonly string[] | undefined =>
    coverageOf(model).notRun.find((one) => one.lacks === 'go.mod')?.codes;
  const a1 = { path: 'a', version: 'v1.0.0' };

  it('do not run on recorded text of `go mod graph`', () => {
    const model = modelOf('m a@v1.0.0');
    expect(unread(model)).toEqual([
      'declared-below-selected',
      'version-query',
      'excluded-require',
      'replaced',
      'replace-unused',
    ]);
    expect(coverageOf(model).run).toBe(10);
    expect(
      unread(modelOf('m a@v1.0.0\nn a@v1.0.0', { mains: [main({ go: '1.22' }), main({ path: 'n' })] })),
    ).toHaveLength(5);
  });

  it.each<[string, Partial<MainModule>]>([
    ['a go line', { go: '1.22' }],
    ['a require line', { require: [a1] }],
    ['a replace line', { replace: [{ old: a1, new: { path: './a' } }] }],
  ])('run where %s was read', (_, more) => {
    expect(unread(modelOf('m a@v1.0.0', { mains: [main(more)] }))).toBeUndefined();
  });

  it('run on a main module that requires no module: there is nothing to declare', () => {
    expect(unread(modelOf('m go@1.22'))).toBeUndefined();
    expect(unread(modelOf('', { mains: [main()] }))).toBeUndefined();
  });
});

it('tools that go was not asked are no check that is left out, and nothing is claimed of them', () => {
  const verdict = { graph: accepted, build: accepted, mode: 'readonly' } as const;
  const tools = { state: 'not asked', why: 'module lookup disabled by GOPROXY=off' } as const;
  const name = 'go’s verdict on the tools of go.mod';
  expect(lacks({}, { verdict: { ...verdict, tools } })).toMatchObject({ [name]: [] });
  expect(lacks({}, { verdict: { ...verdict, tools: accepted } })).not.toHaveProperty([name]);
  expect(lacks({}, { verdict })).not.toHaveProperty([name]);
  const model = modelWith('m a@v1.0.0', { records: declared, beside: { verdict: { ...verdict, tools } } });
  expect(coverageText(model)).toContain(name);
});
