/** `modscope query Q [DIR]`: what a query matches. */
import path from 'node:path';
import { matchQuery } from '../../graph/query/index.ts';
import { scopeGraph } from '../../graph/view/scope.ts';
import type { Scope } from '../../graph/view/types.ts';
import type { Io } from '../io.ts';
import { neededFor } from '../needed.ts';
import { checkQueryAndPlace } from '../module-and-place.ts';
import { moduleRows, moduleTable, plainModules } from '../module-rows.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import type { ReportOptions } from '../report-options.ts';
import { counted } from '../../drawing/words/counted.ts';
import { said } from '../text/plain.ts';

export interface QueryOptions extends ReportOptions {
  readonly scope: Scope;
}

/** Matching nothing is no failure: it is said on stderr, and the list is empty. */
export async function query(io: Io, options: QueryOptions, text: string, dir?: string): Promise<number> {
  checkQueryAndPlace(path.resolve(io.cwd, options.C ?? '.'), text, dir);
  const { model, status } = await read(io, options, dir, neededFor(text, options));
  const matches = matchQuery(model, options.scope, text);
  // go and toolchain lines are in no scope, and match is:toolchain all the same.
  const rows = moduleRows(
    model,
    [...matches.keys()].filter((node) => matches[node] === 1),
  );
  await print(io, options, { value: rows, text: moduleTable, columns: 'modules', rows: plainModules });
  if (rows.length === 0 && options.quiet !== true) {
    const scope = options.scope === 'selected' ? 'selected version' : 'version';
    const elsewhere = options.scope === 'selected' && matchQuery(model, 'all', text).includes(1);
    const more = elsewhere ? ' With `--scope all` superseded versions match.' : '';
    const { size } = scopeGraph(model, options.scope);
    await io.stderr.say(said`modscope: nothing matches among ${counted(size, scope)}.${more}\n`);
  }
  return status;
}
