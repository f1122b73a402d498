/** How a conflict is told: what won over what, and who in the build list asks across a jump. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../lines.ts';
import { found, main, type Told } from './found.ts';

const told = (...lines: readonly string[]): Told | undefined =>
  found(modelOf(lines.join('\n')), 'superseded').find((one) => one.subject.startsWith('a'));

it('a plain one is information: what won, and over what, newest first', () => {
  expect(told('m a@v1.3.0', 'm b@v1.0.0', 'b@v1.0.0 a@v1.2.0', 'm c@v1.0.0', 'c@v1.0.0 a@v1.1.0')).toEqual({
    code: 'superseded',
    severity: 'info',
    subject: 'a@v1.3.0',
    evidence: 'v1.3.0 won over 2 other versions: v1.2.0, v1.1.0.',
    remedy: 'No action is needed unless tests fail: go builds the highest version that is required. [modscope why a]',
    nodes: [2],
  });
});

describe('a jump', () => {
  it('across a major warns', () => {
    expect(told('m a@v3.0.0+incompatible', 'm b@v1.0.0', 'b@v1.0.0 a@v2.0.0+incompatible')).toMatchObject({
      severity: 'warn',
      evidence:
        'v3.0.0+incompatible won over 1 other version: v2.0.0+incompatible. b@v1.0.0 requires v2.0.0+incompatible, across a major version.',
    });
  });

  it('across a v0 minor warns, and names the asker that is farthest away', () => {
    const asking = ['m b@v1.0.0', 'b@v1.0.0 a@v0.3.0', 'm c@v1.0.0', 'c@v1.0.0 a@v0.2.0', 'm d@v1.0.0'];
    expect(told('m a@v0.5.0', ...asking)).toMatchObject({
      severity: 'warn',
      evidence:
        'v0.5.0 won over 2 other versions: v0.3.0, v0.2.0. c@v1.0.0 requires v0.2.0, across a v0 minor version, which may break.',
    });
    expect(told('m a@v0.5.0', ...asking, 'd@v1.0.0 a@v0.2.0')?.evidence).toContain(
      ' c@v1.0.0 and 1 more require v0.2.0,',
    );
  });

  it('to or from a pre-release is only told, of the version that is of the other kind', () => {
    expect(told('m a@v1.3.0', 'm b@v1.0.0', 'b@v1.0.0 a@v1.3.0-rc.1', 'm c@v1.0.0', 'c@v1.0.0 a@v1.1.0')).toMatchObject(
      {
        severity: 'info',
        evidence:
          'v1.3.0 won over 2 other versions: v1.3.0-rc.1, v1.1.0. b@v1.0.0 requires v1.3.0-rc.1, across a pre-release.',
      },
    );
    expect(
      told('m a@v1.3.0-rc.2', 'm b@v1.0.0', 'b@v1.0.0 a@v1.3.0-rc.1', 'm c@v1.0.0', 'c@v1.0.0 a@v1.1.0')?.evidence,
    ).toMatch(/ c@v1\.0\.0 requires v1\.1\.0, across a pre-release\.$/);
  });

  it('counts only where a version of the build list asks: of several askers, one that is built', () => {
    const evidence = told(
      'm a@v0.5.0',
      'm b@v1.0.0',
      'b@v1.0.0 a@v0.3.0',
      'm c@v1.1.0',
      'b@v1.0.0 c@v1.0.0',
      'c@v1.0.0 a@v0.2.0',
      'c@v1.0.0 a@v0.3.0',
    )?.evidence;
    expect(evidence).toBe(
      'v0.5.0 won over 2 other versions: v0.3.0, v0.2.0. b@v1.0.0 requires v0.3.0, across a v0 minor version, which may break.',
    );
  });
});

it.each([
  [6, 'v1.6.0, v1.5.0, v1.4.0, v1.3.0, v1.2.0, v1.1.0.'],
  [7, 'v1.7.0, v1.6.0, v1.5.0, v1.4.0, v1.3.0, v1.2.0 and 1 more.'],
])('names six versions that lost, of %i', (count, words) => {
  const asking = Array.from({ length: count }, (_, i) => [`m b${i}@v1.0.0`, `b${i}@v1.0.0 a@v1.${i + 1}.0`]).flat();
  expect(told('m a@v1.9.0', ...asking)?.evidence).toBe(`v1.9.0 won over ${count} other versions: ${words}`);
});

it('versions of a main module: it stands for them itself, and none of them jumps', () => {
  const [finding] = found(modelOf('m a@v1.0.0\na@v1.0.0 m@v0.2.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 m@v0.9.0'), 'superseded');
  expect(finding).toMatchObject({
    severity: 'info',
    subject: 'm',
    evidence: 'The main module itself is built in place of 2 other versions: v0.9.0, v0.2.0.',
  });
});

it('what go.mod declares too low has a finding of its own', () => {
  const mains = [main({ require: [{ path: 'a', version: 'v0.1.0' }] })];
  expect(found(modelOf('m a@v0.3.0\nm b@v1.0.0\nb@v1.0.0 a@v0.2.0', { mains }), 'superseded')).toEqual([]);
});
