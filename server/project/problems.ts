/** What go could not load, as problems of the snapshot. */
import type { Fault } from '../../graph/fault.ts';
import { joinName } from '../../graph/model/name.ts';
import type { ListedModule } from '../../graph/snapshot/records.ts';
import type { Problem } from '../../graph/snapshot/types.ts';
import { moduleInWords } from '../../parsers/go-error.ts';

/** A command that failed. It is about the module or file that go's words name, else about `subject`. */
export function problemOfFault(subject: string, fault: Fault, words: (text: string) => string): Problem {
  const text = fault.detail ?? fault.message;
  const replaced = /conflicting replacements for (?<module>\S+):/.exec(text)?.groups?.['module'];
  if (replaced !== undefined) return { code: 'workspace-replace-conflict', subject: replaced, text: words(text) };
  const repeated = /(?:path|module) (?<what>.+?) appears multiple times in workspace/.exec(text)?.groups?.['what'];
  if (repeated !== undefined) {
    return { code: 'workspace-use-repeated', subject: words(repeated).replace(/^\.\//, ''), text: words(text) };
  }
  const code = fault.code === 'checksum-mismatch' || fault.code === 'go-too-new' ? fault.code : 'load-error';
  // Of several modules that do not match, go names the one that it came to first, another one each time: a snapshot
  // keeps what is the same each time, and the fault itself has go's words.
  if (code === 'checksum-mismatch') return { code, subject: 'go.sum', text: 'SECURITY ERROR: checksum mismatch.' };
  return { code, subject: moduleInWords(text) ?? fileInWords(words(text)) ?? subject, text: words(text) };
}

/** The go.mod or go.work whose go line go refuses (cmd/go/internal/gover, TooNewError; modload, goVersion checks of go.work). */
function fileInWords(text: string): string | undefined {
  return /(?:\.\/)?(\S*go\.(?:mod|work))(?: file)? requires go/.exec(text)?.[1];
}

/**
 * One problem for each module that `go list -m -e` could not tell of: the others are on show all the same. That the
 * network is off is none: go asks for the time of a version, which a snapshot does not hold.
 */
export function problemsOfModules(listed: readonly ListedModule[], words: (text: string) => string): Problem[] {
  return listed.flatMap(({ path, version, error }) =>
    error === undefined || /module lookup disabled by GOPROXY=off/.test(error)
      ? []
      : [{ code: 'load-error', subject: joinName(path, version), text: words(error) }],
  );
}
