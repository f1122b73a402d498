/** Problems of a load in one sentence. */
import { printable } from '../../../drawing/face/printable.ts';
import { withThousands } from '../../../drawing/scene/receipt.ts';
import type { Problem } from '../../../graph/snapshot/types.ts';
import { counted } from '../parts/counts.ts';

/** `Shown: 402 of 416 modules. 14 modules could not be loaded.`, or the one problem there is. */
export function problemWords(
  problems: readonly Problem[],
  shown?: { readonly modules: number; readonly of: number },
): string {
  const head =
    shown === undefined || shown.modules === shown.of
      ? ''
      : `Shown: ${withThousands(shown.modules)} of ${counted(shown.of, 'module')}. `;
  const [only] = problems;
  if (only !== undefined && problems.length === 1) return printable(`${head}${only.subject}: ${firstLine(only.text)}`);
  const failed = problems.filter((problem) => problem.code === 'load-error').length;
  const differ = problems.filter((problem) => problem.code === 'selection-differs').length;
  const rest = problems.length - failed - differ;
  const said = [
    failed === 0 ? '' : `${counted(failed, 'module')} could not be loaded`,
    differ === 0 ? '' : `${counted(differ, 'version')} ${differ === 1 ? 'differs' : 'differ'} from go list -m`,
    rest === 0 ? '' : counted(rest, failed + differ === 0 ? 'problem' : 'other problem'),
  ];
  return `${head}${said.filter((each) => each !== '').join(', ')}.`;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
