/** What a query asks for that a graph alone does not tell, so that it can be loaded before the query is asked. */
import type { Needs } from '../model/known.ts';
import type { Query } from './ast.ts';
import { parseQuery } from './parser.ts';
import { stateWords } from './words.ts';

/** Each once; empty for a query that every snapshot answers. Throws a QueryFault for one that cannot be read. */
export function needsOfQuery(text: string): Set<Needs> {
  const needs = new Set<Needs>();
  const open: Query[] = [parseQuery(text)];
  for (let query = open.pop(); query !== undefined; query = open.pop()) {
    if (query.kind === 'is') {
      const { word } = query;
      const need = stateWords.find((one) => one.word === word)?.needs;
      if (need !== undefined) needs.add(need);
    } else if (query.kind === 'and' || query.kind === 'or') open.push(...query.parts);
    else if (query.kind === 'not') open.push(query.part);
    else if (query.kind === 'call') open.push(...query.args);
  }
  return needs;
}
