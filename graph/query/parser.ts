/** From the tokens of a query to what it means. `|` binds weakest, then and (a space or `&`), then `-`. */
import { nearest } from '../nearest.ts';
import { functionNames, type FunctionName, type Query } from './ast.ts';
import { QueryFault, quoted } from './fault.ts';
import { tokensOf, type Token } from './lexer.ts';
import { readTerm } from './term.ts';

/** Brackets open at once; nobody writes more, and the parser goes one call deeper for each. */
const deepest = 100;

/** The query in `text`; '' means everything. Throws a QueryFault with the column of the mistake. */
export function parseQuery(text: string): Query {
  const reader = new Reader(tokensOf(text));
  if (reader.peek().kind === 'end') return { kind: 'all' };
  const query = reader.or(0);
  const rest = reader.peek();
  if (rest.kind !== 'end') throw new QueryFault(rest.column, `Nothing was expected before ${quoted(rest.text)}`);
  return query;
}

/** Other languages spell these out; here they would be looked for in module paths. */
const spelled = new Map([
  ['OR', 'Write | for it: `a | b`.'],
  ['AND', 'Words beside each other must all hold: `a b`.'],
  ['NOT', 'Write - before what must not hold: `-a`.'],
]);

function checkNotSpelled({ kind, text, column }: Token): void {
  const hint = kind === 'word' ? spelled.get(text) : undefined;
  if (hint !== undefined) throw new QueryFault(column, `There is no word ${text}`, { hint });
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', column: 0 };
  }

  or(depth: number): Query {
    const parts = [this.and(depth)];
    while (this.peek().kind === '|') {
      this.#at++;
      parts.push(this.and(depth));
    }
    return joined('or', parts);
  }

  and(depth: number): Query {
    const parts = [this.not(depth)];
    for (;;) {
      const { kind } = this.peek();
      if (kind === '&') this.#at++;
      else if (kind !== 'word' && kind !== '-' && kind !== '(') break;
      parts.push(this.not(depth));
    }
    return joined('and', parts);
  }

  not(depth: number): Query {
    let negative = false;
    while (this.peek().kind === '-') {
      negative = !negative;
      this.#at++;
    }
    const part = this.term(depth);
    return negative ? { kind: 'not', part } : part;
  }

  term(depth: number): Query {
    const token = this.peek();
    if (token.kind !== '(' && token.kind !== 'word') {
      throw missing(token, 'a module path, a word such as `is:direct`, or `(`');
    }
    this.#at++;
    checkNotSpelled(token);
    if (token.kind === '(') {
      const inner = this.or(deeper(depth, token));
      this.close(token);
      return inner;
    }
    const next = this.peek();
    const called = next.kind === '(' && next.column === token.column + token.text.length;
    return called ? this.call(token, depth) : readTerm(token);
  }

  call(token: Token, depth: number): Query {
    const name = functionOf(token);
    const open = this.peek();
    const inside = deeper(depth, open);
    this.#at++;
    const args = [this.or(inside)];
    let steps: number | undefined;
    while (this.peek().kind === ',' && steps === undefined) {
      this.#at++;
      if (takesSteps(name)) steps = this.steps();
      else args.push(this.or(inside));
    }
    this.close(open);
    const wanted = name === 'between' || name === 'shortest' ? 2 : 1;
    if (args.length !== wanted) {
      const what = wanted === 1 ? 'one query' : 'two queries';
      throw new QueryFault(token.column, `\`${name}\` takes ${what}, not ${String(args.length)}`, { expected: what });
    }
    return { kind: 'call', name, args, ...(steps === undefined ? {} : { depth: steps }) };
  }

  steps(): number {
    const token = this.peek();
    if (token.kind !== 'word' || !/^\d{1,6}$/.test(token.text)) throw missing(token, 'a number of steps');
    this.#at++;
    return Number(token.text);
  }

  close(open: Token): void {
    const token = this.peek();
    if (token.kind !== ')') throw missing(token, `\`)\` for the bracket in column ${String(open.column + 1)}`);
    this.#at++;
  }
}

function functionOf({ text, column }: Token): FunctionName {
  const wanted = text.toLowerCase();
  const name = functionNames.find((one) => one === wanted);
  if (name !== undefined) return name;
  const [near] = nearest(wanted, functionNames);
  throw new QueryFault(column, `There is no function ${quoted(text)}`, {
    expected: functionNames.join(', '),
    ...(near === undefined ? {} : { nearest: near, hint: `Did you mean \`${near}(…)\`?` }),
  });
}

function takesSteps(name: FunctionName): boolean {
  return name === 'from' || name === 'to' || name === 'near';
}

function deeper(depth: number, open: Token): number {
  if (depth >= deepest) throw new QueryFault(open.column, `More than ${String(deepest)} brackets are open`);
  return depth + 1;
}

function missing(found: Token, what: string): QueryFault {
  const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)} was expected`;
  const instead = found.kind === 'end' ? 'the end' : quoted(found.text);
  return new QueryFault(found.column, `${sentence}, not ${instead}`, { expected: what });
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}
