/** The options by which every verb is told what to read, and how to run go. */
import { InvalidArgumentError, Option, type Command } from 'commander';

export interface InputOptions {
  readonly C?: string;
  readonly snapshot?: string;
  /** true where no name was given. */
  readonly sample?: string | true;
  readonly graph?: string;
  readonly list?: string;
  readonly mod?: string;
  readonly quiet?: true;
  readonly offline?: true;
  readonly go?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly goos?: string;
  readonly goarch?: string;
  readonly tags?: string;
  readonly toolchain?: 'local' | 'auto';
  readonly vcs?: 'user' | 'off';
  readonly gowork?: string;
  readonly modfile?: string;
  readonly packages?: true;
  readonly facts?: true;
  readonly vuln?: string;
}

/** Adds them, in the order in which the help shows them. */
export function addInputOptions(command: Command): Command {
  return command
    .option('-C <dir>', 'the folder to start from (default: the current folder)')
    .option('--snapshot <file>', 'read a snapshot instead of running go; - is standard input')
    .option('--sample [name]', 'show a recorded real module, no Go needed (default: kubectl)')
    .option('--graph <file>', 'read recorded `go mod graph` output; - is standard input')
    .option('--list <file>', 'with --graph: recorded `go list -m -json all` output')
    .option('--mod <file>', 'with --graph: the go.mod that it belongs to')
    .option('-q, --quiet', 'no notes and no progress on stderr')
    .option('--offline', 'keep go off the network')
    .option('--go <path>', 'which go command to run')
    .option('--timeout <seconds>', 'the longest that one go command may take (0: no limit; default 300)', secondsOf)
    .option('--goos <os>', 'load for this GOOS')
    .option('--goarch <arch>', 'load for this GOARCH')
    .option('--tags <list>', 'load with these build tags')
    .addOption(
      new Option('--toolchain <which>', 'auto: go may fetch the toolchain that go.mod names').choices([
        'local',
        'auto',
      ]),
    )
    .addOption(
      new Option('--vcs <rule>', 'off: go may run no git, hg, …; for a checkout you do not trust').choices([
        'user',
        'off',
      ]),
    )
    .option('--gowork <which>', 'auto, off, or a go.work file')
    .option(
      '--modfile <file>',
      'read this file in the place of go.mod, as go does with -modfile; its go.sum is beside it',
    )
    .option('--packages', 'load packages, too, to tell which modules are imported, by tests only, or not at all')
    .option('--facts', 'ask the network for updates, retractions, deprecations and vulnerabilities')
    .option('--vuln <file>', 'a report of `govulncheck -format json`; - is standard input');
}

/** Longest time that a timer of Node takes, in seconds: past it a timer would fire at once. */
const longest = 2_147_483;

/** A number of seconds, 0 or more. */
function secondsOf(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !Number.isFinite(seconds) || seconds < 0 || seconds > longest)
    throw new InvalidArgumentError(`Expected a number of seconds, ${longest} at the most.`);
  return seconds;
}

/** A whole number, 0 or more. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number, 0 or more.');
  return Number(text);
}

/** A port; 0 is any that is free. */
export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  return port;
}
