/** Each `is:` word on a small workspace where some module is what it says, and its neighbour is not. */
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { QueryFault, stateWords } from '../../../graph/query/index.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { MainModule, Package } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { matches } from './matches.ts';

const nothing = { dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] };
const pseudo = 'v0.0.0-20161208181325-20d25e280405';

const app: MainModule = {
  ...nothing,
  path: 'x.org/app',
  require: [
    { path: 'a.org/tools', version: 'v1.1.0' },
    { path: 'a.org/log', version: 'v1.0.0', indirect: true },
    { path: 'a.org/old', version: 'v2.0.0+incompatible' },
  ],
  exclude: [{ path: 'a.org/log', version: 'v1.0.1' }],
  tool: ['a.org/tools/cmd/gen/deep', 'x.org/app/cmd/own', 'nowhere.org/t'],
};
const lib: MainModule = { ...nothing, path: 'x.org/lib', dir: 'lib', tool: ['a.org/log'] };

const lines = `x.org/app a.org/tools@v1.1.0
x.org/app a.org/log@v1.0.0
x.org/app a.org/old@v2.0.0+incompatible
x.org/app go@1.22
x.org/app toolchain@go1.22.3
x.org/lib a.org/tools@v1.0.0
a.org/tools@v1.1.0 a.org/tools/cmd/gen@v0.1.0
a.org/tools@v1.0.0 a.org/gone@v0.9.0
a.org/log@v1.0.0 a.org/tools/cmd@${pseudo}
a.org/tools/cmd@${pseudo} x.org/app@v0.1.0
a.org/gone@v0.9.0 go@1.21
a.org/old@v2.0.0+incompatible a.org/log@v0.9.0`;

const plain = modelOf(lines, {
  mains: [app, lib],
  listed: [
    { path: 'x.org/app', main: true },
    { path: 'x.org/lib', main: true },
    { path: 'a.org/log', version: 'v1.0.0', replace: { path: '../log' } },
  ],
  problems: [
    { code: 'load-error', subject: 'a.org/gone@v0.9.0', text: 'gone' },
    { code: 'load-error', subject: 'x.org/lib', text: 'no such file' },
    { code: 'load-error', subject: 'go.work', text: 'is no module' },
  ],
});

describe('the words that a graph and go.mod answer', () => {
  it.each([
    ['main', ['x.org/app', 'x.org/lib']],
    ['direct', ['a.org/old@v2.0.0+incompatible', 'a.org/tools@v1.1.0']],
    ['indirect', ['a.org/gone@v0.9.0', 'a.org/log@v1.0.0', `a.org/tools/cmd@${pseudo}`, 'a.org/tools/cmd/gen@v0.1.0']],
    ['superseded', []],
    ['conflict', ['a.org/log@v1.0.0']],
    ['cycle', ['a.org/log@v1.0.0', 'a.org/old@v2.0.0+incompatible', `a.org/tools/cmd@${pseudo}`, 'x.org/app']],
    ['replaced', ['a.org/log@v1.0.0']],
    ['excluded', ['a.org/log@v1.0.0']],
    ['kept', ['a.org/gone@v0.9.0']],
    ['incompatible', ['a.org/old@v2.0.0+incompatible']],
    ['pseudo', [`a.org/tools/cmd@${pseudo}`]],
    ['v0', ['a.org/gone@v0.9.0', `a.org/tools/cmd@${pseudo}`, 'a.org/tools/cmd/gen@v0.1.0']],
    // The longest path holds the package, the whole path of a module is one too, and a main module has tools of its own.
    ['tool', ['a.org/log@v1.0.0', 'a.org/tools/cmd/gen@v0.1.0', 'x.org/app']],
    ['error', ['a.org/gone@v0.9.0', 'x.org/lib']],
    ['toolchain', ['go@1.21', 'go@1.22', 'toolchain@go1.22.3']],
  ])('is:%s', (word, expected) => {
    expect(matches(plain, `is:${word}`)).toEqual(expected);
  });

  it('is:selected is the whole scope, and in scope all the build list', () => {
    expect(matches(plain, 'is:selected')).toEqual(matches(plain, ''));
    expect(matches(plain, 'is:selected', 'all')).toEqual(matches(plain, ''));
  });

  it('older selves and versions that lost are superseded, go lines are not', () => {
    expect(matches(plain, 'is:superseded', 'all')).toEqual([
      'a.org/log@v0.9.0',
      'a.org/tools@v1.0.0',
      'x.org/app@v0.1.0',
    ]);
  });

  it('what a path is holds of all its versions, what a version is of it alone', () => {
    expect(matches(plain, 'is:excluded', 'all')).toEqual(['a.org/log@v0.9.0', 'a.org/log@v1.0.0']);
    expect(matches(plain, 'is:conflict', 'all')).toEqual(['a.org/log@v0.9.0', 'a.org/log@v1.0.0']);
    expect(matches(plain, 'is:replaced', 'all')).toEqual(['a.org/log@v1.0.0']);
    expect(matches(plain, 'is:tool', 'all')).toEqual(matches(plain, 'is:tool'));
    expect(matches(plain, 'is:main', 'all')).toEqual(['x.org/app', 'x.org/lib']);
    expect(matches(plain, 'is:indirect', 'all')).toEqual(matches(plain, 'is:indirect'));
  });

  it('a path that is superseded without a jump is no conflict', () => {
    const small = modelOf('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0');
    expect(matches(small, 'is:conflict', 'all')).toEqual([]);
  });

  it('go lines are in no other word, nor in its opposite', () => {
    for (const { word, needs } of stateWords) {
      if (needs !== undefined || word === 'toolchain') continue;
      expect(matches(plain, `is:${word} is:toolchain`, 'all')).toEqual([]);
      expect(matches(plain, `-is:${word} is:toolchain`, 'all')).toEqual([]);
    }
  });

  it('answers a word that is asked twice in one query as once', () => {
    expect(matches(plain, 'is:cycle is:cycle')).toEqual(matches(plain, 'is:cycle'));
    expect(matches(plain, 'is:direct | -is:direct')).toEqual(matches(plain, ''));
  });
});

