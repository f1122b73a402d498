/** The lines of a go.mod or go.work as statements, blocks taken apart, as golang.org/x/mod/modfile (read.go) parses them. */
import { Mistake, quoted } from './mistakes.ts';
import { tokensOf, type LineTokens } from './tokens.ts';

export interface Statement {
  /** `require`, `go`, …: the word at the line's start, or of the block it stands in. */
  readonly verb: string;
  readonly args: readonly string[];
  /** Counted from 1. */
  readonly line: number;
  /** The comment behind it on its line, with its `//`. */
  readonly suffix?: string;
  /** Comments that belong to it, those above it first, `//` and the space around taken away, joined by newlines. */
  readonly comment: string;
}

interface OpenBlock {
  readonly words: readonly string[];
  readonly line: number;
  readonly before: readonly string[];
}

/** Statements of the file in order. What is wrong is added to `mistakes`; a file whose blocks do not close throws one. */
export function statementsOf(text: string, blocks: ReadonlySet<string>, mistakes: Mistake[]): Statement[] {
  const statements: Statement[] = [];
  /** Comment lines waiting for the statement below; '' stands for a blank line inside a block. */
  let before: string[] = [];
  let block: OpenBlock | undefined;
  let linesInBlock = 0;
  const lines = text.split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const { words, comment } = tokensOf(raw, line);
    if (words.length === 0) {
      if (comment !== undefined) before.push(comment);
      else if (block === undefined) before = [];
      else if (index < lines.length - 1 && (before.length > 0 ? before.at(-1) !== '' : linesInBlock > 0))
        before.push('');
    } else if (block === undefined) {
      const opened = opening(words);
      if (opened === undefined) {
        statements.push(statement(words[0] ?? '', words.slice(1), line, comment, before));
      } else {
        checkBlock(opened.words, blocks, line, mistakes);
        if (!opened.closed) {
          block = { words: opened.words, line, before };
          linesInBlock = 0;
        }
      }
      before = [];
    } else if (words[0] === ')') {
      if (words.length > 1) throw new Mistake(line, 'the line must end after the closing )');
      block = undefined;
      before = [];
    } else {
      linesInBlock++;
      const [verb = ''] = block.words;
      const own = before.length > 0 || comment !== undefined ? before : block.before;
      if (block.words.length === 1 && blocks.has(verb)) statements.push(statement(verb, words, line, comment, own));
      before = [];
    }
  }
  if (block !== undefined) throw new Mistake(block.line, 'the block that begins here is not closed');
  return statements;
}

/**
 * The words before the ( when the line opens a block: a ( that ends the line, or a () that does. The first word of a
 * statement is never that parenthesis.
 */
function opening(words: readonly string[]): { words: readonly string[]; closed: boolean } | undefined {
  const last = words.length - 1;
  if (last >= 1 && words[last] === '(') return { words: words.slice(0, last), closed: false };
  if (last >= 2 && words[last] === ')' && words[last - 1] === '(')
    return { words: words.slice(0, last - 1), closed: true };
  return undefined;
}

function checkBlock(words: readonly string[], blocks: ReadonlySet<string>, line: number, mistakes: Mistake[]): void {
  if (words.length === 1 && blocks.has(words[0] ?? '')) return;
  mistakes.push(new Mistake(line, `there is no block ${quoted(`${words.join(' ')} ( … )`)}`));
}

function statement(
  verb: string,
  args: readonly string[],
  line: number,
  suffix: LineTokens['comment'],
  before: readonly string[],
): Statement {
  const comments = [...before, ...(suffix === undefined ? [] : [suffix])]
    .filter((comment) => comment.startsWith('//'))
    .map((comment) => comment.slice(2).trim());
  return { verb, args, line, ...(suffix === undefined ? {} : { suffix }), comment: comments.join('\n') };
}
