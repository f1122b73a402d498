/** `modscope list`: the build list. */
import type { Io } from '../io.ts';
import { moduleRows, moduleTable, plainModules } from '../module-rows.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import type { ReportOptions } from '../report-options.ts';
import { scopeGraph } from '../../graph/view/scope.ts';

/** All main modules first. */
export async function list(io: Io, options: ReportOptions, dir?: string): Promise<number> {
  const { model, status } = await read(io, options, dir);
  const rows = moduleRows(model, [...scopeGraph(model, 'selected').nodes]);
  await print(io, options, { value: rows, text: moduleTable, columns: 'modules', rows: plainModules });
  return status;
}
