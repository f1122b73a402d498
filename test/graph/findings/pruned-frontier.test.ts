/** Where pruning ends the graph. */
import { expect, it } from 'vitest';
import { found, modelWith, type Told } from './found.ts';

function told(count: number): Told[] {
  const names = Array.from({ length: count }, (_, i) => `p${String(i).padStart(4, '0')}@v1.0.0`);
  return found(
    modelWith(['m a@v1.0.0', ...names.map((name) => `m ${name}`)].join('\n'), {
      beside: { frontier: names.map((name) => ({ name, requires: 1 })) },
    }),
    'pruned-frontier',
  );
}

it('is one finding on the main module, which marks all of them', () => {
  expect(told(2)).toEqual([
    {
      code: 'pruned-frontier',
      severity: 'info',
      subject: 'm',
      evidence: '2 versions have requirements that are not in the graph: p0000@v1.0.0, p0001@v1.0.0.',
      remedy:
        'No action is needed: below a module with a go line of 1.17 or later, go reads one step of requirements and leaves out the rest (graph pruning). [modscope query is:pruned --scope all]',
      nodes: [2, 3],
    },
  ]);
});

it.each([
  [1, '1 version has requirements that are not in the graph: p0000@v1.0.0.'],
  [3, '3 versions have requirements that are not in the graph: p0000@v1.0.0, p0001@v1.0.0, p0002@v1.0.0.'],
  [
    1005,
    '1,005 versions have requirements that are not in the graph: p0000@v1.0.0, p0001@v1.0.0, p0002@v1.0.0 and 1,002 more.',
  ],
])('names three of %i', (count, evidence) => {
  expect(told(count)[0]?.evidence).toBe(evidence);
});

it('nothing is found where the frontier is of another graph', () => {
  const beside = { frontier: [{ name: 'gone@v1.0.0', requires: 3 }] };
  expect(found(modelWith('m a@v1.0.0', { beside }), 'pruned-frontier')).toEqual([]);
});
