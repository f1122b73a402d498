/** `modscope query Q`: what a query matches. */
import { matchQuery } from '../../graph/query/index.ts';
import { scopeGraph } from '../../graph/view/scope.ts';
import type { Scope } from '../../graph/view/types.ts';
import type { Io } from '../io.ts';
import { neededFor } from '../needed.ts';
import { moduleRows, moduleTable } from '../module-rows.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import type { ReportOptions } from '../report-options.ts';
import { counted } from '../../drawing/words/counted.ts';
import { said } from '../text/plain.ts';

export interface QueryOptions extends ReportOptions {
  readonly scope: Scope;
}

/** Matching nothing is no failure: it is said on stderr, and the list is empty. */
export async function query(io: Io, options: QueryOptions, text: string): Promise<number> {
  const { model, status } = await read(io, options, undefined, neededFor(text, options));
  const matches = matchQuery(model, options.scope, text);
  // go and toolchain lines are in no scope, and match is:toolchain all the same.
  const rows = moduleRows(
    model,
    [...matches.keys()].filter((node) => matches[node] === 1),
  );
  await print(io, options, rows, () => moduleTable(rows));
  if (rows.length === 0 && options.quiet !== true) {
    const scope = options.scope === 'selected' ? 'selected version' : 'version';
    const elsewhere = options.scope === 'selected' && matchQuery(model, 'all', text).includes(1);
    const more = elsewhere ? ' With `--scope all` superseded versions match.' : '';
    const { size } = scopeGraph(model, options.scope);
    await io.stderr.say(said`modscope: nothing matches among ${counted(size, scope)}.${more}\n`);
  }
  return status;
}
