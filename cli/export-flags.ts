/** The options of `export`, as the help shows them; export-options.ts says what they mean. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { renderedFormats, textFormats } from '../drawing/formats/names.ts';
import { wholeNumber } from './input-options.ts';

/** The view's options, with the defaults of the page (graph/view/defaults.ts), and the drawing's. */
export function addExportOptions(command: Command): Command {
  return command
    .option('-o, --output <file>', 'write to this file (default: stdout); its ending says the format')
    .option('--force', 'with -o: overwrite a file that modscope did not write')
    .addOption(
      new Option('--format <format>', 'the format, where no file name says it').choices([
        ...textFormats,
        ...renderedFormats,
      ]),
    )
    .option('--json', 'the same as --format json: the view as data')
    .option('--check', 'write nothing; exit 1 when the file of -o is stale, and say why')
    .option('--query <query>', 'draw what this matches')
    .option('--poster', 'instead of boxes: modules round a circle by owner, one of them lit; svg, png or pdf')
    .option('--hub <module>', 'with --poster: the module that is lit (default: the one with the most requirers)')
    .option(
      '--versions [module]',
      'instead of boxes: the requested versions of one path (default: of the one with the most); svg, png or pdf',
    )
    .addOption(
      new Option('--scope <scope>', 'the build list, or every version')
        .choices(['selected', 'all'])
        .default('selected'),
    )
    .addOption(
      new Option(
        '--collapse <how>',
        'group boxes; auto: by owner when there are more than --limit; package: open modules, with --packages',
      )
        .choices(['auto', 'none', 'owner', 'host', 'package'])
        .default('auto'),
    )
    .option('--limit <boxes>', 'boxes above which they are grouped; 0: no limit (default: 150)', wholeNumber)
    .option('--no-reduce', 'draw requirements that others imply, too')
    .option('--no-fold-leaves', 'draw every leaf as a box of its own')
    .option('--open-cycles', 'draw the members of cycles, not one box for each cycle')
    .option('--open <box...>', 'open these boxes in place, by id: owner:github.com/spf13')
    .addOption(
      new Option('--direction <way>', 'the way requirements run')
        .choices(['auto', 'down', 'right', 'up', 'left'])
        .default('auto'),
    )
    .addOption(new Option('--engine <engine>', 'what lays out').choices(['auto', 'elk', 'columns']).default('auto'))
    .addOption(
      new Option('--theme <theme>', 'auto: as the reader prefers, where the format can')
        .choices(['light', 'dark', 'auto'])
        .default('auto'),
    )
    .option('--scale <factor>', 'pixels of a PNG for each of the picture, 0.1 to 8 (default: 2)', scaleOf)
    .option('--title <text>', 'the heading, instead of the module path')
    .addOption(
      new Option('--caption <which>', 'full: also the go version and the platform')
        .choices(['short', 'full'])
        .default('short'),
    );
}

/** A factor from 0.1 to 8. Throws commander's own error for any other text. */
export function scaleOf(text: string): number {
  const scale = Number(text);
  if (text.trim() === '' || !(scale >= 0.1 && scale <= 8)) {
    throw new InvalidArgumentError('Expected a number from 0.1 to 8.');
  }
  return scale;
}
