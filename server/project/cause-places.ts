/** In which line of which file a cause stands, for a project that was loaded from its folder. */
import path from 'node:path';
import type { CauseLine } from '../../graph/policy/types.ts';
import { statementsOf, type Statement } from '../../parsers/go-mod/statements.ts';
import { readText } from './read-text.ts';

const blocks = new Set(['module', 'godebug', 'require', 'exclude', 'replace', 'retract', 'tool', 'ignore', 'use']);

/** A line from 1; undefined where the file cannot be read, or no longer says so. Files are read once. `root`: folder of go.mod or go.work; `modFile`: what is read in the place of its go.mod. */
export function causePlaces(root: string, modFile = 'go.mod'): (cause: CauseLine) => number | undefined {
  const files = new Map<string, readonly Statement[]>();
  return ({ file, kind, path: module, to }) => {
    const statements = files.get(file) ?? statementsIn(path.resolve(root, file === 'go.mod' ? modFile : file));
    files.set(file, statements);
    const says = (statement: Statement): boolean => {
      const [first = '', second = ''] = statement.args.map(unquoted);
      return statement.verb === kind && first === module && (kind === 'replace' || second === to);
    };
    return statements.find(says)?.line;
  };
}

function statementsIn(file: string): Statement[] {
  try {
    return statementsOf(readText(file), blocks, []);
  } catch {
    return [];
  }
}

function unquoted(word: string): string {
  return word.replace(/^["`](.*)["`]$/, '$1');
}
