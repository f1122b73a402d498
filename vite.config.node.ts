/** Server and command line: dist/main.js and one chunk a verb, everything bundled but resvg, which is a native library. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { fontFiles } from './server/render/fonts.ts';

/** elk runs in a thread of its own, from a file of its own; `.cjs`, for the package is `type: module`. */
function elkWorker(): Plugin {
  return {
    name: 'modscope:elk-worker',
    generateBundle() {
      const file = createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js');
      this.emitFile({ type: 'asset', fileName: 'elk-worker.cjs', source: readFileSync(file) });
    },
  };
}

/** PNG and PDF are set in fonts of ours, which their renderers read as files. */
function fonts(): Plugin {
  return {
    name: 'modscope:fonts',
    generateBundle() {
      for (const file of Object.values(fontFiles())) {
        this.emitFile({ type: 'asset', fileName: `fonts/${path.basename(file)}`, source: readFileSync(file) });
      }
    },
  };
}

export default defineConfig({
  plugins: [elkWorker(), fonts()],
  ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist',
    // The page is built into dist/client before.
    emptyOutDir: false,
    target: 'node20',
    minify: true,
    license: { fileName: 'third-party.json' },
    // In dist/ itself: in a folder below, `new URL('client/', import.meta.url)` would point elsewhere.
    rolldownOptions: {
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      checks: { bundlerTimings: false },
    },
  },
});
