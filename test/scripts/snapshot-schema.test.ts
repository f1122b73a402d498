import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { snapshotSchemaText } from '../../scripts/snapshot-schema.ts';

it('docs/snapshot.schema.json is the schema that checks a snapshot (npm run schema writes it anew)', () => {
  const file = new URL('../../docs/snapshot.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(snapshotSchemaText());
});
