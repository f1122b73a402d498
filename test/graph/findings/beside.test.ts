/** Findings on what no graph alone tells: facts from the network, govulncheck's report, and this machine. */
import { describe, expect, it } from 'vitest';
import { coverageText } from '../../../graph/findings/coverage.ts';
import { findConflicts, findFindings } from '../../../graph/findings/index.ts';
import type { Beside } from '../../../graph/model/beside.ts';
import type { Model } from '../../../graph/model/model.ts';
import { matchQuery } from '../../../graph/query/index.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { ModuleFact, MainModule, Vulnerability } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { found, main, type Told } from './found.ts';

interface More {
  readonly facts?: readonly ModuleFact[];
  readonly vulnerabilities?: readonly Vulnerability[];
  readonly beside?: Beside;
  readonly records?: Partial<Records>;
}

const lines = 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nb@v1.0.0 c@v1.0.0';

function model({ facts, vulnerabilities, beside, records }: More): Model {
  const { snapshot } = modelOf(lines, records ?? {});
  return openSnapshot(
    {
      ...snapshot,
      ...(facts === undefined ? {} : { facts }),
      ...(vulnerabilities === undefined ? {} : { vulnerabilities }),
    },
    beside,
  );
}

const matches = (of: Model, query: string): string[] => {
  const match = matchQuery(of, 'all', query);
  return of.snapshot.modules.filter((_, node) => match[node] === 1).map((one) => `${one.path}@${one.version ?? ''}`);
};

describe('facts from the network', () => {
  const facts: ModuleFact[] = [
    { path: 'a', version: 'v1.1.0', retracted: ['It panics.\nAlways. '], update: 'v1.2.0' },
    { path: 'a', version: 'v1.0.0', retracted: ['older'], deprecated: 'of a version that lost' },
    { path: 'b', version: 'v1.0.0', deprecated: 'Use example.com/new.', time: '2024-01-01T00:00:00Z' },
    { path: 'c', version: 'v1.0.0', time: '2024-01-01T00:00:00Z' },
  ];

  it('a retracted version weighs high, and the author’s words stand on one line', () => {
    expect(found(model({ facts }), 'selected-retracted')).toMatchObject([
      {
        severity: 'high',
        subject: 'a@v1.1.0',
        evidence: 'The author retracted a@v1.1.0: It panics. Always.',
        remedy: 'v1.2.0 is the latest version that is not retracted. [go get a@v1.2.0]',
        nodes: [1],
      },
    ]);
    const last = [{ path: 'a', version: 'v1.1.0', retracted: ['x'] }];
    expect(found(model({ facts: last }), 'selected-retracted')[0]?.remedy).toContain('[go get a@latest]');
  });

  it('deprecated is a warning, an update only information', () => {
    expect(found(model({ facts }), 'deprecated')).toMatchObject([
      { severity: 'warn', subject: 'b@v1.0.0', evidence: 'The author calls b deprecated: Use example.com/new.' },
    ]);
    expect(found(model({ facts }), 'update-available')).toMatchObject([
      { severity: 'info', subject: 'a@v1.1.0', remedy: 'It can be raised to v1.2.0. [go get a@v1.2.0]' },
    ]);
  });

  it('an update of what is replaced is not to be taken blindly', () => {
    const records = { listed: [{ path: 'a', version: 'v1.1.0', replace: { path: './a' } }] };
    expect(found(model({ facts, records }), 'update-available')[0]?.remedy).toContain('replace line');
  });

  it('names the member of a workspace whose go.mod is to be edited, and quotes what a shell would obey', () => {
    const requiring = main({ path: 'n', dir: 'x/n', require: [{ path: 'a', version: 'v1.1.0' }] });
    const records = { mains: [main({ dir: 'm' }), requiring], work: { use: ['./m', './x/n'], replace: [] } };
    const [update] = found(
      model({ facts: [{ path: 'a', version: 'v1.1.0', update: 'v1;$(x)' }], records }),
      'update-available',
    );
    expect(update?.remedy).toBe("It can be raised to v1;$(x). [go -C x/n get 'a@v1;$(x)']");
  });

  it('says nothing of other versions, nor where no fact is bad', () => {
    const good = model({ facts: [facts[1]!, facts[3]!] });
    for (const code of ['selected-retracted', 'deprecated', 'update-available'] as const) {
      expect(found(good, code)).toEqual([]);
    }
  });

  it('answers is:retracted, is:deprecated and is:outdated; without facts they are refused with the option', () => {
    const known = model({ facts });
    expect(matches(known, 'is:retracted')).toEqual(['a@v1.0.0', 'a@v1.1.0']);
    expect(matches(known, 'is:deprecated is:selected')).toEqual(['b@v1.0.0']);
    expect(matches(known, 'is:outdated')).toEqual(['a@v1.1.0']);
    expect(() => matches(model({}), 'is:outdated')).toThrow('needs facts from the network');
    expect(coverageText(known)).not.toContain('facts');
    expect(coverageText(model({}))).toContain('facts from the network');
  });

  it('a flood of an author’s words is cut', () => {
    const long = [{ path: 'a', version: 'v1.1.0', deprecated: 'x'.repeat(100_000) }];
    expect(found(model({ facts: long }), 'deprecated')[0]?.evidence.length).toBeLessThan(400);
  });
});

