/** docs/query.md, made from the tables of graph/query/words.ts and asked of a recorded module. */
import { needOptions, needWords } from '../../graph/model/known.ts';
import type { Model } from '../../graph/model/model.ts';
import { matchQuery } from '../../graph/query/index.ts';
import {
  changeWords,
  functionWords,
  operatorWords,
  otherWords,
  stateWords,
  type FormWord,
} from '../../graph/query/words.ts';
import { markdownTable } from './table.ts';

/** Every example with how many modules of `model`, the sample kubectl, it matches among the selected ones. */
export function queryPage(model: Model): string {
  const matches = (query: string): string => {
    const [selected, all] = (['selected', 'all'] as const).map((scope) =>
      matchQuery(model, scope, query).reduce((sum, one) => sum + one, 0),
    );
    return selected === 0 && all !== 0 ? `${String(all)} with \`--scope all\`` : String(selected);
  };
  const forms = (words: readonly FormWord[]): string =>
    markdownTable(
      ['write', 'for', 'example', 'in kubectl'],
      words.map(({ form, means, example }) => [code(form), means, code(example), matches(example)]),
    );
  const states = markdownTable(
    ['write', 'for', 'in kubectl'],
    stateWords.map(({ word, means, needs }) => [
      code(`is:${word}`),
      means,
      needs === undefined ? matches(`is:${word}`) : `needs ${needWords[needs]}${option(needOptions[needs])}`,
    ]),
  );
  return `# The query language

<!-- Made from graph/query/words.ts by test/docs; \`npx vitest run test/docs -u\` writes it anew. -->

One language for the page, the command line (\`modscope query 'is:direct -k8s.io/...'\`, \`export --query\`) and \`modscope query --help\`, which prints these tables.
A query is asked of the build list, or with \`--scope all\` of every version. Letters are compared without case; an unknown word is an error that names its column and the nearest word.
The last column says how many of the ${matches('')} selected modules each example matches: try them with \`modscope query QUERY --sample kubectl\`.

## Paths and numbers

${forms(otherWords)}
## And, or, not

${forms(operatorWords)}
\`|\` binds weakest, then and, then \`-\`. A \`-\` inside a word is a letter like others.

## Walks

A walk follows requirements: those among selected versions, or with \`--scope all\` those of every version. From go 1.17 on the \`// indirect\` lines of your own go.mod are no steps of it, unless nothing else leads there. Inside its brackets a whole module path means that module alone.

${forms(functionWords)}
## What it is

${states}
## In a comparison

Where two graphs are compared (the page, beside a revision or a snapshot), a path is what became of it. A single graph refuses these words.

${markdownTable(
  ['write', 'for'],
  changeWords.map(({ form, means }) => [form.split(' ').map(code).join(' '), means]),
)}`;
}

/** Code of Markdown, in which nothing but \`|\` needs care (table.ts). */
function code(text: string): string {
  return text
    .split(' · ')
    .map((one) => `\`${one}\``)
    .join(' · ');
}

function option(name: string | undefined): string {
  return name === undefined ? '' : `: \`${name}\``;
}
