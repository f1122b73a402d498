/** What the doctor tells, for a terminal. */
import { summaryOf } from '../../graph/diagnosis/summary.ts';
import type { Complaint, Diagnosis } from '../../graph/diagnosis/types.ts';
import { plain, plainLines, type Printable } from './plain.ts';
import { remedyLines } from './remedy.ts';

export function doctorText(diagnosis: Diagnosis): Printable {
  const { about, found } = diagnosis;
  const head = aboutText(about);
  const summary = `${plain(summaryOf(diagnosis))}\n`;
  return plainLines(
    [...(head === '' ? [] : [`${head}\n`]), summary, ...found.map((one) => `\n${complaintText(one)}`)].join(''),
  );
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

function complaintText({ severity, code, what, why, remedy }: Complaint): string {
  const lines = [
    `${severity.padEnd(5)}  ${code}`,
    `       ${plain(what)}`,
    `       ${plain(why)}`,
    ...(remedy === undefined ? [] : remedyLines(remedy, '       ')),
  ];
  return `${lines.join('\n')}\n`;
}