describe('vulnerabilities', () => {
  const one = (more: Partial<Vulnerability> = {}): Vulnerability => ({
    id: 'GO-2024-1',
    aliases: ['CVE-2024-1'],
    summary: 'It is open',
    path: 'a',
    version: 'v1.1.0',
    fixed: 'v1.1.1',
    reach: 'called',
    ...more,
  });

  it.each([
    ['called', 'high'],
    ['imported', 'warn'],
    ['required', 'info'],
  ] as const)('%s is %s', (reach, severity) => {
    expect(found(model({ vulnerabilities: [one({ reach })] }), 'vulnerable')).toMatchObject([
      { severity, subject: 'a@v1.1.0', nodes: [1] },
    ]);
  });

  it('names id, alias and summary, and the command that mends it', () => {
    const [{ evidence, remedy }] = found(model({ vulnerabilities: [one()] }), 'vulnerable') as [Told];
    expect(evidence).toBe('GO-2024-1, CVE-2024-1: It is open; the vulnerable code is called.');
    expect(remedy).toContain('[go get a@v1.1.1]');
    const { fixed: _, ...unmended } = one();
    expect(found(model({ vulnerabilities: [unmended] }), 'vulnerable')[0]?.remedy).toContain('no version without it');
  });

  it('those of the standard library belong to go and mark no node', () => {
    const vulnerabilities = [one({ path: 'stdlib', version: 'v1.22.1', fixed: 'v1.22.2' })];
    const [finding] = found(model({ vulnerabilities }), 'vulnerable');
    expect(finding).toMatchObject({ severity: 'high', subject: 'go 1.22.1', nodes: [] });
    expect(finding?.remedy).toContain('name it in the toolchain line');
    expect(matches(model({ vulnerabilities }), 'is:vulnerable')).toEqual([]);
  });

  it('a report on another version weighs little and marks nothing', () => {
    const stale = model({ vulnerabilities: [one({ version: 'v1.0.0' })] });
    expect(found(stale, 'vulnerable')).toMatchObject([{ severity: 'info', nodes: [] }]);
    expect(matches(stale, 'is:vulnerable')).toEqual([]);
  });

  it('a replacement is named by its own path, and marks what it stands for', () => {
    const records = { listed: [{ path: 'a', version: 'v1.1.0', replace: { path: 'fork', version: 'v1.1.5' } }] };
    expect(
      matches(model({ records, vulnerabilities: [one({ path: 'fork', version: 'v1.1.5' })] }), 'is:vulnerable'),
    ).toEqual(['a@v1.1.0']);
    expect(matches(model({ records, vulnerabilities: [one()] }), 'is:vulnerable')).toEqual([]);
    const [fork] = found(model({ records, vulnerabilities: [one({ path: 'fork', version: 'v1.1.5' })] }), 'vulnerable');
    expect(fork?.remedy).toBe('It is fixed in v1.1.1: name fork v1.1.1 in the line that replaces a.');
  });

  it('a report without any is an answer, none is not', () => {
    expect(matches(model({ vulnerabilities: [] }), 'is:vulnerable')).toEqual([]);
    expect(() => matches(model({}), 'is:vulnerable')).toThrow('a report of govulncheck');
  });
});

