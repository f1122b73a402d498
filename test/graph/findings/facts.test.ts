/** What the network says of the build list: retracted, deprecated, outdated. */
import { describe, expect, it } from 'vitest';
import { inOneLine, selectedFacts } from '../../../graph/findings/facts.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import type { ModuleFact } from '../../../graph/snapshot/types.ts';
import { found, main, modelWith } from './found.ts';

const a1 = { path: 'a', version: 'v1.1.0' };
const b1 = { path: 'b', version: 'v1.0.0' };
const told = (fact: ModuleFact, records: Partial<Records> = {}) =>
  modelWith('m a@v1.1.0\na@v1.1.0 b@v1.0.0\nm go@1.22', { records, snapshot: { facts: [fact] } });

describe('inOneLine', () => {
  it.each([
    ['  a\n\tb  c ', 'a b c'],
    ['Use x...', 'Use x'],
    ['a. b.', 'a. b'],
    ['', ''],
    ['x'.repeat(240), 'x'.repeat(240)],
    ['x'.repeat(241), `${'x'.repeat(240)}…`],
    ['😀'.repeat(241), `${'😀'.repeat(240)}…`],
  ])('%j is %j', (text, line) => {
    expect(inOneLine(text)).toBe(line);
  });
});

it('facts are joined to the nodes of the build list, in their order; others are left aside', () => {
  const facts = [b1, { path: 'a', version: 'v1.0.0' }, a1, { path: 'gone', version: 'v1.0.0' }];
  const model = modelWith('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nm go@1.22', { snapshot: { facts } });
  expect(selectedFacts(model).map(({ node, name }) => [node, name])).toEqual([
    [1, 'a@v1.1.0'],
    [2, 'b@v1.0.0'],
  ]);
  expect(selectedFacts(modelWith('m a@v1.1.0', {}))).toEqual([]);
});

describe('deprecated', () => {
  it('what a main module requires can be dropped when it is imported no more', () => {
    expect(found(told({ ...a1, deprecated: 'Use x.\nSoon.' }), 'deprecated')).toEqual([
      {
        code: 'deprecated',
        severity: 'warn',
        subject: 'a@v1.1.0',
        evidence: 'The author calls a deprecated: Use x. Soon.',
        remedy: 'Move to what its author names; once no package of it is imported any more, its line can go.',
        nodes: [0],
      },
    ]);
  });

  it('of what others require, it is for them to do', () => {
    expect(found(told({ ...b1, deprecated: 'Gone' }), 'deprecated')).toMatchObject([
      { remedy: 'Newer versions of the modules that require it may not need it. [modscope why b]', nodes: [1] },
    ]);
  });

  it('a word is enough, even an empty one', () => {
    expect(found(told({ ...a1, deprecated: '' }), 'deprecated')).toHaveLength(1);
  });
});

it('several retractions of a version are one finding', () => {
  expect(found(told({ ...a1, retracted: ['one.', 'two.'] }), 'selected-retracted')).toEqual([
    {
      code: 'selected-retracted',
      severity: 'high',
      subject: 'a@v1.1.0',
      evidence: 'The author retracted a@v1.1.0: one; two.',
      remedy:
        'Every known higher version is retracted: what is left is a lower version, or to do without the module. [go get a@latest]',
      nodes: [0],
    },
  ]);
  expect(found(told({ ...a1, retracted: [] }), 'selected-retracted')).toEqual([]);
});

it('where go.mod excludes what would be left, that is said', () => {
  const exclude = [
    { path: 'a', version: 'v1.2.0' },
    { path: 'b', version: 'v9.0.0' },
  ];
  expect(
    found(told({ ...a1, retracted: ['one'] }, { mains: [main({ exclude })] }), 'selected-retracted'),
  ).toMatchObject([
    {
      remedy:
        'Every known higher version is retracted, or excluded in go.mod (v1.2.0): what is left is a lower version, or to do without the module. [go get a@latest]',
    },
  ]);
});

describe('update-available', () => {
  const fact = { ...a1, update: 'v1.2.0' };

  it('is information, with the command', () => {
    expect(found(told(fact), 'update-available')).toEqual([
      {
        code: 'update-available',
        severity: 'info',
        subject: 'a@v1.1.0',
        evidence: 'v1.2.0 of a exists; v1.1.0 is selected.',
        remedy: 'It can be raised to v1.2.0. [go get a@v1.2.0]',
        nodes: [0],
      },
    ]);
  });

  it('of what is replaced says so', () => {
    const listed = [{ ...a1, replace: { path: './a' } }];
    expect(found(told(fact, { listed }), 'update-available')).toMatchObject([
      {
        evidence: 'v1.2.0 of a exists; v1.1.0 is selected, and replaced.',
        remedy: 'A replace line stands for it: look whether it is still needed before you raise the version.',
      },
    ]);
  });

  it.each([
    [
      'the member that requires it',
      [main({ dir: 'm' }), main({ path: 'n', dir: 'n', require: [a1] })],
      'go -C n get a',
    ],
    ['the first one, where none does', [main({ dir: 'x' }), main({ path: 'n', dir: 'n' })], 'go -C x get a'],
    ['one in the root folder, as it is', [main(), main({ path: 'n', dir: 'n' })], 'go get a'],
  ])('in a workspace go get is for %s', (_, mains, words) => {
    const work = { use: mains.map((one) => one.dir), replace: [] };
    expect(found(told(fact, { mains, work }), 'update-available')[0]?.remedy).toBe(
      `It can be raised to v1.2.0. [${words}@v1.2.0]`,
    );
  });

  it('outside of a workspace it is typed in the folder of go.mod, wherever that is', () => {
    expect(found(told(fact, { mains: [main({ dir: 'sub' })] }), 'update-available')[0]?.remedy).toContain('[go get a');
  });
});
