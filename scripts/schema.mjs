/** `npm run schema`: starts scripts/write-schema.ts. */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('scripts/write-schema.ts', []);
