import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { versionsSchemaText } from '../../scripts/versions-schema.ts';

it('docs/versions.schema.json is the schema that the output of versions is held against (npm run schema writes it anew)', () => {
  const file = new URL('../../docs/versions.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(versionsSchemaText());
});
