/** The query language, for `modscope query --help`: the tables of graph/query/words.ts, laid out. */
import { needWords } from '../../graph/model/known.ts';
import { changeWords, functionWords, operatorWords, otherWords, stateWords } from '../../graph/query/words.ts';
import { table } from './table.ts';

export function queryWordsText(): string {
  const states = stateWords.map(({ word, means, needs }) => [
    `  is:${word}`,
    needs === undefined ? means : `${means} (needs ${needWords[needs]})`,
  ]);
  const others = [...otherWords, ...operatorWords].map(({ form, means }) => [`  ${form}`, means]);
  const functions = functionWords.map(({ form, means }) => [`  ${form}`, means]);
  const changes = changeWords.map(({ form, means }) => [`  ${form}`, `${means} (in a comparison)`]);
  return [
    'What a query is made of:\n',
    table(others),
    '\n',
    table(functions),
    '\n',
    table(states),
    '\n',
    table(changes),
  ].join('');
}
