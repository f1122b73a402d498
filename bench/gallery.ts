/**
 * The gallery: every kind of picture, drawn from recorded modules into reports/gallery/ as SVG, to be looked at after a
 * change of the drawing. `node scripts/bench.mjs gallery`
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { toSvg, type SvgOptions } from '../drawing/formats/svg.ts';
import { draw } from '../drawing/picture.ts';
import { defaultView } from '../graph/view/defaults.ts';
import type { ViewOptions } from '../graph/view/types.ts';
import { makeView } from '../graph/view/view.ts';
import { startElk } from '../server/layout/elk-node.ts';
import { sample } from './samples.ts';

const pictures: readonly (readonly [string, string, Partial<ViewOptions>, SvgOptions['theme']])[] = [
  ['echo', 'echo', {}, 'light'],
  ['echo-auto', 'echo', { closeCycles: false }, 'auto'],
  ['kubectl', 'kubectl', {}, 'light'],
  [
    'kubectl-cycles-open',
    'kubectl',
    { open: ['cycle:golang.org/x/net@v0.23.0', 'cycle:github.com/stretchr/objx@v0.5.0'] },
    'dark',
  ],
  ['prometheus', 'prometheus', {}, 'dark'],
  ['prometheus-ungrouped', 'prometheus', { collapse: 'none' }, 'light'],
  ['traefik', 'traefik', {}, 'light'],
  ['traefik-owner-open', 'traefik', { open: ['owner:golang.org/x'] }, 'light'],
  ['gopls-every-version', 'gopls', { scope: 'all' }, 'dark'],
];

const folder = 'reports/gallery';
await mkdir(folder, { recursive: true });
const elk = startElk();
for (const [name, module, options, theme] of pictures) {
  const view = makeView(sample(module), { ...defaultView, ...options });
  const scene = await draw(
    view,
    { direction: 'auto', engine: 'auto' },
    { elk: elk.engine },
    new AbortController().signal,
  );
  await writeFile(`${folder}/${name}.svg`, toSvg(scene, { theme }));
  console.log(`${folder}/${name}.svg: ${scene.boxes.length} boxes, ${scene.lines.length} lines`);
}
await elk.close();
