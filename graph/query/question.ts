/** What a query asks about: whether it is a question on steps (from, to, near, a path), and of which modules. */
import type { Model } from '../model/model.ts';
import type { Scope } from '../view/types.ts';
import type { FunctionName, Query } from './ast.ts';
import { Evaluation } from './evaluate.ts';
import { parseQuery } from './parser.ts';
import type { Question, QuestionWay } from './question-types.ts';

interface Call {
  readonly name: FunctionName;
  readonly args: readonly Query[];
}

/** undefined for a query that walks nowhere: an overview. Throws a QueryFault for one that cannot be read or answered. */
export function questionOf(model: Model, scope: Scope, text: string): Question | undefined {
  const query = parseQuery(text);
  const calls = callsIn(query);
  if (calls.length === 0) return undefined;
  const evaluation = new Evaluation(model, scope);
  const argument = (one: Query | undefined): Uint8Array =>
    one === undefined ? new Uint8Array(model.graph.size) : evaluation.evaluate(one, true);
  const asked = new Uint8Array(model.graph.size);
  for (const { args } of calls)
    for (const arg of args) argument(arg).forEach((one, node) => (asked[node] = (asked[node] ?? 0) | one));
  const [first] = calls;
  const way = first === undefined ? 'open' : wayOf(query, first);
  if (way !== 'across' || first === undefined) return { way, asked };
  return { way, asked, from: argument(first.args[0]), to: argument(first.args[1]) };
}

/** Calls outside of other calls; what is denied asks about nothing. */
function callsIn(query: Query): readonly Call[] {
  if (query.kind === 'call') return [query];
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap(callsIn);
  return [];
}

function wayOf(query: Query, first: Call): QuestionWay {
  if (query.kind === 'or') return isAround(query.parts) ? 'both' : isBetween(query.parts) ? 'across' : 'open';
  if (query.kind === 'and' && query.parts.filter((part) => callsIn(part).length > 0).length !== 1) return 'open';
  const only = query.kind === 'and' ? query.parts.find((part) => callsIn(part).length > 0) : query;
  if (only === undefined) return 'open';
  if (only.kind !== 'call') return wayOf(only, first);
  switch (only.name) {
    case 'to':
      return 'up';
    case 'from':
    case 'alone':
    case 'dominated':
      return 'down';
    case 'near':
      return 'both';
    case 'between':
    case 'shortest':
      // From a module back to itself: a cycle, all of whose requirements say something.
      return sameText(only.args.slice(0, 1), only.args.slice(1)) ? 'open' : 'across';
  }
}

/** `from(x) | to(x)`, in either order: Focus. */
function isAround(parts: readonly Query[]): boolean {
  const [a, b] = parts;
  if (parts.length !== 2 || a?.kind !== 'call' || b?.kind !== 'call') return false;
  return [a.name, b.name].sort().join(' ') === 'from to' && sameText(a.args, b.args);
}

/** `between(a, b) | between(b, a)`: the paths between two modules, whichever requires the other. */
function isBetween(parts: readonly Query[]): boolean {
  const [a, b] = parts;
  if (parts.length !== 2 || a?.kind !== 'call' || b?.kind !== 'call') return false;
  return a.name === 'between' && b.name === 'between' && sameText(a.args, [...b.args].reverse());
}

function sameText(a: readonly Query[], b: readonly Query[]): boolean {
  const bare = (queries: readonly Query[]): string =>
    JSON.stringify(queries, (key, value: unknown) => (key === 'column' ? undefined : value));
  return bare(a) === bare(b);
}
