/** What help, page and docs read of the language: every form, what it means, and an example that finds something. */
import { describe, expect, it } from 'vitest';
import { functionNames } from '../../../graph/query/ast.ts';
import { changeWords, functionWords, operatorWords, otherWords } from '../../../graph/query/words.ts';
import { sampleModel } from '../recorded-model.ts';
import { matches } from './matches.ts';

const kubectl = sampleModel('kubectl');
const all = matches(kubectl, '').length;

describe('the words of the language', () => {
  it('stand in this order, each form once', () => {
    const forms = [...functionWords, ...otherWords, ...changeWords, ...operatorWords].map(({ form }) => form);
    expect(forms).toEqual([
      ...['from(Q) from(Q, 2)', 'to(Q) to(Q, 2)', 'near(Q, 1)', 'between(A, B)', 'shortest(A, B)'],
      ...['alone(Q)', 'dominated(Q)'],
      ...['yaml', 'golang.org/x/...', '*/grpc*', 'path@v1.2.3 path@<v0.23.0', 'depth:<=2', 'limit:200', 'major:split'],
      ...['added: added:k8s.io/...', 'removed:', 'changed:'],
      ...['A B · A & B', 'A | B', '-A', '( )'],
    ]);
  });

  it('name every function', () => {
    expect(functionWords.map(({ name }) => name).sort()).toEqual([...functionNames].sort());
    for (const { name, form } of functionWords) expect(form.startsWith(`${name}(`), form).toBe(true);
  });

  it('say what they mean, no two the same', () => {
    const means = [...functionWords, ...otherWords, ...changeWords, ...operatorWords].map((one) => one.means);
    expect(new Set(means).size).toBe(means.length);
    for (const words of means) expect(words).toMatch(/\w+ \w+/);
  });

  it.each([...functionWords, ...otherWords, ...operatorWords].map(({ form, example }) => [form, example] as const))(
    '%s: %s finds some of kubectl, not all of it',
    (_form, example) => {
      const found = matches(kubectl, example).length;
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThan(all);
    },
  );

  it.each(functionWords.map(({ name, example }) => [name, example] as const))(
    'the example of %s shows it',
    (name, example) => {
      expect(example.startsWith(`${name}(`), example).toBe(true);
    },
  );
});
