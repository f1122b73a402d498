/** Runs a TypeScript program of ours: Node 20 reads no TypeScript, so vite bundles it first. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles `entry` (relative to the project's root), runs it with `args` and `flags` of node, and gives its exit status. */
export async function runBundled(entry, args, flags = []) {
  // Inside node_modules, so that the packages it leaves outside are found as from the sources.
  const outDir = `${root}node_modules/.cache/modscope-${process.pid}`;
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: entry,
        outDir,
        emptyOutDir: true,
        target: 'node20',
        sourcemap: 'inline',
        minify: false,
        rolldownOptions: { output: { entryFileNames: 'program.js' } },
      },
    });
    const program = [...flags, '--enable-source-maps', `${outDir}/program.js`, ...args];
    return spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
