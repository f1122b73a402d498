/** The JSON Schema of modscope.config.json, made from the valibot schema that checks one: they cannot drift apart. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '../graph/policy/schema.ts';

/** Text of docs/config.schema.json. A test holds the file against it; `npm run schema` writes it anew. */
export function configSchemaText(): string {
  const schema = toJsonSchema(configSchema, { target: 'draft-2020-12' });
  const whole = {
    ...schema,
    title: 'modscope.config.json',
    description: 'The policy of `modscope check`; docs/policy.md says what each part is.',
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
