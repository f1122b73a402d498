/** What the doctor tells, for a terminal. */
import { summaryOf } from '../../graph/diagnosis/summary.ts';
import type { Complaint, Diagnosis } from '../../graph/diagnosis/types.ts';
import { plain, plainLines, type Printable } from './plain.ts';
import { remedyLines } from './remedy.ts';

export function doctorText(diagnosis: Diagnosis): Printable {
  const { about, found, untried = 0 } = diagnosis;
  const head = aboutText(about);
  const summary = `${plain(summaryOf(diagnosis))}\n`;
  return plainLines(
    [
      ...(head === '' ? [] : [`${head}\n`]),
      summary,
      ...found.map((one) => `\n${complaintText(one)}`),
      ...(untried === 0 ? [] : [`\n${untriedText(untried)}`]),
    ].join(''),
  );
}

function untriedText(untried: number): string {
  const which = untried === 1 ? 'One fix' : `${String(untried)} fixes`;
  return `${which} could not be tried without the network, so no command is shown: modscope doctor --facts uses the network.\n`;
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