describe('the words that need more than the graph', () => {
  const pkg = (path: string, module: string, more: Partial<Package> = {}): Package => ({ path, module, ...more });
  const full: Model = openSnapshot(
    {
      ...plain.snapshot,
      packages: {
        platform: { goos: 'linux', goarch: 'amd64', tags: [], cgo: false },
        packages: [
          pkg('x.org/app', 'x.org/app', { root: true }),
          pkg('a.org/tools/x', 'a.org/tools@v1.1.0'),
          pkg('a.org/log', 'a.org/log@v1.0.0', { test: true }),
        ],
        elsewhere: [
          {
            module: 'a.org/old@v2.0.0+incompatible',
            imports: 'a.org/old',
            package: 'x.org/app',
            file: 'a_windows.go',
            constraint: '_windows',
          },
        ],
      },
      facts: [
        { path: 'a.org/log', version: 'v1.0.0', retracted: ['broken'], update: 'v1.2.0' },
        { path: 'a.org/tools', version: 'v1.1.0', retracted: [], deprecated: '' },
        { path: 'a.org/tools', version: 'v1.0.0', update: 'v1.1.0' },
      ],
      vulnerabilities: [
        {
          id: 'GO-2024-0001',
          aliases: [],
          summary: 's',
          path: 'a.org/old',
          version: 'v2.0.0+incompatible',
          reach: 'called',
        },
      ],
    },
    { frontier: [{ name: 'a.org/tools/cmd/gen@v0.1.0', requires: 3 }] },
  );

  it.each([
    ['imported', ['a.org/tools@v1.1.0']],
    ['test', ['a.org/log@v1.0.0']],
    ['elsewhere', ['a.org/old@v2.0.0+incompatible']],
    ['unused', ['a.org/gone@v0.9.0', `a.org/tools/cmd@${pseudo}`, 'a.org/tools/cmd/gen@v0.1.0']],
    ['retracted', ['a.org/log@v1.0.0']],
    ['deprecated', ['a.org/tools@v1.1.0']],
    ['outdated', ['a.org/log@v1.0.0']],
    ['vulnerable', ['a.org/old@v2.0.0+incompatible']],
    ['pruned', ['a.org/tools/cmd/gen@v0.1.0']],
  ])('is:%s', (word, expected) => {
    expect(matches(full, `is:${word}`)).toEqual(expected);
  });

  it.each([
    ['is:unused', '`is:unused` needs packages, which this snapshot does not have (column 4)', '--packages'],
    [
      'yaml is:outdated',
      '`is:outdated` needs facts from the network, which this snapshot does not have (column 9)',
      '--facts',
    ],
    [
      'is:vulnerable',
      '`is:vulnerable` needs the vulnerability database or a report of govulncheck, which this snapshot does not have (column 4)',
      '--facts',
    ],
    [
      'is:pruned',
      '`is:pruned` needs the go.mod of each module, which this snapshot does not have (column 4)',
      undefined,
    ],
  ])('%s says what it needs where that is not known', (query, message, option) => {
    const fault = (() => {
      try {
        return matches(plain, query);
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(QueryFault);
    expect(fault).toMatchObject({
      message,
      hint: option === undefined ? undefined : `Run modscope with \`${option}\` to include them.`,
    });
  });

  it('no facts at all are none on anything, but known', () => {
    const none = openSnapshot({ ...plain.snapshot, facts: [] }, { frontier: [] });
    for (const word of ['retracted', 'deprecated', 'outdated', 'pruned']) {
      expect(matches(none, `is:${word}`, 'all')).toEqual([]);
    }
  });
});

describe('modules that a query about the whole must not fall over', () => {
  it('an empty graph has nothing that matches', () => {
    const empty = modelOf('');
    for (const query of ['', 'a', '-a', 'is:direct', 'from(a)', 'shortest(a, b)', 'limit:3', 'depth:0', 'major:split'])
      expect(matches(empty, query, 'all')).toEqual([]);
  });

  it('a main module alone is all there is', () => {
    const alone = modelOf('m go@1.22');
    for (const query of [
      '',
      'm',
      'is:main',
      'from(m)',
      'to(m)',
      'near(m)',
      'shortest(m, m)',
      'dominated(m)',
      'depth:0',
    ])
      expect(matches(alone, query)).toEqual(['m']);
  });
});
