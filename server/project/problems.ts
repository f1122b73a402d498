/** What go could not load, as problems of the snapshot: one a cause, by go's own words. */
import type { Fault } from '../../graph/fault.ts';
import { sourceMissing } from '../../graph/findings/refused/unknown.ts';
import { joinName } from '../../graph/model/name.ts';
import type { Refusal } from '../../graph/model/verdict.ts';
import type { ListedModule } from '../../graph/snapshot/records.ts';
import type { Package, Problem } from '../../graph/snapshot/types.ts';
import { understood } from '../../parsers/go-refusal/refusals.ts';

/**
 * A command that failed. Go's words say why; where it said none, or spoke of this machine alone, the failure is about
 * `subject`, the command. A conflict of replacements and a folder used twice are told by go in its own form.
 */
export function problemsOfFault(subject: string, fault: Fault, words: (text: string) => string): Problem[] {
  const text = words(fault.detail ?? fault.message);
  // Of several modules that do not match, go names the one that it came to first, another one each time: a snapshot
  // keeps what is the same each time, and the fault itself has go's words.
  if (fault.code === 'checksum-mismatch')
    return [{ code: 'checksum-mismatch', subject: 'go.sum', text: 'SECURITY ERROR: checksum mismatch.' }];
  const { refusals } = understood(fault.detail === undefined ? '' : text);
  return refusals.length === 0 ? [{ code: 'load-error', subject, text }] : refusals.map(problemOfRefusal);
}

function problemOfRefusal({ code, subject, text, by }: Refusal): Problem {
  return { code, subject, text, ...(by === undefined ? {} : { by }) };
}

/**
 * One problem for each module that `go list -m -e` could not tell of: the others are on show all the same. That the
 * network is off is none: go asks for the time of a version, which a snapshot does not hold.
 */
export function problemsOfModules(listed: readonly ListedModule[], words: (text: string) => string): Problem[] {
  return listed.flatMap(({ path, version, error }) =>
    error === undefined
      ? []
      : understood(words(error)).refusals.map((refusal) => ({
          ...problemOfRefusal(refusal),
          subject: joinName(path, version),
        })),
  );
}

/**
 * Packages that could not be loaded, each cause once. Ambiguous imports and cycles are findings of their own, made from the
 * packages. The words are those of the listing, without the machine.
 */
export function problemsOfPackages(packages: readonly Package[]): Problem[] {
  const met = new Map<string, Problem>();
  for (const { path, error } of packages) {
    if (error === undefined || /ambiguous import|import cycle not allowed/.test(error)) continue;
    for (const refusal of understood(error).refusals) {
      const problem = problemOfPackage(path, refusal);
      const key = `${problem.code} ${problem.subject}`;
      if (!met.has(key)) met.set(key, problem);
    }
  }
  return [...met.values()];
}

function problemOfPackage(path: string, refusal: Refusal): Problem {
  const { code, text } = refusal;
  // The go.sum of the listing is a copy that was completed: what it lacks all the same are sources that could not be had.
  if (code === 'go-sum-missing') return { code: sourceMissing, subject: path, text };
  // What a package's files say is about that package, whatever the words.
  if (code === 'go-refuses' || code === 'package-error') return { code: 'package-error', subject: path, text };
  return problemOfRefusal(refusal);
}
