/** One finding a cause, with everyone in it who needs what is lacking. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../../../graph/findings/index.ts';
import { meanings } from '../../../../graph/findings/meanings.ts';
import { refusalCodes, type RefusalCode } from '../../../../graph/model/verdict.ts';
import { found, main, packagesOf } from '../found.ts';
import { modelOfVerdict, refusal, refuses } from './refused.ts';

/** Told by a check that looks at go.work itself. */
const elsewhere: ReadonlySet<RefusalCode> = new Set(['workspace-use-repeated']);

describe('whatever go refuses', () => {
  it.each(refusalCodes.filter((code) => !elsewhere.has(code)))('%s is an error', (code) => {
    const all = findFindings(modelOfVerdict({ graph: refuses(refusal(code)) }));
    expect(all.map(({ severity }) => severity)).toEqual(['error']);
    expect(all[0]?.remedy.words).toMatch(/^[A-Z].*\.$/);
    // What is a command stands apart from the words, once it was tried.
    expect(all[0]?.remedy.command).toBeUndefined();
    expect(all[0]?.remedy.words).not.toContain('`');
    expect(all[0]?.evidence).toMatch(/[.!?…]$/);
    expect(meanings[code].severities).toContain('error');
  });

  it('go accepts: none of it is said', () => {
    expect(findFindings(modelOfVerdict({}))).toEqual([]);
  });

  it('what was not asked is no fault', () => {
    const why = 'module lookup disabled by GOPROXY=off';
    const asked = { state: 'not asked', why } as const;
    expect(findFindings(modelOfVerdict({ graph: asked, build: asked }))).toEqual([]);
  });

  it('the graph alone, where a build from the vendor folder goes through: a warning', () => {
    const graph = refuses(refusal('module-unreachable', 'corp.example/x@v1.0.0'));
    const [only, ...more] = findFindings(modelOfVerdict({ graph, mode: 'vendor' }));
    expect([only?.code, only?.severity, more.length]).toEqual(['module-unreachable', 'warn', 0]);
  });
});

describe('one cause is one finding', () => {
  it('sums that are missing: of go.mod files, and of sources with who imports them', () => {
    const graph = refuses(refusal('go-sum-missing', 'a@v1.0.0'), refusal('go-sum-missing', 'b@v1.0.0'));
    const build = refuses(refusal('go-sum-missing', 'a/sub', { by: ['m', 'm/x'] }));
    expect(found(modelOfVerdict({ graph, build }), 'go-sum-missing')).toEqual([
      {
        code: 'go-sum-missing',
        severity: 'error',
        subject: 'go.sum',
        evidence:
          'go.sum lacks entries that go needs: for the go.mod of a@v1.0.0 and b@v1.0.0; for the source of a/sub (needed by m and m/x).',
        remedy: 'Add the missing lines to go.sum. [go mod tidy]',
        nodes: [0, 1],
      },
    ]);
  });

  it('one host that does not answer; another one is another cause', () => {
    const graph = refuses(
      refusal('module-unreachable', 'corp.example/x@v1.0.0'),
      refusal('module-unreachable', 'corp.example/y@v1.0.0'),
      refusal('module-unreachable', 'other.example/z@v1.0.0'),
    );
    expect(found(modelOfVerdict({ graph }), 'module-unreachable').map(({ subject }) => subject)).toEqual([
      'corp.example',
      'other.example/z@v1.0.0',
    ]);
  });

  it('versions that are missing are each a cause of their own', () => {
    const graph = refuses(refusal('version-missing', 'a@v1.0.0'), refusal('version-missing', 'b@v1.0.0'));
    expect(found(modelOfVerdict({ graph }), 'version-missing')).toHaveLength(2);
  });
});

