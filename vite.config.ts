/** The page: dist/client/. `third-party.json` tells scripts/build.mjs what was bundled. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [svelte({ configFile: '../svelte.config.js' })],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    license: { fileName: 'third-party.json' },
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What the first paint needs is one script: it packs better than eighteen, each with a dictionary of its own.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
    },
  },
});
