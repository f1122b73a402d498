/**
 * `node scripts/finding-sample.mjs [NAME [FOLDER]]`: lays a sample of samples/findings/ out as a module with a module proxy beside it, in FOLDER or a
 * temporary one, and runs `modscope findings` on it. Without a name it lists the samples.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { buildIfStale } from './fresh.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { module: samples } = await runnerImport(path.join(root, 'test/support/finding-sample.ts'), {
  root,
  configFile: false,
});

const [name, given] = process.argv.slice(2);
const names = samples.findingSampleNames();
if (name === undefined) {
  for (const one of names) console.log(`${one.padEnd(36)}${samples.readFindingSample(one).about[0]}`);
} else if (!names.includes(name)) {
  console.error(`There is no sample ${name}; they are ${names.join(', ')}.`);
  process.exitCode = 2;
} else process.exitCode = show(samples.readFindingSample(name));

function show(sample) {
  if (!buildIfStale()) return 1;
  if (given !== undefined) {
    mkdirSync(given, { recursive: true });
    if (readdirSync(given).length > 0) {
      console.error(`${given} is not empty.`);
      return 2;
    }
  }
  const folder = given === undefined ? mkdtempSync(path.join(os.tmpdir(), 'modscope-sample-')) : path.resolve(given);
  const { shows: env } = samples.layFindingSample(sample, folder);
  const settings = Object.entries(env).map(([key, value]) => `${key}='${value.replaceAll("'", `'\\''`)}'`);
  console.log(`${sample.about.join('\n')}\n`);
  console.log(`Laid out in ${folder}. To try more there:\nexport ${settings.join(' ')}\n`);
  console.log(`cd ${path.join(folder, 'shows')} && modscope findings ${sample.args.join(' ')}\n`);
  return run(path.join(folder, 'shows'), sample, env);
}

function run(cwd, sample, env) {
  const main = path.join(root, 'dist', 'main.js');
  const args = [main, 'findings', ...sample.args];
  return spawnSync(process.execPath, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}
