import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unimportSchemaText } from '../../scripts/unimport-schema.ts';

it('docs/unimport.schema.json is the schema that the output of what-if --unimport is held against (npm run schema writes it anew)', () => {
  const file = new URL('../../docs/unimport.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(unimportSchemaText());
});
