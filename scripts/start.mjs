/** `npm start [-- DIR …]`: modscope from the checkout; without arguments it shows a recorded real module. */
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './fresh.mjs';

if (!buildIfStale()) process.exit(1);
const given = process.argv.slice(2);
const main = new URL('../dist/main.js', import.meta.url);
process.argv = [process.argv[0], fileURLToPath(main), ...(given.length > 0 ? given : ['--sample', 'kubectl'])];
// npm runs scripts in the folder of the package; a folder in the arguments is meant from where the user stands.
process.chdir(process.env.INIT_CWD ?? process.cwd());
// In this process, not below it: a signal then has one receiver.
await import(main.href);
