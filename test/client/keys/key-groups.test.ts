import { expect, it } from 'vitest';
import { keyGroups, rowsOf } from '../../../client/keys/key-groups.ts';
import { keyTable } from '../../../client/keys/keys.ts';

it('every key stands in one part of the list, and no part is empty', () => {
  const listed = keyGroups.flatMap((group) => rowsOf(group));
  expect(listed.length).toBe(keyTable.length);
  expect(new Set(listed)).toEqual(new Set(keyTable));
  for (const group of keyGroups) expect(rowsOf(group).length, group).toBeGreaterThan(2);
});
