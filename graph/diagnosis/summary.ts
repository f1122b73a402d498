/** What a diagnosis comes to, in a sentence: an all-clear only where go itself has accepted the module. */
import { looked } from './coverage.ts';
import type { Diagnosis, Weight } from './types.ts';

const weights: readonly Weight[] = ['error', 'warn', 'info'];

/** The codes under which the checks that ask go are not run: whether it accepts the module, and whether a build goes through. */
const acceptance = 'go-refuses';
const build = 'package-missing';

/** `1 thing found: 1 error (35 checks)`, or that nothing is wrong, which stands only behind go's own word. */
export function summaryOf(diagnosis: Diagnosis): string {
  const { found, notRun } = diagnosis;
  if (found.length > 0) {
    const things = found.length === 1 ? '1 thing' : `${String(found.length)} things`;
    return `${things} found: ${countsOf(diagnosis)} (${looked(diagnosis)})`;
  }
  const isNotRun = (code: string): boolean => notRun.some(({ codes }) => codes.includes(code));
  if (isNotRun(acceptance))
    return `Nothing was found, but go could not check whether it accepts this module (${looked(diagnosis)}).`;
  return isNotRun(build)
    ? `Nothing was found, but go could not check whether it builds this module (${looked(diagnosis)}).`
    : `Nothing is wrong in ${looked(diagnosis)}.`;
}

function countsOf({ found }: Diagnosis): string {
  return weights
    .flatMap((weight) => {
      const count = found.filter(({ severity }) => severity === weight).length;
      return count === 0 ? [] : [`${String(count)} ${weight}`];
    })
    .join(', ');
}
