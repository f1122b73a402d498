/** The sentence of what is required and built, for the direct picture and `modscope weight` alike. */
import type { Weight } from '../../graph/weight/types.ts';
import { pathLabel } from '../face/label.ts';
import { printable } from '../face/printable.ts';
import { withThousands } from '../scene/receipt.ts';
import { counted } from './counted.ts';

/** Below so many modules there is nothing to say of what one brings. */
const least = 2;

/** Of the main modules: the name of a single one, else how many there are. */
export function subjectOf(mains: readonly string[]): string {
  return mains.length === 1
    ? pathLabel(printable(mains[0] ?? '')).name
    : `This workspace of ${counted(mains.length, 'module')}`;
}

/** `klog alone brings 34`; undefined where none brings two modules. */
export function mostWords({ rows }: Pick<Weight, 'rows'>): string | undefined {
  const [first] = rows;
  if (first === undefined || first.brings.length < least) return undefined;
  return `${pathLabel(printable(first.path)).name} alone brings ${withThousands(first.brings.length)}`;
}

/** `traefik requires 93 modules and builds from 839; lego alone brings 160.` `mains`: paths. Counted by requirements; go was not asked. */
export function weightSentence(weight: Weight, mains: readonly string[]): string {
  const most = mostWords(weight);
  return `${subjectOf(mains)} requires ${counted(weight.requires, 'module')} and builds from ${withThousands(weight.builds)}${most === undefined ? '' : `; ${most}`}.`;
}
