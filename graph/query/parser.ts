/** From the tokens of a query to what it means. `|` binds weakest, then and (a space or `&`), then `-`. */
import { nearest } from '../nearest.ts';
import { functionNames, type Comparison, type FunctionName, type Query } from './ast.ts';
import { QueryFault } from './fault.ts';
import { tokensOf, type Token } from './lexer.ts';
import { stateWords } from './words.ts';

/** Brackets open at once; nobody writes more, and the parser goes one call deeper for each. */
const deepest = 100;

/** The query in `text`; '' means everything. Throws a QueryFault with the column of the mistake. */
export function parseQuery(text: string): Query {
  const reader = new Reader(tokensOf(text));
  if (reader.peek().kind === 'end') return { kind: 'all' };
  const query = reader.or(0);
  const rest = reader.peek();
  if (rest.kind !== 'end') throw new QueryFault(rest.column, `Nothing was expected before \`${rest.text}\``);
  return query;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? { kind: 'end', text: '', column: 0 };
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
    if (token.kind === '(') {
      if (depth >= deepest) throw new QueryFault(token.column, `More than ${String(deepest)} brackets are open`);
      this.#at++;
      const inner = this.or(depth + 1);
      this.close(token);
      return inner;
    }
    if (token.kind !== 'word') {
      const found = token.kind === 'end' ? 'the end' : `\`${token.text}\``;
      throw new QueryFault(
        token.column,
        `A module path, a word such as \`is:direct\`, or \`(\` was expected, not ${found}`,
      );
    }
    this.#at++;
    const next = this.peek();
    const called = next.kind === '(' && next.column === token.column + token.text.length;
    return called ? this.call(token, depth) : wordQuery(token);
  }

  call(token: Token, depth: number): Query {
    const name = functionNames.find((one) => one === token.text);
    if (name === undefined) {
      const [near] = nearest(token.text, functionNames);
      throw new QueryFault(
        token.column,
        `There is no function \`${token.text}\``,
        near === undefined ? undefined : `Did you mean \`${near}(…)\`?`,
      );
    }
    if (depth >= deepest) throw new QueryFault(token.column, `More than ${String(deepest)} brackets are open`);
    const open = this.peek();
    this.#at++;
    const args = [this.or(depth + 1)];
    let steps: number | undefined;
    while (this.peek().kind === ',') {
      this.#at++;
      const word = this.peek();
      if (takesSteps(name) && args.length === 1 && steps === undefined) {
        if (word.kind !== 'word' || !/^\d{1,6}$/.test(word.text))
          throw new QueryFault(word.column, `A number of steps was expected in \`${name}\``);
        steps = Number(word.text);
        this.#at++;
      } else args.push(this.or(depth + 1));
    }
    this.close(open);
    const wanted = name === 'between' || name === 'shortest' ? 2 : 1;
    if (args.length !== wanted)
      throw new QueryFault(
        token.column,
        `\`${name}\` takes ${wanted === 1 ? 'one query' : 'two queries'}, not ${String(args.length)}`,
      );
    return { kind: 'call', name, args, ...(steps === undefined ? {} : { depth: steps }) };
  }

  close(open: Token): void {
    const token = this.peek();
    if (token.kind !== ')') {
      const found = token.kind === 'end' ? 'the end' : `\`${token.text}\``;
      throw new QueryFault(
        token.column,
        `\`)\` was expected for the bracket in column ${String(open.column + 1)}, not ${found}`,
      );
    }
    this.#at++;
  }
}

function takesSteps(name: FunctionName): boolean {
  return name === 'from' || name === 'to' || name === 'near';
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind, parts };
}

/** A word on its own: `is:direct`, `depth:<=2`, `limit:9`, `major:split`, or a path with or without a version. */
function wordQuery({ text, column }: Token): Query {
  const colon = text.indexOf(':');
  if (colon === -1) return pathQuery(text, column);
  const key = text.slice(0, colon);
  const value = text.slice(colon + 1);
  const at = column + colon + 1;
  if (key === 'is') return isQuery(value, at);
  if (key === 'depth') return { kind: 'depth', than: comparison(value, at, /^\d{1,9}$/, 'A number of steps') };
  if (key === 'limit') {
    if (!/^\d{1,9}$/.test(value)) throw new QueryFault(at, 'A whole number was expected after `limit:`');
    return { kind: 'limit', most: Number(value) };
  }
  if (key === 'major') {
    if (value !== 'split') throw new QueryFault(at, '`split` was expected after `major:`');
    return { kind: 'major-split' };
  }
  if (key === 'added' || key === 'removed' || key === 'changed')
    throw new QueryFault(column, `\`${key}:\` is for a comparison; this is a single graph`);
  const [near] = nearest(key, ['is', 'depth', 'limit', 'major']);
  throw new QueryFault(
    column,
    `There is no word \`${key}:\``,
    near === undefined ? undefined : `Did you mean \`${near}:\`?`,
  );
}

function isQuery(word: string, column: number): Query {
  const words = stateWords.map((one) => one.word);
  if (words.includes(word)) return { kind: 'is', word, column };
  const [near] = nearest(word, words);
  const hint = near === undefined ? `The words are ${words.join(', ')}.` : `Did you mean \`is:${near}\`?`;
  throw new QueryFault(column, word === '' ? 'A word was expected after `is:`' : `There is no \`is:${word}\``, hint);
}

function pathQuery(text: string, column: number): Query {
  const at = text.indexOf('@');
  if (at === -1) return { kind: 'path', pattern: text, versions: [] };
  const versions = text.slice(at + 1).split('@');
  let place = column + at + 1;
  const comparisons = versions.map((version) => {
    const read = comparison(version, place, /^v\d[0-9A-Za-z.+-]*$|^(go)?\d[0-9a-z.]*$/, 'A version such as v1.2.3');
    place += version.length + 1;
    return read;
  });
  return { kind: 'path', pattern: text.slice(0, at), versions: comparisons };
}

function comparison(text: string, column: number, form: RegExp, expected: string): Comparison {
  const sign = /^(<=|>=|<|>|=)?/.exec(text)?.[1] ?? '';
  const value = text.slice(sign.length);
  if (!form.test(value))
    throw new QueryFault(
      column + sign.length,
      `${expected} was expected${value === '' ? '' : `, not \`${value.slice(0, 60)}\``}`,
    );
  const op = sign === '<' || sign === '<=' || sign === '>' || sign === '>=' ? sign : '=';
  return { op, value };
}
