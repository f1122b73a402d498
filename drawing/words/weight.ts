/** What weight says in sentences: for the direct picture, the page, files and `modscope weight` alike. */
import type { Weight } from '../../graph/weight/types.ts';
import { pathLabel } from '../face/label.ts';
import { printable } from '../face/printable.ts';
import { withThousands } from '../../graph/thousands.ts';
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

/** `11 of them bring 73 modules that no other requirement leads to.`; '' where none brings any. */
export function bringWords({ rows }: Pick<Weight, 'rows'>): string {
  const bringing = rows.filter(({ brings }) => brings.length > 0);
  if (bringing.length === 0) return '';
  const sum = bringing.reduce((total, { brings }) => total + brings.length, 0);
  return `${withThousands(bringing.length)} of them ${bringing.length === 1 ? 'brings' : 'bring'} ${counted(sum, 'module')} that no other requirement leads to.`;
}

/** What the numbers of the sentence do not say, a sentence each; what go.mod says stands between back-quotes. */
export function weightNotes({ rows, kept, listed }: Weight): string[] {
  const idle = rows.filter(({ brings, tool }) => brings.length === 0 && tool !== true);
  const held = idle.filter((row) => row.held === true).length;
  const stay =
    held === 0
      ? ''
      : `; ${String(held)} of these would stay, because another direct requirement needs ${held === 1 ? 'it' : 'them'}`;
  return [
    ...(rows[0] === undefined || rows[0].lines !== undefined
      ? []
      : ['No go.mod is known here: what it lists `// indirect` counts as required directly.']),
    ...(idle.length === 0
      ? []
      : [
          `${String(idle.length)} of them ${idle.length === 1 ? 'brings no module of its own' : 'bring no module of their own'}${stay}.`,
        ]),
    ...(kept === 0 ? [] : [`${counted(kept, 'module is', 'modules are')} kept only by superseded versions.`]),
    ...(listed === 0
      ? []
      : [
          `${counted(listed, 'module is', 'modules are')} listed \`// indirect\` in go.mod, and no direct requirement leads there.`,
        ]),
  ];
}
