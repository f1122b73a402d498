/** The JSON Schema of what `what-if --unimport --json` prints, made from the valibot schema that tests hold it against. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { unimportSchema } from '../graph/unimport/schema.ts';

/** Text of docs/unimport.schema.json. A test holds the file against it; `npm run schema` writes it anew. */
export function unimportSchemaText(): string {
  const schema = toJsonSchema(unimportSchema, { target: 'draft-2020-12' });
  const whole = {
    ...schema,
    title: 'modscope what-if --unimport',
    description:
      'What leaves go.mod and the build list once no code imports something; docs/what-if.md says what each part is.',
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
