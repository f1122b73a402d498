/** Runs test/conformance/main.ts; what its arguments are is said there. */
import { runBundled } from './bundled.mjs';

process.exitCode = await runBundled('test/conformance/main.ts', process.argv.slice(2));
