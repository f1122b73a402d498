/** Every verb with its options: what `--help` shows. The code of a verb is loaded when it is run, and not before. */
import { Argument, Option, type Command } from 'commander';
import { addCheckOptions } from './check-options.ts';
import { completionHelp, shells } from './completion/shells.ts';
import { addExportOptions } from './export-flags.ts';
import { addInputOptions, portNumber, wholeNumber } from './input-options.ts';
import type { Report } from './columns.ts';
import type { Io } from './io.ts';
import { addDiffOptions } from './diff-options.ts';
import { addWeightOptions } from './weight-options.ts';
import { addWhatIfOptions } from './what-if-options.ts';
import { columnsText } from './text/columns-text.ts';
import { queryWordsText } from './text/query-words.ts';

/** Hands `(io, options, argument)` to a verb; resolves to the exit status. */
type Start = (run: () => Promise<number>) => Promise<void>;

/** Adds the verbs to the program. `start` runs one and keeps its exit status. */
export function addCommands(program: Command, io: Io, start: Start): void {
  const verb = (usage: string, summary: string): Command =>
    addInputOptions(
      program
        .command(usage)
        .summary(summary)
        .description(`${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.`),
    ).option(
      '--redact <pattern>',
      'hide module paths that match (corp.example/...) in whatever is printed or written; repeatable',
      (pattern: string, before: readonly string[] | undefined) => [...(before ?? []), pattern],
    );
  const report = (usage: string, summary: string, columns: Report): Command =>
    verb(usage, summary)
      .addOption(
        new Option('--format <format>', 'how it is printed').choices(['text', 'json', 'plain']).default('text'),
      )
      .option('--json', 'the same as --format json')
      .option('--plain', 'the same as --format plain: a record a line, tabs between columns (see below)')
      .addHelpText('after', () => `\n${columnsText(columns)}`);

  const serve = program.command('serve [dir]', { isDefault: true });
  addInputOptions(serve.summary('show the graph in the browser (the default verb)'))
    .description('Show the graph in the browser: prints its address, and opens it.')
    .option('--port <number>', 'the port to listen on (default: the next free one)', portNumber)
    .option('--host <address>', 'the loopback address to listen on', '127.0.0.1')
    .option('--allow-host <host:port...>', 'another Host header to answer to, for a forwarded port')
    .option('--compare <revision>', 'begin with what changed since this git revision')
    .option('--no-open', 'print the address and leave the browser alone')
    .option('--json', 'print the address as JSON: {url, pid}')
    .action((dir: string | undefined) =>
      start(async () => (await import('./verbs/serve.ts')).serve(io, serve.opts(), dir)),
    );

  const snapshot = verb('snapshot [dir]', 'write the graph as one file, the same on every machine')
    .option('-o, --output <file>', 'write to this file (default: stdout)')
    .option('--force', 'with -o: overwrite a file that modscope did not write')
    .option('--check <file>', 'write nothing; exit 1 when this snapshot is stale')
    .option('--selected', 'keep the build list only')
    .action((dir: string | undefined) =>
      start(async () => (await import('./verbs/snapshot.ts')).snapshot(io, snapshot.opts(), dir)),
    );

  const picture = addExportOptions(
    verb(
      'export [dir]',
      'draw the graph into a file: svg, png, pdf, dot, mermaid, graphml, cytoscape, csv, tree, json, html',
    ),
  );
  picture.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/export.ts')).exportPicture(io, picture.opts(), dir)),
  );

  const diff = addDiffOptions(verb('diff [base] [head]', 'tell what changed since a revision or snapshot, and why'));
  diff.action((base: string | undefined, head: string | undefined) =>
    start(async () => (await import('./verbs/diff.ts')).diff(io, diff.opts(), base, head)),
  );

  const list = report('list [dir]', 'list the build list: the selected version of each module', 'modules');
  list.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/list.ts')).list(io, list.opts(), dir)),
  );

  const query = report('query <query> [dir]', 'list what a query matches', 'modules').addOption(
    new Option('--scope <scope>', 'which versions it looks at').choices(['selected', 'all']).default('selected'),
  );
  query.addHelpText('after', () => `\n${queryWordsText()}`);
  query.action((text: string, dir: string | undefined) =>
    start(async () => (await import('./verbs/query.ts')).query(io, query.opts(), text, dir)),
  );

  const why = report('why <module> [dir]', 'explain a module: what requires which version, and which wins', 'why');
  why.action((target: string, dir: string | undefined) =>
    start(async () => (await import('./verbs/why.ts')).why(io, why.opts(), target, dir)),
  );

  const versions = report(
    'versions <module> [dir]',
    'list the versions of a module: date, age, retracted or not, and what requires which',
    'versions',
  )
    .option('--all', 'every version that is listed')
    .option('--limit <n>', 'how many of the newest, besides those in the graph (default: 50)', wholeNumber);
  versions.action((module: string, dir: string | undefined) =>
    start(async () => (await import('./verbs/versions.ts')).versions(io, versions.opts(), module, dir)),
  );

  const conflicts = report('conflicts [dir]', 'list the modules required at more than one version', 'conflicts');
  conflicts.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/conflicts.ts')).conflicts(io, conflicts.opts(), dir)),
  );

  const cycles = report('cycles [dir]', 'list the cycles among versions and among paths', 'cycles');
  cycles.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/cycles.ts')).cycles(io, cycles.opts(), dir)),
  );

  const weight = addWeightOptions(
    verb('weight [dir]', 'list what each direct requirement alone brings into the build, or draw it'),
  ).addHelpText('after', () => `\n${columnsText('weight')}`);
  weight.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/weight.ts')).weight(io, weight.opts(), dir)),
  );

  const findings = report('findings [dir]', 'list what is worth a look, the heaviest first', 'findings');
  findings.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/findings.ts')).findings(io, findings.opts(), dir)),
  );

  const doctor = report(
    'doctor [dir]',
    'tell what is wrong with go, the module and this machine, and what mends it',
    'doctor',
  );
  doctor.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/doctor.ts')).doctor(io, doctor.opts(), dir)),
  );

  const check = addCheckOptions(
    verb('check [dir]', 'hold the graph against modscope.config.json; exit 1 with each breach'),
  );
  check.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/check.ts')).check(io, check.opts(), dir)),
  );

  const whatIf = addWhatIfOptions(
    report('what-if [dir]', 'tell what an edit of go.mod would change, without making it', 'changes'),
  );
  whatIf.action((dir: string | undefined) =>
    start(async () => (await import('./verbs/what-if.ts')).whatIf(io, whatIf.opts(), dir)),
  );

  program
    .command('completion')
    .summary('print the script by which a shell completes verbs, flags, samples and modules')
    .description('Print the script by which a shell completes verbs, flags, samples and modules.')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .addHelpText('after', completionHelp)
    .action((shell: (typeof shells)[number]) =>
      start(async () => (await import('./verbs/completion.ts')).completion(io, shell)),
    );

  // What the scripts ask; no person types it.
  program
    .command('__complete [words...]', { hidden: true })
    .option('--next', 'the word to complete is a new one')
    .action((words: readonly string[], { next }: { readonly next?: true }) =>
      start(async () =>
        (await import('./verbs/complete.ts')).complete(io, program, next === true ? [...words, ''] : words),
      ),
    );
}
