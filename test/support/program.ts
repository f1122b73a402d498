/** Programs of ours as processes of their own: Node 20 reads no TypeScript, so vite bundles them first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** Tests and our programs run in the folder of the project. */
const root = process.cwd();

/** Bundles `entry`, relative to the root of the project, into `folder`; gives the file for node. */
export async function programOf(entry: string, folder: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: entry,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'program.js' } },
    },
    ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
  });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  return path.join(folder, 'program.js');
}

/** modscope as it is built, with a page of one line, in `folder`; gives the file for node. */
export async function modscopeProgram(folder: string): Promise<string> {
  mkdirSync(path.join(folder, 'client'), { recursive: true });
  writeFileSync(path.join(folder, 'client', 'index.html'), '<!doctype html><title>modscope</title>');
  await build({
    root,
    configFile: path.join(root, 'vite.config.node.ts'),
    logLevel: 'silent',
    build: { outDir: folder },
  });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  return path.join(folder, 'main.js');
}

/** Starts a program with arguments and an environment laid over ours; stdout and stderr are pipes. */
export function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
