/** The query language: one for page, command line and policy. */
import type { Model } from '../model/model.ts';
import type { Scope } from '../view/types.ts';
import { Evaluation } from './evaluate.ts';
import { parseQuery } from './parser.ts';

export { QueryFault } from './fault.ts';
export { completeQuery } from './complete.ts';
export { mended } from './mend.ts';
export { needsOfQuery } from './needs.ts';
export { questionOf } from './question.ts';
export type { Question } from './question-types.ts';
export { stateWords } from './words.ts';

/**
 * Node → 1 for each node of the scope that matches; '' matches all of it. go and toolchain lines match is:toolchain only.
 * Throws a QueryFault for a query that cannot be read, or that asks for what the snapshot does not hold.
 */
export function matchQuery(model: Model, scope: Scope, text: string): Uint8Array {
  return new Evaluation(model, scope).evaluate(parseQuery(text));
}

/**
 * The same for a rule that is written once and asked of graphs to come: a word that reads as a whole module path (a host, a
 * slash, no pattern) means that module alone, whether the graph holds it or not; else `x.com/a` would match `x.com/a-fork`.
 */
export function matchRule(model: Model, scope: Scope, text: string): Uint8Array {
  return new Evaluation(model, scope, true).evaluate(parseQuery(text));
}
