/** Which line of go.mod or go.work an edit would change. */
import path from 'node:path';
import type { Cause } from '../../graph/diff/types.ts';
import type { Edit } from '../../graph/what-if/edits.ts';
import { statementsOf, type Statement } from '../../parsers/go-mod/statements.ts';
import type { Project } from './find.ts';
import { readText } from './read-text.ts';

const blocks = new Set(['module', 'godebug', 'require', 'exclude', 'replace', 'retract', 'tool', 'ignore', 'use']);

/** The causes (one an edit, in their order) with the lines that stand in the project's files now; a new line has none. */
export function withLines({ root, gowork }: Project, edits: readonly Edit[], causes: readonly Cause[]): Cause[] {
  return causes.map(({ main, file: name, ...rest }, n) => {
    const edit = edits[n];
    // Another file may stand in for go.work.
    const file = main === undefined ? path.basename(gowork) : name;
    const line = edit === undefined ? undefined : statementsIn(path.join(root, file)).find(saidBy(edit))?.line;
    return { ...(main === undefined ? {} : { main }), file, ...(line === undefined ? {} : { line }), ...rest };
  });
}

/** [] for a file that changed since it was loaded, and cannot be read any more. */
function statementsIn(file: string): Statement[] {
  try {
    return statementsOf(readText(file), blocks, []);
  } catch {
    return [];
  }
}

/** True for the statement that the edit changes or removes. */
function saidBy(edit: Edit): (statement: Statement) => boolean {
  const word = (text = ''): string => text.replace(/^"(.*)"$/, '$1');
  return ({ verb, args }) => {
    const [first, second] = args.map(word);
    switch (edit.kind) {
      case 'go':
        return verb === 'go';
      case 'replace':
        return (
          verb === 'replace' &&
          first === edit.old.path &&
          (edit.old.version === undefined || second === edit.old.version)
        );
      case 'exclude':
        return verb === 'exclude' && first === edit.path && second === edit.version;
      case 'drop':
      case 'require':
      case 'get':
        return verb === 'require' && first === edit.path;
    }
  };
}
