/** `npm run long [-- PART…]`: runs test/faults/long.ts; what its parts are is said there. Takes a quarter of an hour. */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/faults/long.ts', process.argv.slice(2), ['--expose-gc']);
