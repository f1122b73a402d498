/** `npm run schema`: writes the JSON Schemas in docs/ anew, from the schemas that check a snapshot, a policy and what unimport and versions print. */
import { writeFileSync } from 'node:fs';
import { configSchemaText } from './config-schema.ts';
import { snapshotSchemaText } from './snapshot-schema.ts';
import { unimportSchemaText } from './unimport-schema.ts';
import { versionsSchemaText } from './versions-schema.ts';

writeFileSync('docs/snapshot.schema.json', snapshotSchemaText());
writeFileSync('docs/config.schema.json', configSchemaText());
writeFileSync('docs/unimport.schema.json', unimportSchemaText());
writeFileSync('docs/versions.schema.json', versionsSchemaText());
