/** `npm run schema`: writes docs/snapshot.schema.json anew, from the schema that checks a snapshot. */
import { writeFileSync } from 'node:fs';
import { snapshotSchemaText } from './snapshot-schema.ts';

writeFileSync('docs/snapshot.schema.json', snapshotSchemaText());
