/** What of a load failed, and where two build lists differ; what go refuses is told in refused/. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../../graph/findings/index.ts';
import { modelOf } from '../lines.ts';
import { found, toldOf, type Told } from './found.ts';

function told(code: string, subject: string, text: string): Told {
  const findings = findFindings(modelOf('m a@v1.0.0\nm b@v1.0.0', { problems: [{ code, subject, text }] }));
  expect(findings).toHaveLength(1);
  return toldOf(findings[0]!);
}

const ofLoad = 'This is the message of the command that failed; everything else was loaded and is shown.';

it('go’s words stand on one line, and the node that they are about is marked', () => {
  expect(told('load-error', 'b@v1.0.0', 'reading it:\n\t403 Forbidden  \n\n gone')).toEqual({
    code: 'load-error',
    severity: 'error',
    subject: 'b@v1.0.0',
    evidence: 'reading it: 403 Forbidden gone',
    remedy: ofLoad,
    nodes: [1],
  });
});

describe('the remedy of', () => {
  it('a build list that is another', () => {
    expect(told('selection-differs', 'a@v1.0.0', 'as it is')).toMatchObject({
      remedy: 'Load again; if it stays, tell us: modscope and go must agree.',
      nodes: [0],
    });
  });

  it('a code that this version does not know is that of a load error', () => {
    expect(told('of-tomorrow', 'x', 'as it is')).toMatchObject({ code: 'load-error', remedy: ofLoad });
  });
});

it('several problems of one subject are told each', () => {
  const problems = ['one', 'two'].map((text) => ({ code: 'load-error', subject: 'a@v1.0.0', text }));
  expect(found(modelOf('m a@v1.0.0', { problems }), 'load-error').map((one) => one.evidence)).toEqual(['one', 'two']);
});

it('where go refuses the module, which says why, a load that is not whole is a warning', () => {
  const problems = [
    { code: 'load-error', subject: 'requirements', text: 'not read' },
    { code: 'version-missing', subject: 'a@v1.0.0', text: 'a@v1.0.0: no such file or directory' },
  ];
  const all = findFindings(modelOf('m a@v1.0.0', { problems }));
  expect(all.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error version-missing', 'warn load-error']);
});

describe('go.mod files that are not at hand', () => {
  const unknown = { code: 'requirements-unknown', subject: 'b@v1.0.0', text: 'What b@v1.0.0 requires is not known.' };
  const missing = { code: 'version-missing', subject: 'a@v1.0.0', text: 'a@v1.0.0: no such file' };
  const told = (...problems: (typeof missing)[]) =>
    findFindings(modelOf('m a@v1.0.0\nm b@v1.0.0', { problems })).map(
      ({ severity, code, evidence }) => `${severity} ${code}: ${evidence}`,
    );

  it('follow from what go refuses: one cause, one finding', () => {
    expect(told(missing, unknown)).toEqual([
      'error version-missing: There is no a@v1.0.0 (required by m): a@v1.0.0: no such file. What b@v1.0.0 requires is not known.',
    ]);
  });

  it('are told once where go refuses several things', () => {
    const all = told(unknown, missing, { ...missing, subject: 'c@v1.0.0' });
    expect(all).toHaveLength(2);
    expect(all.filter((one) => one.endsWith('is not known.'))).toHaveLength(1);
  });

  it('are a load error where nothing that go refuses is told', () => {
    expect(told(unknown)).toEqual(['error load-error: What b@v1.0.0 requires is not known.']);
    expect(told(unknown, { ...missing, code: 'load-error', text: 'no network' })).toHaveLength(2);
  });
});

describe('a source that could not be had', () => {
  const source = {
    code: 'source-missing',
    subject: 'a/sub',
    text: 'missing go.sum entry for module providing package',
  };
  const told = (code: string, subject: string) =>
    findFindings(modelOf('m a@v1.0.0', { problems: [source, { code, subject, text: 'as go says' }] })).map(
      (one) => `${one.code}: ${one.evidence}`,
    );

  it.each([
    ['go-sum-missing', 'a@v1.0.0'],
    ['version-missing', 'a@v1.0.0'],
    ['module-unreachable', 'a@v1.0.0'],
  ])('is told with %s, which says why', (code, subject) => {
    const all = told(code, subject);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(new RegExp(`^${code}: .* The source of a/sub could not be had\\.$`));
  });

  it.each([
    ['version-missing', 'ab@v1.0.0'],
    ['package-error', 'a/sub'],
  ])('stands for itself beside %s of %s', (code, subject) => {
    expect(told(code, subject)).toContain(`load-error: ${source.text}`);
  });
});
