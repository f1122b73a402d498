/** The text of a go.work, read without go, as golang.org/x/mod/modfile and so `go work edit -json` reads it. */
import type { Replace, Workspace } from '../graph/snapshot/types.ts';
import { collect } from './go-mod-text.ts';
import { checkGodebug, goLine, replaceLine, toolchainLine, word } from './go-mod/directives.ts';
import { lastOfEach } from './go-mod/duplicates.ts';
import { faultOf, Mistake, quoted } from './go-mod/mistakes.ts';
import { statementsOf, type Statement } from './go-mod/statements.ts';

const blocks = new Set(['godebug', 'use', 'replace']);

/** The workspace in the text of a go.work. Throws a Fault 'bad-input' with `file:line`; its detail has the others. */
export function readGoWork(text: string, file = 'go.work'): Workspace {
  const mistakes: Mistake[] = [];
  const use: string[] = [];
  const replace: Replace[] = [];
  let go: string | undefined;
  let toolchain: string | undefined;
  const add = (statement: Statement): void => {
    if (statement.verb === 'go' && go === undefined) go = goLine(statement);
    else if (statement.verb === 'toolchain' && toolchain === undefined) toolchain = toolchainLine(statement);
    else if (statement.verb === 'go' || statement.verb === 'toolchain') {
      throw new Mistake(statement.line, `a second ${statement.verb} line`);
    } else if (statement.verb === 'use') use.push(word(statement));
    else if (statement.verb === 'replace') replace.push(replaceLine(statement));
    else if (statement.verb === 'godebug') checkGodebug(statement);
    else throw new Mistake(statement.line, `unknown directive ${quoted(statement.verb)}`);
  };
  collect(mistakes, () => {
    for (const statement of statementsOf(text, blocks, mistakes)) {
      collect(mistakes, () => {
        add(statement);
      });
    }
  });
  if (mistakes.length > 0) throw faultOf(file, text, mistakes);
  return {
    ...(go === undefined ? {} : { go }),
    ...(toolchain === undefined ? {} : { toolchain }),
    use,
    replace: lastOfEach(replace),
  };
}

/** Its godebug lines, a block taken apart: `godebug default=go1.21`. Empty for a text that cannot be read. */
export function godebugLines(text: string): string[] {
  try {
    return statementsOf(text, blocks, [])
      .filter(({ verb }) => verb === 'godebug')
      .map(({ args }) => `godebug ${args.join(' ')}`);
  } catch (error) {
    if (error instanceof Mistake) return [];
    throw error;
  }
}
