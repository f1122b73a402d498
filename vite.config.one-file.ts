/** The page as one HTML file, for `export --format html`: dist/one-file/. scripts/one-file.mjs gives it its policy. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** A page from file:// may start no worker from a file beside it, so elk lies in the page, too. */
function workersInside(): Plugin {
  return {
    name: 'modscope:workers-inside',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('node_modules') ? undefined : code.replaceAll(/(\.js\?worker)(?=')/g, '$1&inline');
    },
  };
}

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [workersInside(), svelte({ configFile: '../svelte.config.js' }), viteSingleFile()],
  // An inline worker has no address that modules could be found from.
  worker: { format: 'iife', rolldownOptions: { checks: { missingNameOptionForIifeExport: false } } },
  build: {
    outDir: '../dist/one-file',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
