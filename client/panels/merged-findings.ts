/** Findings as they are counted in the page: one of a module and a cause, and what is only to be known apart. */
import type { Finding, Severity } from '../../graph/findings/types.ts';
import { splitName } from '../../graph/model/name.ts';

/** Heaviest first. */
export const severities: readonly Severity[] = ['error', 'high', 'warn', 'info'];

const rank = ({ severity }: Finding): number => severities.indexOf(severity);

/** Findings of one code about one path, together; each list is not empty and has its heaviest first. In the order in which they come. */
export function mergeFindings(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const merged = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const same = merged.get(key);
    if (same === undefined) merged.set(key, [finding]);
    else if (rank(finding) < rank(same[0])) same.unshift(finding);
    else same.push(finding);
  }
  return [...merged.values()];
}

/** `superseded golang.org/x/net`: the same for findings that are one row. A module can be in several cycles: each is its own. */
export function keyOf({ code, subject }: Finding): string {
  return `${code} ${code === 'cycle' ? subject : splitName(subject).path}`;
}

export interface FindingCounts {
  /** What is worth a look: all but those of severity info. */
  readonly total: number;
  readonly errors: number;
  /** Updates, and what is only to be known. */
  readonly info: number;
}

/** How many findings there are: said by the strip, the tab, the list and the table. */
export function findingCounts(findings: readonly Finding[]): FindingCounts {
  const merged = mergeFindings(findings);
  const of = (severity: Severity): number => merged.filter(([first]) => first.severity === severity).length;
  const info = of('info');
  return { total: merged.length - info, errors: of('error'), info };
}