describe('the go that ran', () => {
  const mismatch = (go: string, more: Partial<MainModule>, records: Partial<Records> = {}): string[] =>
    found(
      model({ beside: { go, settings: [] }, records: { mains: [main(more)], ...records } }),
      'toolchain-mismatch',
    ).map(({ evidence }) => /`(.*?)`/.exec(evidence)?.[1] ?? '');

  it.each([
    ['1.22.3', { go: '1.21', toolchain: 'go1.22.4' }, ['toolchain go1.22.4']],
    ['1.22.3', { go: '1.23rc1' }, ['go 1.23rc1']],
    ['1.22.4', { go: '1.21', toolchain: 'go1.22.4' }, []],
    ['1.22.4-custom', { go: '1.22.4' }, []],
    // A toolchain line below the go line does not count.
    ['1.22.3', { go: '1.22.4', toolchain: 'go1.21.0' }, ['go 1.22.4']],
    ['1.22.3', { go: '1.21', toolchain: 'default' }, []],
    ['1.22.3', {}, []],
  ])('go %s with %o', (go, lines, expected) => {
    expect(mismatch(go, lines)).toEqual(expected);
  });

  it('in a workspace only the lines of go.work count', () => {
    const work = { go: '1.22', use: ['.'], replace: [] };
    expect(mismatch('1.22.3', { toolchain: 'go1.30.0' }, { work })).toEqual([]);
    expect(mismatch('1.22.3', {}, { work: { ...work, toolchain: 'go1.30.0' } })).toEqual(['toolchain go1.30.0']);
  });

  it('what go itself refused is not told twice, and a recording says nothing of this machine', () => {
    const problems = [{ code: 'go-too-new', subject: 'go.mod', text: 'requires go >= 1.99' }];
    expect(mismatch('1.22.3', { go: '1.99' }, { problems })).toEqual([]);
    expect(found(model({ records: { mains: [main({ go: '1.99' })] } }), 'toolchain-mismatch')).toEqual([]);
  });

  it('its settings are told as they were found', () => {
    const settings = [{ code: 'proxy-settings', subject: 'GONOSUMDB', text: 'It cannot be checked.' }];
    expect(found(model({ beside: { settings } }), 'proxy-settings')).toMatchObject([
      { severity: 'warn', subject: 'GONOSUMDB', evidence: 'It cannot be checked.', nodes: [] },
    ]);
    expect(coverageText(model({}))).toContain('the settings of go');
    expect(coverageText(model({ beside: { settings } }))).not.toContain('the settings of go');
  });
});

describe('the module cache', () => {
  it('tells where pruning ends the graph', () => {
    const known = model({ beside: { frontier: [{ name: 'c@v1.0.0', requires: 3 }], dropped: [] } });
    expect(found(known, 'pruned-frontier')).toMatchObject([{ severity: 'info', subject: 'm', nodes: [3] }]);
    expect(matches(known, 'is:pruned')).toEqual(['c@v1.0.0']);
    expect(found(model({ beside: { frontier: [] } }), 'pruned-frontier')).toEqual([]);
  });

  it('claims nothing where it was not read', () => {
    expect(found(model({}), 'pruned-frontier')).toEqual([]);
    expect(() => matches(model({}), 'is:pruned')).toThrow('the go.mod of each module');
  });

  it('tells who asks for excluded versions, beside a conflict and in the finding', () => {
    const excluding = main({
      exclude: [{ path: 'a', version: 'v1.9.0' }],
      require: [{ path: 'a', version: 'v1.9.0' }],
    });
    const dropped = [
      { from: 'c@v1.0.0', path: 'a', version: 'v1.9.0' },
      { from: 'b@v1.0.0', path: 'a', version: 'v1.9.0' },
    ];
    const known = model({ records: { mains: [excluding] }, beside: { frontier: [], dropped } });
    expect(findConflicts(known)).toMatchObject([
      { path: 'a', excluded: true, dropped: [{ version: 'v1.9.0', by: ['b@v1.0.0', 'c@v1.0.0'] }] },
    ]);
    expect(found(known, 'excluded-require')[0]?.evidence).toContain('b@v1.0.0 and c@v1.0.0 require it as well.');
    const unread = model({ records: { mains: [excluding] } });
    expect(findConflicts(unread)[0]).not.toHaveProperty('dropped');
    expect(found(unread, 'excluded-require')[0]?.evidence).not.toContain('as well.');
  });
});

describe('a go.work that names something twice', () => {
  const work = (use: readonly string[]) => ({ use, replace: [] });
  const repeated = (records: Partial<Records>): string[] =>
    found(model({ records }), 'workspace-use-repeated').map((one) => one.subject);

  it('by the folder, however it is written, or by the module', () => {
    expect(repeated({ mains: [main()], work: work(['./x', './y/../x/']) })).toEqual(['x']);
    expect(repeated({ mains: [main({ dir: 'x' }), main({ dir: 'y' })], work: work(['./x', './y']) })).toEqual(['m']);
  });

  it('is told once', () => {
    const problems = [{ code: 'workspace-use-repeated', subject: 'x', text: 'appears multiple times' }];
    const of = model({ records: { mains: [main()], work: work(['./x', './x']), problems } });
    expect(findFindings(of).filter((one) => one.severity === 'error')).toMatchObject([
      { code: 'workspace-use-repeated', subject: 'x' },
    ]);
  });

  it('folders inside one another, and a module outside a workspace, are no repetition', () => {
    expect(repeated({ mains: [main()], work: work(['.', './x', './x/y', '../x']) })).toEqual([]);
    expect(repeated({ mains: [main()] })).toEqual([]);
  });
});
