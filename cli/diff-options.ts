/** The options of `diff`. */
import { Option, type Command } from 'commander';

/** Options of every verb that name what is read, or add what a diff does not compare. */
const useless = new Set(['--snapshot', '--sample', '--graph', '--list', '--mod', '--facts', '--vuln']);

const words = `
BASE and HEAD are snapshot files or git revisions: a file that is there is a snapshot, rev:NAME is always a revision.
BASE defaults to git's HEAD, and HEAD to the folder as it stands. Revisions are read from git objects: nothing is checked out.

Rules of --fail-on, separated by commas:
  added removed raised lowered   a module of the build list is
  major                          a module moved to another major version
  direct                         a module is required without // indirect on one side only
  replaced                       a module is replaced by something else than before
  new:error new:high new:warn    there is a new finding of that severity, or a heavier one
  count:N                        more than N modules of the build list changed

With --packages the .go files of a revision are read, too, and newly imported packages are listed.

Examples:
  modscope diff                            what the changes of go.mod that are not committed do
  modscope diff v1.2.0 v1.3.0
  modscope diff "$(git merge-base origin/main HEAD)" HEAD --format markdown
  modscope diff v1.2.0 v1.3.0 --format svg -o diff.svg
  modscope --compare v1.2.0                the same in the page, against the folder as it stands
  modscope diff deps.json --fail-on major,new:high`;

/** Adds them. */
export function addDiffOptions(command: Command): Command {
  for (const option of command.options) if (useless.has(option.long ?? '')) option.hideHelp();
  return command
    .addOption(
      new Option('--format <format>', 'text, json, markdown for a pull request, svg, or html: a page with the picture')
        .choices(['text', 'json', 'markdown', 'svg', 'html'])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write to this file (default: stdout)')
    .option('--force', 'with -o: overwrite a file that modscope did not write')
    .addOption(
      new Option('--room <what>', 'with markdown: what it must fit in')
        .choices(['comment', 'summary'])
        .default('comment'),
    )
    .option('--fail-on <rules>', 'exit 1 when one of these rules is broken (see below)')
    .addHelpText('after', words);
}
