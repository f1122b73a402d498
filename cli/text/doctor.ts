/** What the doctor tells, for a terminal. */
import { looked } from '../../graph/diagnosis/coverage.ts';
import type { Complaint, Diagnosis, Weight } from '../../graph/diagnosis/types.ts';
import { counted } from '../../drawing/words/counted.ts';
import { plain } from './plain.ts';
import { remedyLines } from './remedy.ts';

const weights: readonly Weight[] = ['error', 'warn', 'info'];

export function doctorText(diagnosis: Diagnosis): string {
  const { about, found } = diagnosis;
  const head = aboutText(about);
  const summary =
    found.length === 0
      ? `Nothing is wrong in ${plain(looked(diagnosis))}.\n`
      : `${counted(found.length, 'thing')} found: ${countsOf(found)} (${plain(looked(diagnosis))})\n`;
  return [...(head === '' ? [] : [`${head}\n`]), summary, ...found.map((one) => `\n${complaintText(one)}`)].join('');
}

function aboutText({ go, version, root, gowork }: Diagnosis['about']): string {
  const parts = [
    ...(version === undefined ? [] : [`go ${version}`]),
    ...(go === undefined ? [] : [go]),
    ...(root === undefined ? [] : [root]),
    ...(gowork === undefined || gowork === 'off' ? [] : [`workspace ${gowork}`]),
  ];
  return plain(parts.join(' · '));
}

function countsOf(found: readonly Complaint[]): string {
  return weights
    .flatMap((weight) => {
      const count = found.filter(({ severity }) => severity === weight).length;
      return count === 0 ? [] : [`${String(count)} ${weight}`];
    })
    .join(', ');
}

function complaintText({ severity, code, what, why, remedy }: Complaint): string {
  const lines = [
    `${severity.padEnd(5)}  ${code}`,
    `       ${plain(what)}`,
    `       ${plain(why)}`,
    ...(remedy === undefined ? [] : remedyLines(remedy, '       ').map(plain)),
  ];
  return `${lines.join('\n')}\n`;
}
