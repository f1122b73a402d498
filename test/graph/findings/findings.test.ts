import { describe, expect, it } from 'vitest';
import { findConflicts, findCycles, findFindings } from '../../../graph/findings/index.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import { modelOf } from '../lines.ts';
import { found, main } from './found.ts';

const grades = (lines: string, more: Partial<Records> = {}): string[] =>
  findConflicts(modelOf(lines, more)).map((one) => `${one.path} ${one.grade}`);

describe('conflicts', () => {
  it.each([
    ['a lower patch lost', 'm a@v1.0.1\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0', 'superseded'],
    ['a lower minor of v1 lost', 'm a@v1.3.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0', 'superseded'],
    ['a v0 minor was passed over', 'm a@v0.3.0\nm b@v1.0.0\nb@v1.0.0 a@v0.2.0', 'v0-jump'],
    ['a v0 patch was passed over', 'm a@v0.3.1\nm b@v1.0.0\nb@v1.0.0 a@v0.3.0', 'superseded'],
    ['v0 lost to v1', 'm a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 a@v0.9.0', 'major-jump'],
    ['+incompatible majors', 'm a@v3.0.0+incompatible\nm b@v1.0.0\nb@v1.0.0 a@v2.0.0+incompatible', 'major-jump'],
    ['a pre-release lost to a release', 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.1.0-rc.1', 'prerelease-jump'],
    [
      'a pseudo-version is judged by its base',
      'm a@v0.3.1\nm b@v1.0.0\nb@v1.0.0 a@v0.3.1-0.20200101000000-0123456789ab',
      'superseded',
    ],
    [
      'a pseudo-version without a base',
      'm a@v0.3.1\nm b@v1.0.0\nb@v1.0.0 a@v0.0.0-20200101000000-0123456789ab',
      'v0-jump',
    ],
    [
      'only a superseded version asks across',
      'm a@v0.3.0\nm b@v1.1.0\nm c@v1.0.0\nc@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v0.2.0\nb@v1.1.0 a@v0.3.0',
      'superseded',
    ],
  ])('%s', (_, lines, grade) => {
    expect(grades(lines).find((one) => one.startsWith('a '))).toBe(`a ${grade}`);
  });

  it('a go.mod that declares less weighs most', () => {
    const records = { mains: [main({ require: [{ path: 'a', version: 'v0.1.0' }] })] };
    expect(grades('m a@v0.3.0\nm b@v1.0.0\nb@v1.0.0 a@v0.2.0', records)).toEqual(['a declared-below-selected']);
  });

  it('holds a path once, newest version first, with who asks, replaced and excluded beside', () => {
    const records: Partial<Records> = {
      mains: [main({ exclude: [{ path: 'a', version: 'v1.9.0' }] })],
      listed: [{ path: 'a', version: 'v1.10.0', replace: { path: './a' } }],
    };
    expect(
      findConflicts(modelOf('m a@v1.10.0\nm b@v1.0.0\nb@v1.0.0 a@v1.2.0\nm c@v1.0.0\nc@v1.0.0 a@v1.2.0', records)),
    ).toEqual([
      {
        path: 'a',
        selected: 'v1.10.0',
        grade: 'superseded',
        replaced: true,
        excluded: true,
        required: [
          { version: 'v1.10.0', by: ['m'] },
          { version: 'v1.2.0', by: ['b@v1.0.0', 'c@v1.0.0'] },
        ],
      },
    ]);
  });

  it('leaves two majors of one module to their own finding, and one version to none', () => {
    expect(grades('m a@v1.0.0\nm a/v2@v2.0.0\nm go@1.21\nm toolchain@go1.22.0\na@v1.0.0 go@1.22')).toEqual([]);
  });
});

describe('cycles', () => {
  it('of versions: each asks for the very version that asks for it', () => {
    expect(findCycles(modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0'))).toMatchObject([
      { kind: 'version', members: ['a@v1.0.0', 'b@v1.0.0'] },
    ]);
  });

  it('of paths: a spiral downwards closes only among the selected', () => {
    expect(findCycles(modelOf('m a@v1.1.0\na@v1.1.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0'))).toMatchObject([
      { kind: 'path', members: ['a@v1.1.0', 'b@v1.0.0'] },
    ]);
  });

  it('a dependency on an older main module is at most a cycle of paths', () => {
    expect(findCycles(modelOf('m a@v1.0.0\na@v1.0.0 m@v0.9.0'))).toMatchObject([
      { kind: 'path', members: ['a@v1.0.0', 'm'] },
    ]);
  });

  it('among superseded versions alone is still one of versions; go and toolchain never are in one', () => {
    const lines =
      'm a@v1.1.0\nm c@v1.0.0\nc@v1.0.0 a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\nm b@v1.1.0\ngo@1.22 toolchain@go1.22';
    expect(findCycles(modelOf(lines)).map((one) => one.kind)).toEqual(['version']);
    expect(findCycles(modelOf('m a@v1.0.0\nm go@1.22'))).toEqual([]);
  });
});

describe('other findings', () => {
  const below = { mains: [main({ require: [{ path: 'a', version: 'v1.0.0' }] })] };

  it('declared-below-selected is an error, in a workspace info', () => {
    expect(found(modelOf('m a@v1.1.0', below), 'declared-below-selected')).toMatchObject([
      { severity: 'error', subject: 'a@v1.1.0' },
    ]);
    const work = { ...below, work: { use: ['.'], replace: [] } };
    expect(found(modelOf('m a@v1.1.0', work), 'declared-below-selected')).toMatchObject([{ severity: 'info' }]);
    expect(found(modelOf('m a@v1.0.0', below), 'declared-below-selected')).toEqual([]);
  });

  it('excluded-require', () => {
    const records = {
      mains: [main({ require: [{ path: 'a', version: 'v1.0.0' }], exclude: [{ path: 'a', version: 'v1.0.0' }] })],
    };
    expect(found(modelOf('m b@v1.0.0', records), 'excluded-require')).toMatchObject([
      { severity: 'warn', subject: 'a@v1.0.0', nodes: [] },
    ]);
    expect(found(modelOf('m a@v1.0.0', below), 'excluded-require')).toEqual([]);
  });

  it('replaced, and a replace line that nothing uses', () => {
    const replace = [
      { old: { path: 'a' }, new: { path: '../a' } },
      { old: { path: 'a', version: 'v0.1.0' }, new: { path: 'f', version: 'v1.0.0' } },
      { old: { path: 'gone' }, new: { path: 'g', version: 'v1.0.0' } },
    ];
    const model = modelOf('m a@v1.0.0', { mains: [main({ replace })] });
    expect(found(model, 'replaced')).toMatchObject([{ subject: 'a', severity: 'warn' }]);
    expect(found(model, 'replace-unused').map((one) => one.subject)).toEqual(['a@v0.1.0', 'gone']);
  });

  it('major-coexistence: x with x/v2, and gopkg.in majors', () => {
    const model = modelOf(
      'm x.org/a@v1.0.0\nm x.org/a/v2@v2.0.0\nm gopkg.in/y.v2@v2.0.0\nm gopkg.in/y.v3@v3.0.0\nm x.org/b.v2@v1.0.0\nm x.org/b@v1.0.0',
    );
    expect(found(model, 'major-coexistence').map((one) => one.subject)).toEqual(['gopkg.in/y.v3', 'x.org/a/v2']);
  });

  it('incompatible-selected', () => {
    expect(
      found(modelOf('m a@v2.0.0+incompatible\nm b@v1.0.0'), 'incompatible-selected').map((one) => one.subject),
    ).toEqual(['a@v2.0.0+incompatible']);
  });

  it('kept-by-superseded: x requires a v1.0.0, which alone requires c, but a v1.1.0 is selected', () => {
    const model = modelOf('m x@v1.0.0\nm a@v1.1.0\nx@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0');
    expect(found(model, 'kept-by-superseded')).toMatchObject([
      {
        subject: 'c@v1.0.0',
        evidence: 'No selected version requires c@v1.0.0: a@v1.0.0 requires it, but lost to a higher version.',
      },
    ]);
  });

  it('what go could not load', () => {
    const problems = [
      { code: 'load-error', subject: 'a@v1.0.0', text: '403 Forbidden' },
      { code: 'selection-differs', subject: 'b@v1.0.0', text: 'differs' },
      { code: 'of-a-later-format', subject: 'x', text: 'what it says' },
    ];
    const model = modelOf('m a@v1.0.0\nm b@v1.0.0', { problems });
    expect(found(model, 'load-error')).toMatchObject([
      { severity: 'error', nodes: [0], evidence: '403 Forbidden' },
      { severity: 'error', nodes: [], evidence: 'what it says' },
    ]);
    expect(found(model, 'selection-differs')).toHaveLength(1);
    expect(findFindings(model)[0]?.severity).toBe('error');
  });

  it('what go refuses', () => {
    const problems = [{ code: 'checksum-mismatch', subject: 'b@v1.0.0', text: 'SECURITY ERROR' }];
    const model = modelOf('m a@v1.0.0\nm b@v1.0.0', { problems });
    expect(found(model, 'checksum-mismatch')).toMatchObject([{ severity: 'error', nodes: [1] }]);
  });

  it('a plain module has none', () => {
    expect(findFindings(modelOf('m a@v1.0.0\nm b@v1.0.0\na@v1.0.0 b@v1.0.0'))).toEqual([]);
  });
});

describe('kept by superseded versions', () => {
  it('says who requires what such a module brings along: a selected version, but kept so itself', () => {
    const model = modelOf(
      'm x@v1.0.0\nm a@v1.1.0\nx@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0\nc@v1.0.0 d@v1.0.0\nc@v1.0.0 e@v1.0.0\nd@v1.0.0 e@v1.0.0',
    );
    expect(found(model, 'kept-by-superseded').map((one) => one.evidence)).toEqual([
      'No selected version requires c@v1.0.0: a@v1.0.0 requires it, but lost to a higher version.',
      'd@v1.0.0 cannot be reached over selected versions: c@v1.0.0 requires it and is itself kept by superseded versions.',
      'e@v1.0.0 cannot be reached over selected versions: c@v1.0.0 and d@v1.0.0 require it and are themselves kept by superseded versions.',
    ]);
  });
});

describe('cycles, told', () => {
  it('name twelve members at most; the list has them all', () => {
    const ring = Array.from({ length: 30 }, (_, i) => `r${i}@v1.0.0 r${(i + 1) % 30}@v1.0.0`).join('\n');
    const model = modelOf(`m r0@v1.0.0\n${ring}`);
    expect(found(model, 'cycle')[0]?.evidence).toMatch(
      /^30 versions require each other (.*@v1\.0\.0){12} and 18 more\.$/,
    );
    expect(findCycles(model)[0]?.members).toHaveLength(30);
  });

  it('a ring of selected paths around a ring of versions is told beside it', () => {
    const lines = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\nb@v1.0.0 c@v1.1.0\nc@v1.1.0 a@v0.9.0';
    expect(findCycles(modelOf(lines)).map(({ kind, members }) => [kind, members])).toEqual([
      ['path', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0']],
      ['version', ['a@v1.0.0', 'b@v1.0.0']],
    ]);
  });
});

describe('what is computed once', () => {
  it('is the same for the same model, and cannot be spoilt by its reader', () => {
    const model = modelOf('m a@v0.2.0\nm b@v1.0.0\nb@v1.0.0 a@v0.1.0');
    const first = findConflicts(model);
    const before = [...first];
    first.pop();
    expect(findConflicts(model)).toEqual(before);
    expect(findConflicts(model)[0]).toBe(before[0]);
    expect(findFindings(model)).toBe(findFindings(model));
  });
});
