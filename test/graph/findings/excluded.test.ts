/** A go.mod that requires what is excluded. */
import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../graph/findings/index.ts';
import { found, main, modelWith } from './found.ts';

const a1 = { path: 'a', version: 'v1.0.0' };

/** What beside says of requirements that go dropped. */
const dropped = (...names: readonly string[]) =>
  names.map((name) => {
    const [from = '', version = ''] = name.split(' ');
    return { from, path: 'a', version };
  });

describe('excluded-require', () => {
  it('says who excludes it, and marks what is selected of the path', () => {
    const mains = [main({ require: [a1, { path: 'b', version: 'v1.0.0' }], exclude: [a1] })];
    expect(found(modelWith('m b@v1.0.0\nb@v1.0.0 a@v1.1.0', { records: { mains } }), 'excluded-require')).toEqual([
      {
        code: 'excluded-require',
        severity: 'warn',
        subject: 'a@v1.0.0',
        evidence: 'The go.mod of m requires a@v1.0.0, which it excludes as well: go drops the requirement.',
        remedy: 'Require another version, or take the exclude line out. [go mod edit -dropexclude=a@v1.0.0]',
        nodes: [0],
      },
    ]);
    expect(found(modelWith('m b@v1.0.0', { records: { mains } }), 'excluded-require')[0]?.nodes).toEqual([]);
  });

  it('names the other member of a workspace that excludes it', () => {
    const mains = [main({ dir: 'm', require: [a1] }), main({ path: 'n', dir: 'x/n', exclude: [a1] })];
    const [finding] = found(modelWith('m b@v1.0.0\nn b@v1.0.0', { records: { mains } }), 'excluded-require');
    expect(finding?.evidence).toBe(
      'The go.mod of m requires a@v1.0.0, which the go.mod of n excludes: go drops the requirement.',
    );
    expect(finding?.remedy).toContain('[go mod edit -dropexclude=a@v1.0.0 x/n/go.mod]');
  });

  it.each([
    [['b v1.0.0'], ' b requires it as well.'],
    [['c v1.0.0', 'b v1.0.0'], ' b and c require it as well.'],
    [['d v1.0.0', 'c v1.0.0', 'b v1.0.0', 'b v1.0.0'], ' b, c and d require it as well.'],
    [['e v1.0.0', 'd v1.0.0', 'c v1.0.0', 'b v1.0.0'], ' b, c, d and 1 more require it as well.'],
    [['b v1.5.0'], ''],
  ])('counts with it what else requires the same: %j', (names, words) => {
    const mains = [main({ require: [a1], exclude: [a1, { path: 'a', version: 'v1.5.0' }] })];
    const model = modelWith('m b@v1.0.0', { records: { mains }, beside: { dropped: dropped(...names) } });
    expect(found(model, 'excluded-require')[0]?.evidence).toBe(
      `The go.mod of m requires a@v1.0.0, which it excludes as well: go drops the requirement.${words}`,
    );
  });

  it('is not found where another version, or another path, is excluded', () => {
    const exclude = [
      { path: 'a', version: 'v1.0.1' },
      { path: 'b', version: 'v1.0.0' },
    ];
    const records = { mains: [main({ require: [a1], exclude })] };
    expect(found(modelWith('m a@v1.0.0', { records }), 'excluded-require')).toEqual([]);
  });
});

it('a conflict lists the excluded versions that something asks for, newest first, and by whom', () => {
  const model = modelWith('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0', {
    beside: { dropped: dropped('c v1.9.0', 'b v1.10.0', 'b v1.9.0') },
  });
  expect(findConflicts(model)[0]?.dropped).toEqual([
    { version: 'v1.10.0', by: ['b'] },
    { version: 'v1.9.0', by: ['b', 'c'] },
  ]);
});
