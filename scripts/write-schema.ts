/** `npm run schema`: writes the JSON Schemas in docs/ anew, from the schemas that check a snapshot and a policy. */
import { writeFileSync } from 'node:fs';
import { configSchemaText } from './config-schema.ts';
import { snapshotSchemaText } from './snapshot-schema.ts';

writeFileSync('docs/snapshot.schema.json', snapshotSchemaText());
writeFileSync('docs/config.schema.json', configSchemaText());
