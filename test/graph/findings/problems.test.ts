/** What go could not load: each with what can be done about just that. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../../graph/findings/index.ts';
import { modelOf } from '../lines.ts';
import { found, toldOf, type Told } from './found.ts';

function told(code: string, subject: string, text: string): Told {
  const findings = findFindings(modelOf('m a@v1.0.0\nm b@v1.0.0', { problems: [{ code, subject, text }] }));
  expect(findings).toHaveLength(1);
  return toldOf(findings[0]!);
}

const remedy = (subject: string, text: string, code = 'load-error'): string => told(code, subject, text).remedy;

it('go’s words stand on one line, and the node that they are about is marked', () => {
  expect(told('load-error', 'b@v1.0.0', 'reading it:\n\t403 Forbidden  \n\n gone')).toEqual({
    code: 'load-error',
    severity: 'error',
    subject: 'b@v1.0.0',
    evidence: 'reading it: 403 Forbidden gone',
    remedy:
      'If there is such a version, look at GOPROXY, GOPRIVATE and the network, and load again. [go mod download b@v1.0.0]',
    nodes: [1],
  });
});

it.each(['m', 'go.mod', 'a@latest', 'a b@v1.0.0', 'go list -m b@v1.0.0', '@v1.0.0'])(
  'what is no module version (%s) is not to be downloaded',
  (subject) => {
    expect(remedy(subject, 'it failed')).toBe('Go’s own words say what it lacks.');
  },
);

it('a vendor folder that does not fit is laid anew', () => {
  expect(remedy('vendor', 'go: inconsistent vendoring in .:\n\ta@v1.0.0: is explicitly required')).toBe(
    'Lay the vendor folder anew. [go mod vendor] [go work vendor]',
  );
});

describe('the remedy of', () => {
  it.each([
    ['selection-differs', 'Load again; if it stays, tell us: modscope and go must agree.'],
    ['checksum-mismatch', 'Do not go on before you know why: the module, or go.sum, is not what it was.'],
    ['go-too-new', 'Install a newer Go, or let go fetch one: --toolchain auto.'],
    [
      'workspace-use-missing',
      'Restore its go.mod, or take the folder out of go.work. [go work edit -dropuse=./a@v1.0.0] [go work edit -dropuse=a@v1.0.0]',
    ],
  ])('%s', (code, words) => {
    expect(told(code, 'a@v1.0.0', 'as it is')).toMatchObject({ code, remedy: words, nodes: [0] });
  });

  it('a code that this version does not know is that of a load error', () => {
    expect(told('of-tomorrow', 'x', 'as it is')).toMatchObject({
      code: 'load-error',
      remedy: 'Go’s own words say what it lacks.',
    });
  });

  it('members that replace one module differently names go’s first', () => {
    const text = 'conflicting replacements for a:\n\t/x/one\n\t/x/two\nuse "go work edit -replace a=[override]" …';
    expect(remedy('a', text, 'workspace-replace-conflict')).toBe(
      'Say in go.work which replacement counts. [go work edit -replace=a=/x/one]',
    );
    expect(remedy('a', 'in other words', 'workspace-replace-conflict')).toBe(
      'Say in go.work which replacement counts.',
    );
  });

  it('a folder that is not there is to check it out', () => {
    const text = 'a@v1.0.0 (replaced by ../a): reading ../a/go.mod: open ../a/go.mod: no such file or directory';
    expect(remedy('a@v1.0.0', text)).toBe(
      'Check out the folder that the replace line names too: often it is in the same repository.',
    );
    expect(remedy('a@v1.0.0', 'a@v1.0.0: reading a/go.mod at revision v1.0.0: gone')).toContain('go mod download');
  });

  it('a module that calls itself otherwise is to require it so, or to replace it', () => {
    const text = (was: string): string =>
      `parsing go.mod:\n\tmodule declares its path as: new.org/a\n\t        but was required as: ${was}`;
    expect(remedy('old.org/a@v1.2.0', text('old.org/a'))).toBe(
      'Require new.org/a instead; where another module requires it by the old path, a replace line stands in. [go mod edit -replace=old.org/a@v1.2.0=new.org/a@v1.2.0]',
    );
    expect(remedy('old.org/a', text('old.org/a'))).toBe('Go’s own words say what it lacks.');
    expect(remedy('@v1.2.0', text('old.org/a'))).toBe('Go’s own words say what it lacks.');
  });

  it('a go line of go.work that is too low is go’s own command', () => {
    const lists = 'module x listed in go.work file requires go >= 1.23, but go.work lists go 1.21; to update it:';
    expect(remedy('go.work', `${lists}\n\tgo work use`)).toBe('Raise the go line of go.work. [go work use]');
    expect(remedy('go.work', `${lists} go work use ./x\n`)).toBe('Raise the go line of go.work. [go work use ./x]');
  });
});

it('several problems of one subject are told each', () => {
  const problems = ['one', 'two'].map((text) => ({ code: 'load-error', subject: 'a@v1.0.0', text }));
  expect(found(modelOf('m a@v1.0.0', { problems }), 'load-error').map((one) => one.evidence)).toEqual(['one', 'two']);
});
