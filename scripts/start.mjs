/** `npm start [-- DIR …]`: modscope from the checkout; where nothing says what to show it shows a recorded real module. */
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './fresh.mjs';
import { standWhereTheUserDoes } from './where.mjs';

if (!buildIfStale()) process.exit(1);
const main = new URL('../dist/main.js', import.meta.url);
process.argv = [process.argv[0], fileURLToPath(main), ...process.argv.slice(2)];
// Which flags take a value only modscope itself knows, so it is told what to show where none of them and no folder says it.
process.env.MODSCOPE_OR_SAMPLE ??= 'kubectl';
standWhereTheUserDoes();
// In this process, not below it: a signal then has one receiver.
await import(main.href);