describe('what a check of its own says with its cause', () => {
  const below = main({ go: '1.22', require: [{ path: 'a', version: 'v1.0.0' }] });
  const updates = refuses(refusal('updates-needed', 'go.mod'));

  it('a declared version below the one that is selected', () => {
    const model = modelOfVerdict({ graph: updates }, { mains: [below] }, 'm a@v1.1.0');
    expect(findFindings(model).map(({ code }) => code)).toEqual(['declared-below-selected']);
  });

  it('a go line that is too low', () => {
    const lines = 'm a@v1.0.0\nm go@1.22\na@v1.0.0 go@1.23.0';
    const model = modelOfVerdict({ graph: updates }, { mains: [below] }, lines);
    expect(findFindings(model).map(({ code }) => code)).toEqual(['go-line-too-low']);
  });

  it('neither: the cause is in what go would write', () => {
    const graph = refuses(refusal('updates-needed', 'go.mod', { wants: ['-toolchain default'] }));
    const [only] = found(modelOfVerdict({ graph }, { mains: [main({ go: '1.22' })] }), 'updates-needed');
    expect(only?.evidence).toContain('(it would write `-toolchain default`)');
  });

  it('an ambiguous import, where packages are known', () => {
    const build = refuses(refusal('ambiguous-import', 'a/b'));
    expect(findFindings(modelOfVerdict({ build })).map(({ code }) => code)).toEqual(['ambiguous-import']);
    const model = modelOfVerdict({ build });
    const known = { ...model, snapshot: { ...model.snapshot, packages: packagesOf([]) } };
    expect(findFindings(known).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a go.sum that is not there', () => {
  const lacks = refuses(refusal('go-sum-missing'));
  const one = (verdict: Parameters<typeof modelOfVerdict>[0], work = false) =>
    found(modelOfVerdict(verdict, work ? { work: { go: '1.21', use: ['.'], replace: [] } } : {}), 'go-sum-missing');

  it('is called that, once', () => {
    expect(one({ graph: lacks, build: lacks, noSum: true })).toMatchObject([
      { evidence: 'There is no go.sum, and go needs the sums: for the go.mod of a@v1.0.0.' },
    ]);
    expect(one({ graph: lacks, build: lacks })[0]?.evidence).toMatch(/^go\.sum lacks entries/);
  });

  it('or a go.work.sum and those of all members', () => {
    expect(one({ graph: lacks, noSum: true }, true)[0]?.evidence).toMatch(
      /^There is no go\.work\.sum, and no go\.sum in any/,
    );
  });
});

describe('a checksum that does not match', () => {
  const problems = [{ code: 'checksum-mismatch', subject: 'go.sum', text: 'SECURITY ERROR: checksum mismatch.' }];

  it('is told of the module that go names, and of one that it does not name where it names none', () => {
    const graph = refuses(refusal('checksum-mismatch', 'a@v1.0.0'));
    expect(found(modelOfVerdict({ graph }, { problems }), 'checksum-mismatch').map(({ subject }) => subject)).toEqual([
      'a@v1.0.0',
    ]);
    expect(found(modelOfVerdict({}, { problems }), 'checksum-mismatch')).toMatchObject([
      { subject: 'go.sum', evidence: expect.stringMatching(/^A module is not what go\.sum/) as string },
    ]);
  });
});

describe('a package that a module without it is required for', () => {
  const leftOut = [
    { path: 'm/sub', dir: 'sub', packages: ['m/sub/here'] },
    { path: 'x.org/other', dir: 'a/b', packages: ['m/a/b/c'] },
  ];
  const missing = (subject: string, more: Parameters<typeof modelOfVerdict>[1] = {}, lines?: string) =>
    found(
      modelOfVerdict({ build: refuses(refusal('package-missing', subject)), leftOut }, more, lines),
      'package-missing',
    )[0];

  it('is in a folder of its own, where its files are', () => {
    expect(missing('m/sub/here')?.evidence).toBe(
      'm/sub/here is in ./sub, which has a go.mod of its own: it is the module m/sub, which nothing requires.',
    );
    expect(missing('m/sub/gone')?.evidence).toMatch(/^No module provides/);
  });

  it('is no part of a folder whose module is required at a version that was published', () => {
    const required = { mains: [main({ require: [{ path: 'm/sub', version: 'v1.0.0' }] })] };
    expect(missing('m/sub/here', required, 'm m/sub@v1.0.0')?.evidence).toMatch(/^No module provides/);
  });

  it('is in a folder whose module has another path', () => {
    expect(missing('m/a/b/c')).toMatchObject({
      evidence: 'm/a/b/c leads into ./a/b, which has a go.mod of its own: it is the module x.org/other.',
      remedy: 'Import it by its own path, x.org/other, and require that module; or take that go.mod away.',
    });
  });

  it('is looked for in another version of the module that is required', () => {
    const required = { mains: [main({ require: [{ path: 'a', version: 'v1.0.0' }] })] };
    expect(missing('a/nope', required)?.remedy).toMatch(
      /^a@v1\.0\.0 has no such package: another version of it may have one\./,
    );
  });
});
