/** The face of a package, in the frame of its module: its name over the way to it. */
import type { Model } from '../../graph/model/model.ts';
import type { Box } from '../../graph/view/types.ts';
import { belowModule, packagesOfNode } from '../../graph/view/packages.ts';
import type { Face, NameLevel } from '../scene/types.ts';
import { pathLabel } from './label.ts';
import { linkOf } from './module-face.ts';
import { printable } from './printable.ts';
import { faceAt } from './one-line.ts';

/** Hollow where only tests import it. The package at the root of its module is named as the module is. */
export function packageFace(model: Model, box: Box, level: NameLevel): Face {
  const node = box.nodes[0] ?? -1;
  const path = box.package ?? '';
  const one = packagesOfNode(model, node).find((each) => each.path === path);
  const module = model.snapshot.modules[node];
  const below = belowModule(module?.path ?? '', path);
  const failed = one?.error !== undefined;
  const testOnly = one?.test === true;
  const link = module === undefined ? undefined : linkOf(module, below === '.' ? '' : below);
  const states = [...(testOnly ? ['imported by tests only'] : []), ...(failed ? ['could not be loaded'] : [])];
  return {
    ...faceAt(level, {
      // The second line says the way to it.
      name: pathLabel(below === '.' ? path : (below.split('/').at(-1) ?? '')).name,
      second: failed ? 'could not load' : below === '.' ? 'the root package' : wayTo(below),
      ...(failed ? { secondRole: 'fault' as const } : {}),
      ...(testOnly ? { nameRole: 'name-hollow' as const } : {}),
      version: testOnly ? 'tests' : '',
      bar: false,
      marks: [],
    }),
    main: false,
    direct: false,
    border: 'plain',
    cycle: false,
    failed,
    ...(testOnly ? { hollow: true as const } : {}),
    sheets: 0,
    ticks: [],
    title: [`package ${printable(path)}`, ...states].join(', '),
    ...(link === undefined ? {} : { link }),
  };
}

/** `http2/` of `http2/hpack`, `./` right below the module. */
function wayTo(below: string): string {
  const elements = below.split('/');
  return elements.length === 1 ? './' : printable(elements.slice(0, -1).join('/')) + '/';
}
