/** A page for looking at the panels with real data: `npx vite --config test/client/gallery/vite.config.ts`. Not shipped. */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { parseListModules } from '../../../parsers/list-modules.ts';
import { parseModGraph } from '../../../parsers/mod-graph.ts';
import { recordedBytes, recordedText } from '../../recorded.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Serves `snapshot/NAME.json` from samples/recorded/NAME. */
function samples(): Plugin {
  return {
    name: 'samples',
    configureServer(server) {
      server.middlewares.use('/snapshot', (request, response) => {
        const name = /^\/([a-z-]+)\.json/.exec(request.url ?? '')?.[1] ?? 'kubectl';
        const snapshot = assemble({
          edges: parseModGraph(recordedBytes(name, 'graph.txt')),
          listed: parseListModules(recordedText(name, 'list.json')),
          mains: [readGoMod(recordedText(name, 'go.mod')).main],
        });
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(snapshot));
      });
    },
  };
}

export default defineConfig({
  root,
  plugins: [svelte({ configFile: `${project}svelte.config.js` }), samples()],
  server: { fs: { allow: [project] } },
});
