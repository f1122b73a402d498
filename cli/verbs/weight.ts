/** `modscope weight`: what each direct requirement alone brings into the build. */
import { weightOf } from '../../graph/weight/weight.ts';
import type { Weight } from '../../graph/weight/types.ts';
import type { Row } from '../columns.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import type { ReportOptions } from '../report-options.ts';
import { weightText } from '../text/weight.ts';
import { weightFileOf, type WeightOptions } from '../weight-options.ts';

/** What brings most first; with -o, or in a format that only a file has, as a file. */
export async function weight(io: Io, options: WeightOptions, dir?: string): Promise<number> {
  const format = weightFileOf(options);
  if (format !== undefined) return (await import('./weight-file.ts')).weightFile(io, options, format, dir);
  const { model, status } = await read(io, options, dir);
  const mains = model.snapshot.mains.map(({ path }) => path);
  const form: ReportOptions['format'] =
    options.format === 'json' || options.format === 'plain' ? options.format : 'text';
  await print(
    io,
    { ...options, format: form },
    {
      value: { weight: weightOf(model), mains },
      json: (value) => value.weight,
      text: (shown) => weightText(shown.weight, shown.mains),
      columns: 'weight',
      rows: (shown) => weightRows(shown.weight),
    },
  );
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
