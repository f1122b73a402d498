/** Headings over the columns of a grouped picture: the layout says where, the view what stands under them. */
import { ownerOf } from '../../graph/view/owner.ts';
import type { View } from '../../graph/view/types.ts';
import type { Layout } from '../layout/types.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Scene } from './types.ts';

/** `1 step: required directly` over `51 owners, 244 modules, 93 of them direct`. */
export function headingsOf(view: View, layout: Layout, shift: number): Scene['headings'] {
  return (layout.headings ?? []).map((heading) => {
    const nodes = heading.boxes.flatMap((place) => view.boxes[place]?.nodes ?? []);
    const direct = nodes.filter((node) => view.model.direct[node] === 1).length;
    const what = view.options.scope === 'all' ? 'version' : 'module';
    const modules = `${withThousands(nodes.length)} ${what}${nodes.length === 1 ? '' : 's'}`;
    const owners = new Set(nodes.map((node) => ownerOf(view.model.snapshot.modules[node]?.path ?? ''))).size;
    const parts = [modules];
    if (heading.boxes.some((place) => view.boxes[place]?.kind === 'owner'))
      parts.unshift(`${withThousands(owners)} ${owners === 1 ? 'owner' : 'owners'}`);
    if (direct > 0) parts.push(`${withThousands(direct)} of them direct`);
    const note = parts.join(', ');
    return { x: heading.x + shift, y: heading.y + shift, width: heading.width, title: heading.title, note };
  });
}
