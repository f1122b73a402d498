/** What a difference writes on a box: signs, versions before and after. */
import type { PathChange } from '../../graph/diff/union.ts';
import { joinName } from '../../graph/model/name.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import type { Glyph } from '../scene/types.ts';
import { versionLabel } from './label.ts';
import { printable } from './printable.ts';
import type { TwoLines } from './two-lines.ts';

/** The sign of a change. */
export function changeGlyph(change: PathChange): Glyph {
  if (change.kind !== 'changed') return change.kind;
  return change.direction === 'same' ? 'edited' : change.direction;
}

/** What is written otherwise than on the box of a module that nothing happened to. */
export function changedLines(change: PathChange | 'kept'): Partial<TwoLines> {
  if (change === 'kept') return { nameColour: 'ink-3', versionColour: 'ink-3', marks: [] };
  const marks = [{ glyph: changeGlyph(change), colour: change.kind }] as const;
  switch (change.kind) {
    case 'added':
      return { marks, versionColour: 'added-text' };
    case 'removed':
      return { marks, strike: true, strikeName: true, versionColour: 'removed-text' };
    case 'changed':
      return { marks, version: afterArrow(change), versionColour: 'changed-text' };
  }
}

/** `v0.23.0 → v0.26.0`, or what else it is that changed. */
function afterArrow({ from, to, replaceFrom, replaceTo, directTo }: PathChange & { readonly kind: 'changed' }): string {
  const label = (version: string): string => (version === '' ? 'main' : versionLabel(version));
  if (from !== to) return `${label(from)} → ${label(to)}`;
  if (replaceFrom !== undefined || replaceTo !== undefined) return `${shortRef(replaceFrom)} → ${shortRef(replaceTo)}`;
  return `${label(to)}, ${directTo === true ? 'now direct' : 'no longer direct'}`;
}

function shortRef(ref: ModuleRef | undefined): string {
  if (ref === undefined) return 'not replaced';
  return ref.version === undefined ? printable(ref.path) : versionLabel(ref.version);
}

/** For tooltips and screen readers. */
export function changeWords(change: PathChange | 'kept'): string {
  if (change === 'kept') return 'unchanged';
  if (change.kind !== 'changed') return change.kind;
  const { from, to, direction, replaceFrom, replaceTo, directFrom, directTo } = change;
  const name = (ref: ModuleRef | undefined): string =>
    ref === undefined ? 'nothing' : joinName(ref.path, ref.version);
  return printable(
    [
      ...(direction === 'same' ? [] : [`${direction} from ${from} to ${to}`]),
      ...(replaceFrom === undefined && replaceTo === undefined
        ? []
        : [`replaced by ${name(replaceTo)} instead of ${name(replaceFrom)}`]),
      ...(directFrom === undefined ? [] : [directTo === true ? 'now direct' : 'no longer direct']),
    ].join(', '),
  );
}
