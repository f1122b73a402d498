/** Queries, asked of small modules. */
import fc from 'fast-check';
import type { Model } from '../../../graph/model/model.ts';
import { NodeKind } from '../../../graph/model/module-graph.ts';
import { completeQuery, matchQuery, needsOfQuery, QueryFault } from '../../../graph/query/index.ts';
import { models, queries } from '../../graph/query/arbitrary.ts';
import { printQuery } from '../../graph/query/print.ts';
import { modelOf } from '../../graph/lines.ts';
import { graphs } from '../inputs/corpus.ts';
import { damaged, dice, strungTogether } from '../inputs/edits.ts';
import { anywhere, ofQuery } from '../inputs/words.ts';
import { must, textOf, type Input, type Target } from '../target.ts';

const asked: readonly Model[] = [
  ...graphs.slice(0, 2).map((text) => modelOf(text)),
  ...fc.sample(models, { numRuns: 30, seed: 7 }),
];

const good = queries.map(printQuery);
const some = fc.sample(good, { numRuns: 60, seed: 7 });
const texts = fc.oneof(
  { weight: 3, arbitrary: good },
  { weight: 4, arbitrary: damaged(some, [...ofQuery, ...anywhere]) },
  { weight: 3, arbitrary: strungTogether(ofQuery, ['', ' ', ' ', '|', '(', ')']) },
  fc.string({ unit: 'binary', maxLength: 30 }),
);

function examine(input: Input): void {
  const text = textOf(input);
  const [which = 0, cursor = 0] = input.dice;
  const model = asked[which % asked.length]!;
  const scope = cursor % 2 === 0 ? 'selected' : 'all';
  const { from, options } = completeQuery(text, cursor % (text.length + 1));
  must(from <= text.length && options.every((one) => one.text !== ''), 'a completion of nothing');
  let match: Uint8Array;
  try {
    const needs = needsOfQuery(text);
    match = matchQuery(model, scope, text);
    must(needs.size === 0, `${[...needs].join()} was not there, and still it answers`);
  } catch (error) {
    if (error instanceof QueryFault)
      must(error.column >= 0 && error.column <= Math.max(text.length, 10_000), 'a column outside');
    throw error;
  }
  const { graph } = model;
  must(match.length === graph.size, 'an answer of another size');
  match.forEach((one, node) => {
    const selected = graph.selected[graph.pathOf[node] ?? -1] === node;
    const inScope = graph.kind[node] !== NodeKind.toolchain && (scope === 'all' || selected);
    must(
      one === 0 || (one === 1 && (inScope || graph.kind[node] === NodeKind.toolchain)),
      'an answer outside its scope',
    );
  });
}

export const query: Target = {
  name: 'query',
  share: 14,
  inputs: fc.record({ text: texts, dice }),
  codes: ['usage'],
  examine,
};
