/** Of each cause what is told, and what may mend it. */
import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../../../graph/model/verdict.ts';
import type { Records } from '../../../../graph/snapshot/records.ts';
import { found, main, type Told } from '../found.ts';
import { modelOfVerdict, refusal, refuses } from './refused.ts';

const work: Partial<Records> = {
  mains: [main({ path: 'x.org/app', dir: 'app' })],
  work: { go: '1.22', use: ['app'], replace: [] },
};

function told(code: RefusalCode, subject: string, text: string, records: Partial<Records> = {}): Told | undefined {
  const lines = records.work === undefined ? 'm a@v1.0.0' : 'x.org/app a@v1.0.0';
  return found(modelOfVerdict({ graph: refuses(refusal(code, subject, { text })) }, records, lines), code)[0];
}

it.each<[string, RefusalCode, string, string, string]>([
  [
    'a path that the go.mod does not declare',
    'path-mismatch',
    'a@v1.0.0',
    'parsing go.mod:\n\tmodule declares its path as: b\n\t        but was required as: a',
    '[go mod edit -replace=a@v1.0.0=b@v1.0.0]',
  ],
  [
    'a godebug of go.mod',
    'unknown-godebug',
    'no',
    'errors parsing go.mod:\ngo.mod:5: unknown godebug "no"',
    '[go mod edit -dropgodebug=no]',
  ],
  [
    'a replace line twice',
    'workspace-replace-conflict',
    'a',
    'conflicting replacements for a:\n\t../one\n\t../two',
    'Keep one of the replace lines. [go mod edit -replace=a=../one]',
  ],
  ['a vendor folder', 'vendor-out-of-step', 'vendor', 'inconsistent vendoring in .:', '[go mod vendor]'],
  [
    'a line of go.mod',
    'file-unreadable',
    'go.mod',
    'errors parsing go.mod:\ngo.mod:3: unknown directive: x',
    'Correct the line: see go.dev/ref/mod for the syntax.',
  ],
  [
    'a line of a dependency',
    'file-unreadable',
    'a@v1.0.0',
    'a@v1.0.0: parsing go.mod: go.mod:5: syntax error',
    'The line stands in the go.mod of a@v1.0.0: require another version of that.',
  ],
  [
    'v2 without /v2',
    'major-suffix-missing',
    'a',
    'go.mod:5: require a: version "v2.0.0" invalid: should be v0 or v1, not v2',
    'require a/v2 (or /v3 …)',
  ],
  [
    'v2 without /v2 in a dependency',
    'major-suffix-missing',
    'a',
    'b@v1.0.0: parsing go.mod: go.mod:3: require a: version "v2.0.0" invalid: should be v0 or v1, not v2',
    'The line stands in the go.mod of b@v1.0.0',
  ],
])('%s', (_, code, subject, text, remedy) => {
  expect(told(code, subject, text)?.remedy).toContain(remedy);
});

it.each<[string, RefusalCode, string, string, string]>([
  [
    'a godebug of a member',
    'unknown-godebug',
    'no',
    'errors parsing app/go.mod:\napp/go.mod:5: unknown godebug "no"',
    '[go mod edit -dropgodebug=no app/go.mod]',
  ],
  [
    'a godebug of go.work',
    'unknown-godebug',
    'no',
    'error loading go.work:\n./go.work:5: unknown godebug "no"',
    '[go work edit -dropgodebug=no]',
  ],
  [
    'replacements of members that differ',
    'workspace-replace-conflict',
    'a',
    'conflicting replacements for a:\n\t./one\n\t./two',
    'Say in go.work which replacement counts. [go work edit -replace=a=./one]',
  ],
  ['a vendor folder', 'vendor-out-of-step', 'vendor', 'inconsistent vendoring in .:', '[go work vendor]'],
  [
    'a go line',
    'workspace-go-line',
    'go.work',
    'module app listed in go.work file requires go >= 1.22, but go.work lists go 1.21; to update it:\n\tgo work use',
    '[go work use]',
  ],
  [
    'a member that is replaced',
    'workspace-main-replaced',
    'x.org/app',
    'workspace module x.org/app is replaced at all versions',
    '[go work edit -dropreplace=x.org/app]',
  ],
])('in a workspace: %s', (_, code, subject, text, remedy) => {
  expect(told(code, subject, text, work)?.remedy).toContain(remedy);
});

describe('a package that no module provides', () => {
  const missing = (subject: string, records: Partial<Records> = {}, beside = {}) =>
    found(
      modelOfVerdict(
        { build: refuses(refusal('package-missing', subject, { by: ['main.go'] })) },
        records,
        'm a@v1.0.0',
        beside,
      ),
      'package-missing',
    )[0];

  it.each([
    ['x.org/b/sub', 'Require the module that provides it; go mod tidy looks for it.'],
    ['m/gen', 'The package is missing from the main module itself'],
    ['encoding/yaml', 'No package of the standard library has that name'],
  ])('%s', (subject, words) => {
    expect(missing(subject)?.remedy).toContain(words);
    expect(missing(subject)?.evidence).toContain(`the package ${subject} (needed by main.go)`);
  });

  it('names the exclude line that keeps its only version out', () => {
    const records = { mains: [main({ exclude: [{ path: 'x.org/b', version: 'v1.0.0' }] })] };
    const dropped = [{ from: 'a@v1.0.0', path: 'x.org/b', version: 'v1.0.0' }];
    expect(missing('x.org/b/sub', records, { dropped })).toMatchObject({
      evidence: expect.stringContaining('a@v1.0.0 requires x.org/b@v1.0.0, which the go.mod of m excludes') as string,
      remedy:
        'Require another version of it yourself, or take the exclude line out of go.mod. [go mod edit -dropexclude=x.org/b@v1.0.0]',
    });
    // An excluded version of another module has nothing to do with it.
    expect(missing('x.org/c', records, { dropped })?.evidence).not.toContain('excludes');
  });
});
