/** `modscope weight`: what each direct requirement alone brings into the build. */
import { weightOf } from '../../graph/weight/weight.ts';
import type { Weight } from '../../graph/weight/types.ts';
import type { Row } from '../columns.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import type { ReportOptions } from '../report-options.ts';
import { weightText } from '../text/weight.ts';

/** What brings most first. */
export async function weight(io: Io, options: ReportOptions, dir?: string): Promise<number> {
  const { model, status } = await read(io, options, dir);
  const mains = model.snapshot.mains.map(({ path }) => path);
  await print(io, options, {
    value: { weight: weightOf(model), mains },
    json: (value) => value.weight,
    text: (shown) => weightText(shown.weight, shown.mains),
    columns: 'weight',
    rows: (shown) => weightRows(shown.weight),
  });
  return status;
}

function weightRows({ rows }: Weight): Row<'weight'>[] {
  return rows.map(({ path, version, brings, lines, shares, packages, by, held, tool }) => ({
    path,
    version,
    brings: String(brings.length),
    lines: lines === undefined ? '' : String(lines),
    shares: String(shares),
    packages: packages === undefined ? '' : String(packages),
    by: by.join(','),
    flags: [...(held === true ? ['held'] : []), ...(tool === true ? ['tool'] : [])].join(','),
  }));
}
