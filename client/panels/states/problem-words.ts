/** Problems of a load in one sentence. */
import { printable } from '../../../drawing/face/printable.ts';
import type { Problem } from '../../../graph/snapshot/types.ts';
import { partialText } from '../../words/states.ts';

/** `Shown: 402 of 416 modules. 14 modules could not be loaded.`, or the one problem there is. */
export function problemWords(
  problems: readonly Problem[],
  shown?: { readonly modules: number; readonly of: number },
): string {
  const head = shown === undefined || shown.modules === shown.of ? '' : partialText.shown(shown.modules, shown.of);
  const [only] = problems;
  if (only !== undefined && problems.length === 1) return printable(`${head}${only.subject}: ${firstLine(only.text)}`);
  const failed = problems.filter((problem) => problem.code === 'load-error').length;
  const differ = problems.filter((problem) => problem.code === 'selection-differs').length;
  const rest = problems.length - failed - differ;
  const said = [
    failed === 0 ? '' : partialText.failed(failed),
    differ === 0 ? '' : partialText.differ(differ),
    rest === 0 ? '' : failed + differ === 0 ? partialText.problems(rest) : partialText.otherProblems(rest),
  ];
  return `${head}${said.filter((each) => each !== '').join(', ')}.`;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
