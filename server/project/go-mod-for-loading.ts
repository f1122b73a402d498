/** The go.mod that go loads in the scratch folder. */
import { toFault } from '../../graph/fault.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';

/**
 * The same text, but for a file without a go line: go reads it as `go 1.16` (modfile.go, modFileGoVersion), and
 * `go list -m -mod=mod` would write its own version there, which prunes the graph. So that line is said.
 */
export function goModForLoading(text: string): string {
  try {
    return readGoMod(text).main.go === undefined ? `${text.trimEnd()}\n\ngo 1.16\n` : text;
  } catch (error) {
    // One that cannot be read is for go to judge.
    if (toFault(error).code === 'defect') throw error;
    return text;
  }
}
