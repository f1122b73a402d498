/** Runs a benchmark: `npm run bench -- NAME …` starts bench/NAME.ts. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runBundled } from './bundled.mjs';

const [name = '', ...rest] = process.argv.slice(2);
if (!/^[\w-]+$/.test(name) || !existsSync(fileURLToPath(new URL(`../bench/${name}.ts`, import.meta.url)))) {
  console.error(`usage: npm run bench -- NAME, where bench/NAME.ts is a benchmark; '${name}' is not`);
  process.exit(2);
}
process.exitCode = await runBundled(`bench/${name}.ts`, rest);
