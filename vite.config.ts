/** The page: dist/client/, with a manifest from which the server takes its list of files. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [svelte({ configFile: '../svelte.config.js' })],
  worker: { format: 'es' },
  build: { outDir: '../dist/client', emptyOutDir: true, manifest: true, target: 'es2023', sourcemap: true },
});
