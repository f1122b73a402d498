import { expect, it } from 'vitest';
import { receiptWords } from '../../../drawing/scene/receipt.ts';
import { withThousands } from '../../../graph/thousands.ts';
import type { Receipt } from '../../../graph/view/types.ts';

const receipt: Receipt = {
  versions: 304,
  scoped: 159,
  matched: 78,
  boxes: 57,
  requirements: { all: 539, drawn: 82, implied: 435, inside: 22, undrawn: 0 },
  grouped: 'owner',
};

it('says how the view came from the whole', () => {
  expect(receiptWords(receipt)).toEqual({
    steps: ['304 versions', '159 selected', '78 match', '57 boxes'],
    requirements: '82 of 539 requirements shown; hidden: 435 implied, 22 inside groups',
  });
});

it('names the switches for lines that a grouped view leaves out', () => {
  const requirements = { all: 3435, drawn: 1623, implied: 395, inside: 501, undrawn: 916 };
  expect(receiptWords({ ...receipt, requirements }).requirements).toBe(
    '1,623 of 3,435 requirements shown; hidden: 395 implied, 501 inside groups, 916 between groups (fewer with --query, --limit or --collapse)',
  );
});

it('says of the direct picture what its requirements without a line are', () => {
  const requirements = { all: 3435, drawn: 201, implied: 339, inside: 0, undrawn: 2895 };
  expect(receiptWords({ ...receipt, grouped: 'direct', requirements }).requirements).toBe(
    '201 of 3,435 requirements shown; hidden: 339 implied, 2,895 of modules without a box',
  );
});

it('says of a question what runs beside its paths, and what go.mod lists', () => {
  const asked = { all: 40, drawn: 12, implied: 0, inside: 0, undrawn: 0, listed: 8, aside: 20 };
  expect(receiptWords({ ...receipt, grouped: 'none', requirements: asked }).requirements).toBe(
    '12 of 40 requirements shown; hidden: 20 beside the shortest paths, 8 listed // indirect in go.mod',
  );
  const all = { ...asked, all: 12, listed: 0, aside: 0 };
  expect(receiptWords({ ...receipt, requirements: all }).requirements).toBe('12 of 12 requirements shown');
});

it('leaves out what took nothing away, and counts one as one', () => {
  const one = {
    versions: 1,
    scoped: 1,
    matched: 1,
    boxes: 1,
    requirements: { all: 1, drawn: 1, implied: 0, inside: 0, undrawn: 0 },
    grouped: 'none',
  } as const;
  expect(receiptWords(one)).toEqual({ steps: ['1 version', '1 box'], requirements: '1 of 1 requirement shown' });
  expect(receiptWords({ ...one, requirements: { ...one.requirements, all: 2, inside: 1 } }).requirements).toBe(
    '1 of 2 requirements shown; hidden: 1 inside collapsed boxes',
  );
});

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('withThousands(%i) is %s', (count, words) => {
  expect(withThousands(count)).toBe(words);
});
