/** The options of `weight`: a report, or a file in a format that its ending says. */
import path from 'node:path';
import { Option, type Command } from 'commander';
import { Fault } from '../graph/fault.ts';
import type { Target } from './deliver.ts';
import type { InputOptions } from './input-options.ts';
import { scaleOf } from './export-flags.ts';

/** What a file can be. */
const files = ['svg', 'png', 'pdf', 'csv', 'json', 'markdown'] as const;
export type WeightFile = (typeof files)[number];

export interface WeightOptions extends InputOptions, Target {
  readonly format: 'text' | 'plain' | WeightFile;
  readonly json?: true;
  readonly plain?: true;
  readonly theme: 'light' | 'dark' | 'auto';
  /** Pixels of a PNG for each of the picture. */
  readonly scale?: number;
  readonly redact?: readonly string[];
}

const endings: Readonly<Record<string, WeightFile>> = {
  '.svg': 'svg',
  '.png': 'png',
  '.pdf': 'pdf',
  '.csv': 'csv',
  '.json': 'json',
  '.md': 'markdown',
  '.markdown': 'markdown',
};

export function addWeightOptions(command: Command): Command {
  return command
    .option('-o, --output <file>', `write to this file; its ending says the format: ${Object.keys(endings).join(' ')}`)
    .option('--force', 'with -o: overwrite a file that modscope did not write')
    .addOption(
      new Option('--format <format>', 'how it is printed, or the format of -o')
        .choices(['text', 'plain', ...files])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .option('--plain', 'the same as --format plain: a record a line, tabs between columns (see below)')
    .addOption(
      new Option('--theme <theme>', 'of a picture; auto: as the reader prefers, where the format can')
        .choices(['light', 'dark', 'auto'])
        .default('auto'),
    )
    .option('--scale <factor>', 'pixels of a PNG for each of the picture, 0.1 to 8 (default: 2)', scaleOf);
}

/** The format of the file that is asked for; undefined for a report on stdout. Throws a Fault 'usage' for an ending without one, and for text or --plain with -o. */
export function weightFileOf({ output, format, json, plain, scale }: WeightOptions): WeightFile | undefined {
  const toFile = output !== undefined && output !== '-';
  const named = json === true ? 'json' : plain === true ? 'plain' : format;
  const known = files.find((one) => one === named);
  const made = known ?? (toFile && named === 'text' ? ofEnding(output) : undefined);
  if (toFile && made === undefined)
    throw new Fault('usage', '--plain goes to standard output, and -o names a file.', {
      hint: 'Send standard output there, or write .csv.',
    });
  if (scale !== undefined && made !== 'png')
    throw new Fault('usage', `--scale is for PNG, and this is ${made ?? named}.`);
  return made === 'json' && !toFile ? undefined : made;
}

function ofEnding(output: string): WeightFile {
  const ending = path.extname(output).toLowerCase();
  const known = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (known !== undefined) return known;
  throw new Fault(
    'usage',
    `${output}: there is no format for ${ending === '' ? 'a file without an ending' : `the ending ${ending}`}.`,
    { hint: `The endings are ${Object.keys(endings).join(', ')}; \`--format\` names one for any file.` },
  );
}
