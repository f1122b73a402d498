/** What go did not come to, because something that it refuses ended it: told with that, not by itself. */
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import type { Problem } from '../../snapshot/types.ts';
import type { Finding } from '../types.ts';
import { nameList } from './name-list.ts';

/** Code of the problem that go.mod files are not at hand. */
export const unknownRequirements = 'requirements-unknown';

/** Code of the problem that the source of a package could not be had, though sums were asked for: its subject is the package. */
export const sourceMissing = 'source-missing';

/** Those problems that follow from one of these refusals, each with its cause. */
function causesOf(refused: readonly Finding[], { snapshot }: Model): ReadonlyMap<Problem, Finding> {
  const heaviest = refused.find(({ severity }) => severity === 'error') ?? refused[0];
  const causes = new Map<Problem, Finding>();
  for (const problem of snapshot.problems) {
    const cause =
      problem.code === unknownRequirements
        ? heaviest
        : problem.code === sourceMissing
          ? refused.find((one) => explains(one, problem.subject))
          : undefined;
    if (cause !== undefined) causes.set(problem, cause);
  }
  return causes;
}

/** Where sums are missing, or the module cannot be had, nothing of its packages can. */
function explains({ code, subject }: Finding, name: string): boolean {
  if (code === 'go-sum-missing') return true;
  if (code !== 'version-missing' && code !== 'module-unreachable') return false;
  const { path } = splitName(subject);
  return name === path || name.startsWith(`${path}/`);
}

export interface WithUnknown {
  /** What go refuses, with what is not known for it. */
  readonly findings: readonly Finding[];
  /** Problems that are told there. */
  readonly folded: ReadonlySet<Problem>;
}

export function withUnknown(refused: readonly Finding[], model: Model): WithUnknown {
  const causes = causesOf(refused, model);
  const findings = refused.map((one) => {
    const own = [...causes].flatMap(([problem, cause]) => (cause === one ? [problem] : []));
    const sources = own.filter(({ code }) => code === sourceMissing).map(({ subject }) => subject);
    const more = [
      ...own.filter(({ code }) => code === unknownRequirements).map(({ text }) => text),
      ...(sources.length === 0 ? [] : [`The source of ${nameList(sources)} could not be had.`]),
    ];
    return more.length === 0 ? one : { ...one, evidence: [one.evidence, ...more].join(' ') };
  });
  return { findings, folded: new Set(causes.keys()) };
}
