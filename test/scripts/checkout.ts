/** A checkout whose build is a stub that begins and ends when the test says so: the scripts are the real ones. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { layOut, temporaryFolder } from '../support/tree.ts';

const project = process.cwd();

/** Writes what the scripts expect, then waits until a file `go` is there. `builds` has a line for each build. */
const vite = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
export async function build({ root, configFile, build: { outDir } }) {
  mkdirSync(outDir, { recursive: true });
  const top = new URL('../../', import.meta.url).pathname;
  if (configFile.endsWith('vite.config.ts')) appendFileSync(top + 'builds', process.pid + '\\n');
  writeFileSync(outDir + '/third-party.json', '[]');
  writeFileSync(outDir + '/index.html', '<meta charset="utf-8" /><script type="module">1</script>');
  writeFileSync(outDir + '/main.js', 'console.log(JSON.stringify({argv: process.argv.slice(2), cwd: process.cwd(), sample: process.env.MODSCOPE_OR_SAMPLE}))');
  while (!existsSync(top + 'go')) {
    if (!existsSync(top)) process.exit(1);
    await setTimeout(10);
  }
  if (existsSync(top + 'fail')) throw new Error('the build failed');
}
`;

export interface Checkout {
  readonly folder: string;
  /** Lets builds end. */
  readonly go: () => void;
  readonly builds: () => string[];
  /** `npm start -- ARGUMENTS` without npm. */
  readonly start: (args: readonly string[], env?: Readonly<Record<string, string>>) => Started;
}

export interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}

export function checkout(): Checkout {
  const folder = layOut(temporaryFolder(), {
    'package.json': '{"type":"module"}',
    'package-lock.json': '{}',
    'svelte.config.js': '',
    'vite.config.ts': '',
    'vite.config.node.ts': '',
    'cli/main.ts': '',
    'node_modules/vite/package.json': '{"name":"vite","type":"module","exports":"./index.js"}',
    'node_modules/vite/index.js': vite,
  });
  mkdirSync(path.join(folder, 'scripts'));
  for (const name of readdirSync(path.join(project, 'scripts'))) {
    if (name.endsWith('.mjs')) copyFileSync(path.join(project, 'scripts', name), path.join(folder, 'scripts', name));
  }
  for (const name of ['elkjs', '@expo-google-fonts']) {
    symlinkSync(path.join(project, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  const builds = path.join(folder, 'builds');
  return {
    folder,
    go: () => {
      writeFileSync(path.join(folder, 'go'), '');
    },
    builds: () => (existsSync(builds) ? readFileSync(builds, 'utf8').trim().split('\n') : []),
    start: (args, env = {}) => started([path.join(folder, 'scripts', 'start.mjs'), ...args], env),
  };
}

function started(argv: readonly string[], env: Readonly<Record<string, string>>): Started {
  const { npm_lifecycle_event: _, ...own } = process.env;
  const child = spawn(process.execPath, argv, { env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, out: () => out, err: () => err, ended };
}
