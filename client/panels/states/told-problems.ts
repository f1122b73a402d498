/** Which problems of a load are told beside the picture. */
import { isRefusalCode } from '../../../graph/model/verdict.ts';
import { sourceMissing, unknownRequirements } from '../../../graph/findings/refused/unknown.ts';
import type { Problem } from '../../../graph/snapshot/types.ts';

/** Those that are no finding of their own: what go refuses stands among the findings, with its words and what mends it. */
export function toldProblems(problems: readonly Problem[]): Problem[] {
  const refused = problems.some(({ code }) => isRefusalCode(code));
  return problems.filter(
    ({ code }) => !isRefusalCode(code) && !(refused && (code === unknownRequirements || code === sourceMissing)),
  );
}
