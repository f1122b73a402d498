/** `npm start [-- DIR …]`: modscope from the checkout; without arguments it shows a recorded real module. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './fresh.mjs';

await buildIfStale();
const given = process.argv.slice(2);
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
// npm runs scripts in the folder of the package; a folder in the arguments is meant from where the user stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
const child = spawn(process.execPath, [main, ...(given.length > 0 ? given : ['--sample', 'kubectl'])], {
  cwd,
  stdio: 'inherit',
});
// A terminal sends these to the child too; from elsewhere they reach only us. modscope ends itself within two seconds.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (status, signal) => {
  process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 143);
});
