/** The options of `what-if`: edits, and which go.mod they are for. */
import type { Command } from 'commander';
import type { ReportOptions } from './report-options.ts';

export interface WhatIfOptions extends Omit<ReportOptions, 'go'> {
  readonly drop?: readonly string[];
  readonly set?: readonly string[];
  readonly replace?: readonly string[];
  readonly exclude?: readonly string[];
  readonly unimport?: readonly string[];
  readonly prove?: true;
  readonly patch?: true;
  readonly get?: readonly string[];
  readonly in?: string;
  /** Each value of --go, in order. */
  readonly go?: readonly string[];
}

/** Options of every verb that a recording is named by, or that add what an edit does not change. */
const useless = new Set(['--snapshot', '--sample', '--graph', '--list', '--mod', '--facts', '--vuln']);

/** Adds them. Each edit may be said several times; `--go`, which every verb has for the command, takes a go line, too. */
export function addWhatIfOptions(command: Command): Command {
  const many = (text: string, before: readonly string[] = []): string[] => [...before, text];
  const go = command.options.find((option) => option.long === '--go');
  if (go !== undefined) {
    go.flags = '--go <version>';
    go.description = 'set the go line; with a folder in it (./go, /opt/go/bin/go): which go command to run';
    go.argParser(many);
  }
  for (const option of command.options) if (useless.has(option.long ?? '')) option.hideHelp();
  return command
    .option('--drop <module>', 'remove the require line (this is not `go get MODULE@none`)', many)
    .option('--set <module@version>', 'set the version of a require line, or add one', many)
    .option('--replace <a=b>', 'replace A or A@V by B@V, or by a folder: A=./folder, as go.mod names it', many)
    .option('--exclude <module@version>', 'exclude a version', many)
    .option('--unimport <module>', 'what leaves once no code imports a module, package or pattern (x.com/a/...)', many)
    .option('--prove', 'with --unimport: go may download what `go mod tidy` needs, which can be a lot')
    .option(
      '--get <module@query>',
      'what `go get MODULE@QUERY` does: a version, none, upgrade, patch, latest, v1',
      many,
    )
    .option('--patch', 'print the patch of go.mod and go.work alone, as go made them on copies: for git apply')
    .option('--in <main>', 'the main module whose go.mod is edited: its path or folder, or go.work');
}

/** What the values of --go mean: one with a slash, or that is called go or gotip, is a command; any other is a go line. */
export function goWords(values: readonly string[] = []): { readonly command?: string; readonly line?: string } {
  const isCommand = (value: string): boolean => /[/\\]/.test(value) || /^go(?:tip)?(?:\.exe)?$/.test(value);
  const command = values.findLast(isCommand);
  const line = values.findLast((value) => !isCommand(value));
  return { ...(command === undefined ? {} : { command }), ...(line === undefined ? {} : { line }) };
}
