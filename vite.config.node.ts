/** Server and command line: dist/main.js and one chunk a verb, everything bundled, so that the package depends on nothing. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true, external: ['vite'] },
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist',
    // The page is built into dist/client before.
    emptyOutDir: false,
    target: 'node20',
    sourcemap: false,
    rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
});
