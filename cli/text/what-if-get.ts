/** What `what-if --get` says of the command itself: whether go made it, and where go.mod files alone come to less. */
import { joinName } from '../../graph/model/name.ts';
import type { Edit } from '../../graph/what-if/edits.ts';
import type { WhatIfDone } from '../../server/project/what-if.ts';
import { listed } from '../../drawing/words/counted.ts';
import { plain } from './plain.ts';

type Got = NonNullable<WhatIfDone['answer']['get']>[number];

/** Lines of go.mod that are named. */
const mostLines = 10;

/** Said before all else of a module that is to go while it is required directly; '' where there is none. */
export function beforeGet(edits: readonly Edit[], { mains }: WhatIfDone['base']): string {
  const direct = new Set(
    mains.flatMap(({ require }) => require.filter((one) => one.indirect !== true).map(({ path }) => path)),
  );
  const gone = edits.flatMap((edit) =>
    edit.kind === 'get' && edit.query === 'none' && direct.has(edit.path) ? [edit.path] : [],
  );
  if (gone.length === 0) return '';
  return `${plain(`As long as a package of yours imports ${listed(gone, mostLines)}, \`go mod tidy\` brings ${gone.length === 1 ? 'it' : 'them'} back.`)}\n\n`;
}

/** A paragraph for each go get; '' without one. */
export function getText(gets: readonly Got[] = []): string {
  return gets.map((got) => `\n${linesOf(got).map(plain).join('\n')}\n`).join('');
}

function linesOf({ command, proven, why = '', reckoned, differs = [], said = [], goMod }: Got): string[] {
  const what = `\`${command}\``;
  if (!proven) {
    const words = why
      .trim()
      .split('\n')
      .map((line) => `  ${line}`);
    return [`${what}: by go.mod files alone, not proven. go could not be asked:`, ...words];
  }
  const head = `✓ go: ${what} was run on a copy of go.mod`;
  const tail = said.map((line) => `  ${line}`);
  if (reckoned === 'same') return [`${head}; it comes to this go.mod and this build list.`, ...tail];
  if (reckoned === 'none') return [`${head}; what is shown is go's own.`, ...tail];
  const indirect = new Map(goMod.require.map((one) => [one.path, one]));
  const lines = differs.slice(0, mostLines).map(({ path, go, reckoned: by }) => {
    if (go === undefined) return `  ${joinName(path, by)}: no line`;
    const line = indirect.has(path) ? `require ${path} ${go}` : `${path} ${go}`;
    return by === undefined ? `  ${line}` : `  ${line}, not ${by}`;
  });
  const more = differs.length > mostLines ? [`  and ${String(differs.length - mostLines)} more`] : [];
  return [
    `${head}; what is shown is go's own. By go.mod files alone it would differ (go get also looks for packages):`,
    ...lines,
    ...more,
    ...tail,
  ];
}
