/** What a comparison says of itself first: how much of it the changed lines of go.mod, or the edits, explain. */
import { summaryText } from '../../drawing/words/diff-rows.ts';
import { counted } from '../../drawing/words/counted.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Diff } from '../../graph/diff/types.ts';

/**
 * `33 changed lines in go.mod explain all 134 changes.`; where no line is known to explain any, the words of the command line.
 * `edits`: how many are tried, in a comparison with what they make; it then says `Your edit explains both changes.`
 */
export function linesWords(diff: Diff, unknown: string | undefined, edits?: number): string {
  const { causes, added, removed, changed } = diff;
  const total = added.length + removed.length + changed.length;
  const [only, ...others] = causes;
  if (only?.kind === 'unimport' && others.length === 0) {
    const follow = total === 1 ? 'one change follows' : `${withThousands(total)} changes follow`;
    return `Your code no longer imports ${only.path}: ${follow}.`;
  }
  const explained = new Set(causes.flatMap(({ follows }) => follows)).size;
  if (causes.length === 0 || explained === 0) return summaryText(diff, unknown);
  const files = [...new Set(causes.map(({ file }) => file))];
  const where = files.length > 2 ? `${withThousands(files.length)} files` : files.join(' and ');
  const what =
    explained < total
      ? `${withThousands(explained)} of ${withThousands(total)} changes`
      : total === 1
        ? 'the one change'
        : total === 2
          ? 'both changes'
          : `all ${withThousands(total)} changes`;
  if (edits !== undefined) return edits === 1 ? `Your edit explains ${what}.` : `Your edits explain ${what}.`;
  const verb = causes.length === 1 ? 'explains' : 'explain';
  return `${counted(causes.length, 'changed line')} in ${where} ${verb} ${what}.`;
}
