/** The JSON Schema of what `versions --json` prints, made from the valibot schema that tests hold it against. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { versionsSchema } from '../graph/published/schema.ts';

/** Text of docs/versions.schema.json. A test holds the file against it; `npm run schema` writes it anew. */
export function versionsSchemaText(): string {
  const schema = toJsonSchema(versionsSchema, { target: 'draft-2020-12' });
  const whole = {
    ...schema,
    title: 'modscope versions',
    description: 'The versions of a module, and how each stands in the graph; docs/versions.md says what each part is.',
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
