/** Runs test/fuzz/main.ts; what its arguments are is said there. */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/fuzz/main.ts', process.argv.slice(2));
