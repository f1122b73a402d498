/** The command line: from arguments to an exit status. Only commander is loaded before a verb. */
import { Command, CommanderError } from 'commander';
import pkg from '../package.json' with { type: 'json' };
import { toFault } from '../graph/fault.ts';
import { checkForms } from './checked-forms.ts';
import { addCommands } from './commands.ts';
import { Hider } from './hide.ts';
import { exit, statusOf, statusOfSignal } from './exit.ts';
import { ClosedPipe, Interrupted, type Io, type Stream, type Surroundings } from './io.ts';
import { outputOn, speechOn } from './outputs.ts';
import { plainLines } from './text/plain.ts';
import { firstWord, isVerb, verbFirst } from './verb-first.ts';

const examples = `
Examples:
  modscope                          show the module you stand in
  modscope --sample kubectl         show a recorded one; needs no Go
  modscope why golang.org/x/net     what requires it, and which version wins
  modscope why golang.org/x/net DIR the same of another folder; -C DIR does it for every verb
  modscope export -o deps.svg       draw a picture for your docs
  modscope conflicts --json         for a script; --plain for grep and awk

Results go to stdout, messages to stderr. Exit status: 0 fine, 1 the check failed, 2 usage, 3 go failed,
4 a bad input file, 70 an internal error, 74 cannot write, 129 to 143 ended by a signal.`;

/** Runs one command. Never throws; what went wrong is said on stderr, without a stack trace. */
export async function run(argv: readonly string[], given: Surroundings): Promise<number> {
  const { env, cwd, pid, signal } = given;
  const hider = new Hider();
  const verdict = { counts: false };
  const io: Io = {
    stdout: outputOn(outlasting(given.stdout, verdict), hider),
    stderr: speechOn(given.stderr, hider),
    hider,
    env,
    cwd,
    pid,
    get pageFolder() {
      return given.pageFolder;
    },
    signal,
  };
  let status: number = exit.fine;
  const said = { out: '', err: '' };
  const program = new Command('modscope')
    .description('See the dependency graph of a Go module or workspace.')
    .version(pkg.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (said.out += text),
      writeErr: (text) => (said.err += text),
      getOutHelpWidth: () => io.stdout.columns || 100,
      getErrHelpWidth: () => io.stderr.columns || 100,
    });
  program.hook('preAction', (_program, command) => {
    checkForms(command);
    const { redact = [] } = command.opts<{ redact?: readonly string[] }>();
    hider.begin(redact, draws(command));
    verdict.counts = verdicts.has(command.name());
  });
  addCommands(program, io, async (verb) => {
    status = await verb();
  });
  const ordered = verbFirst(program, wordsOf(argv));
  try {
    await checkWords(program, ordered, given.cwd);
    await program.parseAsync(withNegation(ordered), { from: 'user' });
    return status;
  } catch (error) {
    return await ended(error, io, { ...said, program, argv: ordered });
  }
}

/** Other programs print their version, and the help of their help, so. */
function wordsOf(argv: readonly string[]): readonly string[] {
  if (argv.length === 2 && argv[0] === 'help' && argv[1] === 'help') return ['--help'];
  return argv.length === 1 && (argv[0] === '-v' || argv[0] === 'version') ? ['--version'] : argv;
}

/** A first word that is neither verb nor folder is told of before its flags are looked at. Throws a Fault 'usage'. */
async function checkWords(program: Command, argv: readonly string[], cwd: string): Promise<void> {
  const first = firstWord(program, argv);
  if (first === undefined) return;
  if (first.word !== 'help' && isVerb(program, first.word)) return;
  const { checkHelp, checkVerb } = await import('./no-such-verb.ts');
  if (first.word === 'help') checkHelp(program, argv[first.at + 1]);
  else checkVerb(program, first, cwd);
}

/** It makes its file of a graph whose paths are hidden already. */
function draws(command: Command): boolean {
  const { format = '', output = '' } = command.opts<{ format?: string; output?: string }>();
  return command.name() === 'export' || (command.name() === 'weight' && (format === 'svg' || /\.svg$/i.test(output)));
}

/** What commander said, of which arguments. */
interface Said {
  readonly out: string;
  readonly err: string;
  readonly program: Command;
  readonly argv: readonly string[];
}

/** Verbs whose status says what they found: `modscope check | head` must not say that nothing was. */
const verdicts: ReadonlySet<string> = new Set(['check', 'diff', 'doctor', 'export', 'snapshot']);

/** Where a verdict counts, a reader that goes away is not told the rest, and the verb goes on to its status. */
function outlasting(stream: Stream, verdict: { readonly counts: boolean }): Stream {
  return {
    write: async (text) => {
      try {
        await stream.write(text);
      } catch (error) {
        if (!(error instanceof ClosedPipe) || !verdict.counts) throw error;
      }
    },
    isTerminal: stream.isTerminal,
    get columns() {
      return stream.columns;
    },
  };
}

/** A query may begin with `-`, which means not: `modscope query '-k8s.io/...'`. A blank before it keeps commander from reading options. */
function withNegation(argv: readonly string[]): string[] {
  if (argv[0] !== 'query') return [...argv];
  return argv.map((arg) => (/^-[^-]/.test(arg) && !/^-(C|h$|V$|q$)/.test(arg) ? ` ${arg}` : arg));
}

/** What a command that threw exits with, after it was said. */
async function ended(error: unknown, io: Io, { out, err, program, argv }: Said): Promise<number> {
  try {
    if (error instanceof ClosedPipe) return exit.fine;
    if (error instanceof CommanderError) {
      if (out !== '') await io.stdout.say(plainLines(out));
      if (error.exitCode === 0) return exit.fine;
      const { mistakeText } = await import('./mistakes.ts');
      await io.stderr.say(mistakeText(program, argv, error, err));
      return exit.usage;
    }
    if (error instanceof Interrupted) return statusOfSignal(error.by);
    const fault = toFault(error);
    if (fault.code === 'cancelled' && io.signal.reason instanceof Interrupted)
      return statusOfSignal(io.signal.reason.by);
    const { faultText } = await import('./report.ts');
    await io.stderr.say(faultText(fault));
    return statusOf(fault.code);
  } catch (again) {
    return again instanceof ClosedPipe ? exit.fine : exit.cannotWrite;
  }
}
