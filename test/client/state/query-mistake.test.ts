// @vitest-environment node
/** What is wrong with a query, as the page says it. */
import { expect, it } from 'vitest';
import { mistakeOf } from '../../../client/state/query-mistake.ts';
import { QueryFault } from '../../../graph/query/index.ts';

it('is said without backticks and without the column, which is marked', () => {
  const fault = new QueryFault(3, '`is:imported` needs packages, which this snapshot does not have', {
    hint: 'Run modscope with `--packages` to include them.',
  });
  expect(fault.message).toContain('(column 4)');
  expect(mistakeOf('is:imported', fault)).toEqual({
    message: 'is:imported needs packages, which this snapshot does not have',
    column: 4,
    hint: 'Run modscope with --packages to include them.',
  });
});
