/** Which versions an entry of the vulnerability database holds, and what is said of them. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findVulnerable } from '../../../graph/findings/vulnerable.ts';
import type { Package, Snapshot } from '../../../graph/snapshot/types.ts';
import { affects, fixedAfter } from '../../../graph/vulndb/affects.ts';
import { judgedOf, namedIn, semanticGo } from '../../../graph/vulndb/build-list.ts';
import { judge } from '../../../graph/vulndb/judge.ts';
import { type Entry, entrySchema, indexSchema, type Range } from '../../../graph/vulndb/schema.ts';
import { modelWith } from '../findings/found.ts';

type Event = Range['events'][number];
const range = (...events: readonly Event[]): Range => ({ type: 'SEMVER', events: [...events] });
const from = (introduced: string): Event => ({ introduced });
const to = (fixed: string): Event => ({ fixed });

const entry = (more: object = {}, affected: readonly object[] = [{}]): Entry =>
  v.parse(entrySchema, {
    id: 'GO-2024-0001',
    details: 'dropped',
    summary: 'It is open',
    affected: affected.map((one) => ({ package: { name: 'a' }, ranges: [range(from('0'), to('1.2.0'))], ...one })),
    ...more,
  });

const judged = (one: Entry, version = 'v1.1.0') =>
  judge([{ path: 'a', version, ids: [one.id] }], new Map([[one.id, one]]));

describe('affects', () => {
  it.each([
    ['from zero', [range(from('0'), to('1.2.0'))], 'v1.1.9', true],
    ['the fixed one is out', [range(from('0'), to('1.2.0'))], 'v1.2.0', false],
    ['a prerelease of it is in', [range(from('0'), to('1.2.0'))], 'v1.2.0-rc.1', true],
    ['a pseudo-version above a release', [range(from('0'), to('1.2.1'))], 'v1.2.1-0.20240101000000-abcdefabcdef', true],
    ['a pseudo-version without a base', [range(from('1.0.0'))], 'v0.0.0-20240101000000-abcdefabcdef', false],
    ['events in any order', [range(to('1.5.0'), from('1.4.0'), to('1.2.0'), from('0'))], 'v1.3.0', false],
    ['events in any order, second', [range(to('1.5.0'), from('1.4.0'), to('1.2.0'), from('0'))], 'v1.4.9', true],
    ['several ranges', [range(from('0'), to('1.0.0')), range(from('2.0.0'), to('2.1.0'))], 'v2.0.5', true],
    ['between several ranges', [range(from('0'), to('1.0.0')), range(from('2.0.0'), to('2.1.0'))], 'v1.5.0', false],
    ['without an end', [range(from('1.0.0'))], 'v9.0.0', true],
    ['no range is every version', [], 'v9.0.0', true],
    ['no semantic range is every version', [{ type: 'GIT', events: [] }], 'v9.0.0', true],
    ['+incompatible is as without', [range(from('0'), to('2.0.0'))], 'v2.0.0+incompatible', false],
    ['a prerelease of go', [range(from('1.22.0-0'), to('1.22.2'))], 'v1.22.0-rc.1', true],
  ])('%s', (_, ranges, version, expected) => {
    expect(affects(ranges, version)).toBe(expected);
  });

  it('the fixed version is the lowest above it that no range holds again', () => {
    const one = entry({}, [
      { ranges: [range(from('0'), to('1.2.0'), from('1.3.0'), to('1.3.5'))] },
      { ranges: [range(from('1.1.0'), to('1.3.2'))] },
    ]);
    expect(fixedAfter(one.affected, 'v1.1.0')).toBe('v1.3.5');
    expect(fixedAfter(one.affected.slice(0, 1), 'v1.1.0')).toBe('v1.2.0');
    expect(fixedAfter(one.affected, 'v1.4.0')).toBeUndefined();
  });
});

describe('judge', () => {
  it('names packages, the fixed version, and what is not reviewed', () => {
    const one = entry({ aliases: ['CVE-1'], database_specific: { review_status: 'UNREVIEWED' } }, [
      { ecosystem_specific: { imports: [{ path: 'a/z', symbols: ['F'] }, { path: 'a/b' }] } },
    ]);
    expect(judged(one)).toEqual([
      {
        id: 'GO-2024-0001',
        aliases: ['CVE-1'],
        summary: 'It is open',
        path: 'a',
        version: 'v1.1.0',
        fixed: 'v1.2.0',
        reach: 'imported',
        by: 'database',
        packages: ['a/b', 'a/z'],
        unreviewed: true,
      },
    ]);
  });

  it('passes over what is withdrawn, other modules of the entry, and versions outside', () => {
    expect(judged(entry({ withdrawn: '2024-01-01T00:00:00Z' }))).toEqual([]);
    expect(judged(entry({}, [{ package: { name: 'b' } }]))).toEqual([]);
    expect(judged(entry(), 'v1.2.0')).toEqual([]);
  });

  it('of several parts that hold the version one without packages means every package', () => {
    const parts = [{ ecosystem_specific: { imports: [{ path: 'a/b' }] } }, {}];
    expect(judged(entry({}, parts))[0]).not.toHaveProperty('packages');
  });

  it('a numbering that is not Go’s is told where Go knows no fixed version', () => {
    const custom = [{ type: 'ECOSYSTEM', events: [from('2.9.0'), to('2.9.12'), from('2.10.0')] }];
    const one = entry({}, [{ ranges: [range(from('0'))], ecosystem_specific: { custom_ranges: custom } }]);
    expect(judged(one)[0]).toMatchObject({ numbering: '2.9.0 up to 2.9.12, 2.10.0 and later' });
    expect(judged(one)[0]).not.toHaveProperty('fixed');
  });

  it('an id that could be another file is refused', () => {
    for (const id of ['GO-2024-1', '../GO-2024-0001', 'GO-2024-0001/x', 'GO-2024-0001\n', 'CVE-2024-0001'])
      expect(v.safeParse(indexSchema, [{ path: 'a', vulns: [{ id }] }]).success).toBe(false);
  });
});

const snapshot: Snapshot = {
  format: 1,
  mains: [],
  problems: [],
  modules: [
    { path: 'main', selected: true },
    { path: 'a', version: 'v1.1.0', selected: true },
    { path: 'a', version: 'v1.0.0' },
    { path: 'b', version: 'v1.0.0', selected: true, replace: { path: 'fork/b', version: 'v1.0.1' } },
    { path: 'c', version: 'v1.0.0', selected: true, replace: { path: '../c' } },
    { path: 'own/d', version: 'v1.0.0', selected: true },
    { path: 'go', version: '1.22', selected: true },
  ],
};

describe('the build list', () => {
  it('is what is built: replacements by their own name; a folder and what is private cannot be judged', () => {
    expect(judgedOf(snapshot, 'go1.22.1', (path) => path.startsWith('own/'))).toEqual([
      { path: 'a', version: 'v1.1.0' },
      { path: 'fork/b', version: 'v1.0.1' },
      { path: 'c', version: 'v1.0.0', unjudged: 'folder' },
      { path: 'own/d', version: 'v1.0.0', unjudged: 'private' },
      { path: 'stdlib', version: 'v1.22.1' },
      { path: 'toolchain', version: 'v1.22.1' },
    ]);
  });

  it('asks for entries that the index does not end below the version, each once', () => {
    const vulns = [
      { id: 'GO-2024-0002', fixed: '1.1.0' },
      { id: 'GO-2024-0001', fixed: '1.2.0' },
      { id: 'GO-2024-0003' },
      { id: 'GO-2024-0003', fixed: '1.0.0' },
    ];
    const named = namedIn(
      [
        { path: 'a', vulns },
        { path: 'z', vulns },
      ],
      judgedOf(snapshot, 'devel', () => false),
    );
    expect(named).toEqual([{ path: 'a', version: 'v1.1.0', ids: ['GO-2024-0001', 'GO-2024-0003'] }]);
  });

  it.each([
    ['go1.22.1', 'v1.22.1'],
    ['go1.21', 'v1.21.0'],
    ['go1.22rc1', 'v1.22.0-rc.1'],
    ['go1.26.8-custom X:boringcrypto', 'v1.26.8'],
    ['devel go1.27-abc', undefined],
  ])('%s is %s', (version, expected) => {
    expect(semanticGo(version)).toBe(expected);
  });
});

describe('the finding', () => {
  const platform = { goos: 'linux', goarch: 'amd64', tags: [], cgo: true };
  const told = (list: readonly Package[] | undefined, more: object = {}, beside: object = {}) => {
    const [one] = judged(entry({}, [{ ecosystem_specific: { imports: [{ path: 'a/x' }] } }]));
    if (one === undefined) throw new Error('no vulnerability');
    const model = modelWith('m a@v1.1.0\nm go@1.22', {
      snapshot: {
        vulnerabilities: [{ ...one, ...more }],
        ...(list === undefined ? {} : { packages: { platform, packages: list, elsewhere: [], ...beside } }),
      },
    });
    const [finding] = findVulnerable(model);
    return `${finding?.severity ?? ''}: ${finding?.evidence ?? ''}`;
  };
  const at = (path: string, more: object = {}): Package => ({ path, module: 'a@v1.1.0', ...more });

  it.each([
    ['nothing is known of packages', undefined, {}, /^warn: .*whether a vulnerable package is imported is not known/],
    ['it is imported', [at('a/x')], {}, /^warn: .*a vulnerable package is imported, and whether its .* called/],
    ['tests import it', [at('a/x', { test: true })], {}, /^info: .*only tests import a vulnerable package/],
    ['another is imported', [at('a/y')], {}, /^info: .*no vulnerable package of it is imported/],
    ['a package failed', [at('a/y', { error: 'broken' })], {}, /^warn: .*not known/],
    ['sources were lacking', [at('a/y')], { untold: ['a@v1.1.0'] }, /^warn: .*not known/],
    [
      'another platform has it',
      [at('a/y')],
      {
        elsewhere: [{ module: 'a@v1.1.0', imports: 'a/x', package: 'm', file: 'm_windows.go', constraint: '_windows' }],
      },
      /^warn: .*on another platform only/,
    ],
  ])('%s', (_, list, beside, words) => {
    expect(told(list, {}, beside)).toMatch(words);
    expect(told(list, {}, beside)).toContain('by the Go vulnerability database');
  });

  it('what cannot be judged is one finding a module, never silence', () => {
    expect(told(undefined, { unjudged: 'folder' })).toMatch(/^info: Not known: .*GO-2024-0001 .*a folder is built/);
    expect(told(undefined, { unjudged: 'private' })).toMatch(/^info: Not known: .*GOPRIVATE names it/);
  });
});
