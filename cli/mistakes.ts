/** What commander refuses, in our form, and what helps: its words alone do not say where a flag or an argument belongs. */
import type { Command, CommanderError } from 'commander';
import { listed } from '../drawing/words/counted.ts';
import { asTyped } from './as-typed.ts';
import { plainLines, type Printable } from './text/plain.ts';

/** `words` are commander's: `error: X`, and on a line of its own `(Did you mean Y?)`. Ends in a newline. */
export function mistakeText(
  program: Command,
  argv: readonly string[],
  error: CommanderError,
  words: string,
): Printable {
  const [first = '', ...more] = words.trimEnd().split('\n');
  const suggestion = /^\((Did you mean .*)\)$/.exec(more.join('\n'))?.[1];
  const verb = program.commands.find((command) => command.name() === argv[0]) ?? defaultVerb(program);
  const advice = verb === undefined ? undefined : adviceOn(program, verb, argv, error);
  const hint = advice ?? suggestion ?? (verb === undefined ? undefined : seeHelp(verb));
  return plainLines(
    [first.replace(/^error: /, 'modscope: '), ...(hint === undefined ? [] : [`  ${hint}`]), ''].join('\n'),
  );
}

function defaultVerb(program: Command): Command | undefined {
  return program.commands.find((command) => command.name() === 'serve');
}

function adviceOn(
  program: Command,
  verb: Command,
  argv: readonly string[],
  { code, message }: CommanderError,
): string | undefined {
  switch (code) {
    case 'commander.unknownOption':
      return flagAdvice(program, verb, /'([^']*)'/.exec(message)?.[1] ?? '');
    case 'commander.excessArguments':
      return `${usageOf(verb)}${argumentsAdvice(verb, argv)}`;
    case 'commander.missingArgument':
      return usageOf(verb);
    default:
      return undefined;
  }
}

/** A flag with a value that it does not take, or one that other verbs have; undefined where commander's own suggestion is best. */
function flagAdvice(program: Command, verb: Command, flag: string): string | undefined {
  const name = flag.split('=')[0] ?? '';
  const has = (command: Command): boolean =>
    command.options.some(({ long, short, hidden }) => !hidden && (long === name || short === name));
  if (has(verb)) return `${name} takes no value.`;
  const others = program.commands.filter(has).map((command) => command.name());
  if (others.length === 0) return undefined;
  return `${listed(others, 6)} ${others.length === 1 ? 'has' : 'have'} ${name}. \`modscope help ${verb.name()}\` lists what ${verb.name()} has.`;
}

function argumentsAdvice(verb: Command, argv: readonly string[]): string {
  if (verb.name() === 'query') {
    const words = argv.slice(1).filter((word) => !word.startsWith('-'));
    return ` A query is one argument: quote it, \`modscope query ${asTyped(words.join(' ').trim())}\`.`;
  }
  return verb.options.some(({ short }) => short === '-C') ? ' `-C DIR` names the folder to start from.' : '';
}

function usageOf(verb: Command): string {
  const names = verb.registeredArguments.map((argument) => {
    const name = argument.name().toUpperCase();
    return argument.required ? name : `[${name}]`;
  });
  const choices = verb.registeredArguments.flatMap((argument) =>
    argument.argChoices === undefined
      ? []
      : [` ${argument.name().toUpperCase()} is ${argument.argChoices.join(', ')}.`],
  );
  return `Usage: \`${['modscope', verb.name(), ...names].join(' ')}\`.${choices.join('')}`;
}

function seeHelp(verb: Command): string {
  return `\`modscope help ${verb.name()}\` lists its arguments and flags.`;
}
