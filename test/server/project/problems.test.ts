/** What go could not load, as problems of the snapshot. */
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { problemsOfFault, problemsOfModules, problemsOfPackages } from '../../../server/project/problems.ts';

const asIs = (text: string): string => text.replaceAll('/home/me', '.');

describe('a command that failed', () => {
  it.each<[string, Fault, readonly object[]]>([
    [
      'by a cause that is known',
      new Fault('go-failed', 'go mod graph failed with status 1.', {
        detail: 'go: a@v1.0.0 requires\n\tb@v1.0.0: reading file:///p/b/@v/v1.0.0.mod: no such file or directory',
      }),
      [{ code: 'version-missing', subject: 'b@v1.0.0', by: ['a@v1.0.0'] }],
    ],
    [
      'in words that nobody knows',
      new Fault('go-failed', 'x', { detail: 'go: the moon is full' }),
      [{ code: 'go-refuses', subject: 'go.mod', text: 'the moon is full' }],
    ],
    [
      'for want of a network',
      new Fault('go-failed', 'x', { detail: 'go: a@v1.0.0: module lookup disabled by GOPROXY=off' }),
      [{ code: 'load-error', subject: 'go mod graph' }],
    ],
    [
      'without a word',
      new Fault('go-timeout', 'go mod graph did not end.'),
      [{ code: 'load-error', subject: 'go mod graph', text: 'go mod graph did not end.' }],
    ],
    [
      'by a sum: which module go came to first is another one each time',
      new Fault('checksum-mismatch', 'x', { detail: 'verifying a@v1.0.0: checksum mismatch' }),
      [{ code: 'checksum-mismatch', subject: 'go.sum', text: 'SECURITY ERROR: checksum mismatch.' }],
    ],
  ])('%s', (_, fault, problems) => {
    expect(problemsOfFault('go mod graph', fault, asIs)).toMatchObject(problems);
    expect(problemsOfFault('go mod graph', fault, asIs)).toHaveLength(problems.length);
  });

  it('holds nothing of this machine', () => {
    const fault = new Fault('go-failed', 'x', { detail: 'go: errors parsing go.mod:\n/home/me/go.mod:1: x' });
    expect(problemsOfFault('go mod graph', fault, asIs)).toEqual([
      { code: 'file-unreadable', subject: 'go.mod', text: 'errors parsing go.mod:\n./go.mod:1: x' },
    ]);
  });
});

it('a module that go list -m could not tell of; that the network is off is none', () => {
  const listed = [
    { path: 'a', version: 'v1.0.0' },
    { path: 'b', version: 'v1.0.0', error: 'b@v1.0.0: reading file:///p/b/@v/v1.0.0.info: no such file or directory' },
    { path: 'c', version: 'v1.0.0', error: 'module lookup disabled by GOPROXY=off' },
  ];
  expect(problemsOfModules(listed, asIs)).toMatchObject([{ code: 'version-missing', subject: 'b@v1.0.0' }]);
});

describe('packages', () => {
  const told = (...errors: string[]): string[] =>
    problemsOfPackages(errors.map((error, n) => ({ path: `x.org/p${String(n)}`, error, imports: [] }))).map(
      ({ code, subject }) => `${code} ${subject}`,
    );

  it('each cause once', () => {
    const missing = 'm.go:1:8: no required module provides package x.org/none; to add it:\n\tgo get x.org/none';
    expect(told(missing, missing)).toEqual(['package-missing x.org/none']);
  });

  it('what its files say is about the package', () => {
    expect(told('x.go:1:1: expected package', 'the moon is full')).toEqual([
      'package-error x.org/p0',
      'package-error x.org/p1',
    ]);
  });

  it('sources that could not be had are no sums that are missing: go.sum was completed on a copy', () => {
    expect(told('m.go:1:8: missing go.sum entry for module providing package x.org/a')).toEqual([
      'source-missing x.org/p0',
    ]);
  });

  it('ambiguous imports, cycles and the network are told elsewhere, or not at all', () => {
    expect(
      told(
        'ambiguous import: found package a in multiple modules',
        'import cycle not allowed',
        'module lookup disabled by GOPROXY=off',
      ),
    ).toEqual([]);
  });
});
