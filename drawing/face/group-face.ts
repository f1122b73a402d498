/** The face of an owner, a host, or the owners of one module: a name with its count over ticks. */
import type { Model } from '../../graph/model/model.ts';
import { hostOf, ownerOf } from '../../graph/view/owner.ts';
import type { Box } from '../../graph/view/types.ts';
import type { Face, SceneText } from '../scene/types.ts';
import { group } from '../theme/geometry.ts';
import { ownerLabel } from './label.ts';
import type { Marks } from './marks.ts';
import { placeTicks, tickOf } from './ticks.ts';
import { listTitle } from './titles.ts';
import { roundUp } from './two-lines.ts';
import { cutToWidth, textWidth } from './widths.ts';

/** At least `least` pixels wide, so that the columns of a first view are even; a name is never cut. */
export function groupFace(model: Model, box: Box, marks: Marks, least: number = group.width): Face {
  const size = box.nodes.length;
  // Owners of one module each say in their name how many there are.
  const count = size > 1 && box.kind !== 'owners' ? String(size) : '';
  // One module is one tick: beside the name, where a larger owner has its count.
  const isChip = box.kind === 'owner' && size === 1;
  const tickRoom = isChip ? group.glyphGap + group.tickWidth : 0;
  const countWidth = count === '' ? tickRoom : group.glyphGap + textWidth(count, 'count');
  const { name, prefix } = groupName(model, box);
  const role = box.kind === 'owners' ? 'label' : 'owner';
  const width = roundUp(Math.max(least, group.textLeft + textWidth(name, role) + countWidth + group.padRight));
  const shownPrefix = cutPrefix(prefix, width - group.textLeft - textWidth(name, role) - countWidth - group.padRight);
  const texts: SceneText[] = [];
  if (shownPrefix !== '')
    texts.push({ text: shownPrefix, x: group.textLeft, y: group.nameBaseline, role: 'owner-prefix' });
  texts.push({ text: name, x: group.textLeft + textWidth(shownPrefix, 'owner-prefix'), y: group.nameBaseline, role });
  if (count !== '')
    texts.push({ text: count, x: width - group.padRight, y: group.nameBaseline, end: true, role: 'count' });
  const { ticks, bottom } = placeTicks(
    box.nodes.map((node) => tickOf(model.direct[node] === 1, marks.of(node))),
    width,
  );
  return {
    width,
    height: isChip ? group.chip : bottom + group.padBottom,
    texts,
    ticks: isChip
      ? ticks.map((tick) => ({
          ...tick,
          x: width - group.padRight - group.tickWidth,
          y: group.nameBaseline - tick.height,
        }))
      : ticks,
    glyphs: [],
    main: false,
    direct: box.nodes.some((node) => model.direct[node] === 1),
    border: 'plain',
    cycle: false,
    failed: false,
    sheets: size > 1 ? 1 : 0,
    title: listTitle(model, `${prefix}${name}, ${size === 1 ? '1 module' : `${size} modules`}`, box.nodes),
  };
}

/** `cloud.google.com/` cut to `cloud.google.c…/`: the slash stays, as the sign that a name follows. */
function cutPrefix(prefix: string, room: number): string {
  if (prefix === '' || textWidth(prefix, 'owner-prefix') <= room) return prefix;
  const cut = cutToWidth(prefix.slice(0, -1), 'owner-prefix', room - textWidth('/', 'owner-prefix'));
  return cut === '' ? '' : `${cut}/`;
}

/** What a group is called, cut from its members: its id is for programs. */
export function groupName(model: Model, box: Box): { name: string; prefix: string } {
  if (box.kind === 'owners') {
    const owners = new Set(box.nodes.map((node) => ownerOf(pathOf(model, node)))).size;
    return { name: `${owners} owners with one module each`, prefix: '' };
  }
  const first = pathOf(model, box.nodes[0] ?? -1);
  return ownerLabel(box.kind === 'host' ? hostOf(first) : ownerOf(first));
}

function pathOf(model: Model, node: number): string {
  return model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '';
}
