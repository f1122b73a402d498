/** Runs a benchmark: `node scripts/bench.mjs NAME …` bundles bench/NAME.ts (Node 20 reads no TypeScript) and starts it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [name = '', ...rest] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
if (!/^[\w-]+$/.test(name) || !existsSync(`${root}bench/${name}.ts`)) {
  console.error(`usage: node scripts/bench.mjs NAME, where bench/NAME.ts is a benchmark; '${name}' is not`);
  process.exit(2);
}
// Inside node_modules, so that the packages it leaves outside are found as from the sources.
const outDir = `${root}node_modules/.cache/modscope-bench-${process.pid}`;
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { ssr: `bench/${name}.ts`, outDir, emptyOutDir: true, target: 'node20', sourcemap: 'inline', minify: false },
});
const run = spawnSync(process.execPath, ['--enable-source-maps', `${outDir}/${name}.js`, ...rest], {
  cwd: root,
  stdio: 'inherit',
});
await rm(outDir, { recursive: true, force: true });
process.exitCode = run.status ?? 1;
