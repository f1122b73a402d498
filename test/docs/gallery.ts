/** The pictures of docs/gallery.md: the made-up sample drawn in the ways that together show every mark there is. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawDiff } from '../../drawing/diff-picture.ts';
import { draw } from '../../drawing/picture.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { diffSnapshots } from '../../graph/diff/diff.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { ModuleVersion, Snapshot } from '../../graph/snapshot/types.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import { makeView } from '../../graph/view/view.ts';
import type { ViewOptions } from '../../graph/view/types.ts';
import { startElk } from '../../server/layout/elk-node.ts';

const file = fileURLToPath(new URL('../../samples/gallery/snapshot.json', import.meta.url));
const never = new AbortController().signal;

/** Every module a box. */
const single = { ...defaultView, collapse: 'none', limit: 0, foldLeaves: false } as const;

/** Name of the picture → what is drawn in it. */
const views: Readonly<Record<string, ViewOptions>> = {
  modules: single,
  versions: {
    ...single,
    scope: 'all',
    query: 'to(lost-within-major | passed | declared-below | cycle | kept) | cycle',
    closeCycles: false,
  },
  packages: { ...single, query: 'near(example.com/direct, 1)', open: ['example.com/direct@v1.2.0'] },
  groups: { ...defaultView, collapse: 'owner', foldLeaves: true },
};

export interface GalleryPicture {
  readonly name: string;
  readonly scene: Scene;
}

export async function galleryPictures(): Promise<GalleryPicture[]> {
  const snapshot = readSnapshot(readFileSync(file, 'utf8'));
  const model = openSnapshot(snapshot);
  const elk = startElk();
  try {
    const pictures: GalleryPicture[] = [];
    for (const [name, options] of Object.entries(views)) {
      const asked = { direction: 'auto', engine: 'auto', showLow: true } as const;
      pictures.push({ name, scene: await draw(makeView(model, options), asked, { elk: elk.engine }, never) });
    }
    const base = before(snapshot);
    const sides = { base, head: snapshot, diff: diffSnapshots(base, snapshot) };
    pictures.push({ name: 'diff', scene: await drawDiff(sides, 'auto', { elk: elk.engine }, never) });
    return pictures;
  } finally {
    await elk.close();
  }
}

/** The gallery as it was before: a module less, one more, one lower, one higher, one not replaced. */
function before(snapshot: Snapshot): Snapshot {
  const at = (path: string, version: string): string => `example.com/${path}@${version}`;
  const moved = new Map([
    [at('direct', 'v1.2.0'), at('direct', 'v1.1.0')],
    [at('retracted', 'v1.3.0'), at('retracted', 'v1.4.0')],
    [at('unused', 'v1.0.0'), at('removed', 'v1.0.0')],
  ]);
  const modules = snapshot.modules.map((module): ModuleVersion => {
    const { replace, requires, ...rest } = module;
    const name = module.version === undefined ? module.path : `${module.path}@${module.version}`;
    const [path = '', version] = (moved.get(name) ?? name).split('@');
    return {
      ...rest,
      path,
      ...(version === undefined ? {} : { version }),
      ...(replace === undefined || module.path.endsWith('folder') ? {} : { replace }),
      ...(requires === undefined ? {} : { requires: requires.map((one) => moved.get(one) ?? one) }),
    };
  });
  const sorted = modules.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { format: 1, mains: snapshot.mains, modules: sorted, problems: [] };
}
