/** The JSON Schema of a snapshot, made from the valibot schema that checks one: they cannot drift apart. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { snapshotSchema } from '../graph/snapshot/schema.ts';

/** Text of docs/snapshot.schema.json. A test holds the file against it; `npm run schema` writes it anew. */
export function snapshotSchemaText(): string {
  const schema = toJsonSchema(snapshotSchema, { target: 'draft-2020-12' });
  const whole = {
    ...schema,
    title: 'modscope snapshot, format 1',
    description: 'A recorded module graph; docs/snapshot.md says what each part is.',
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
