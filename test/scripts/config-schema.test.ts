import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { configSchemaText } from '../../scripts/config-schema.ts';

it('docs/config.schema.json is the schema that checks a policy (npm run schema writes it anew)', () => {
  const file = new URL('../../docs/config.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(configSchemaText());
});
