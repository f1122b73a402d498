/** A command line that is being typed, read by the program's own verbs and flags: what the word at its end is to be. */
import type { Argument, Command, Option } from 'commander';
import { isVerb } from '../verb-first.ts';

export interface Typed {
  /** undefined while no verb was typed, and serve is what it would be. */
  readonly verb?: Command;
  /** Values of the flags before, by the name that verbs know them by; true where there is none. */
  readonly flags: Readonly<Record<string, string | true>>;
  /** Arguments before that are no flags. */
  readonly operands: readonly string[];
  /** What the last word is a value of, or `flag` for the name of one. */
  readonly place: Place;
  /** The last word as far as it is typed, without `--flag=` before it. */
  readonly current: string;
  /** What stood before that in the word: `--flag=`. */
  readonly before: string;
}

export type Place =
  | { readonly kind: 'flag' }
  | { readonly kind: 'verb' }
  | { readonly kind: 'value'; readonly option: Option }
  | { readonly kind: 'argument'; readonly argument: Argument | undefined };

/** `words` are those after `modscope`; the last one is being typed, and may be empty. */
export function readTyped(program: Command, words: readonly string[]): Typed {
  const before = words.slice(0, -1);
  const last = words.at(-1) ?? '';
  const verb = verbOf(program, before);
  const options = optionsOf(program, verb);
  const flags: Record<string, string | true> = {};
  const operands: string[] = [];
  let waiting: Option | undefined;
  let over = false;
  for (const word of before) {
    if (over) operands.push(word);
    else if (waiting !== undefined && (waiting.required || !word.startsWith('-'))) {
      flags[waiting.attributeName()] = word;
      waiting = undefined;
    } else if (word === '--') over = true;
    else if (word.startsWith('-') && word !== '-') {
      const [name = '', value] = word.split('=', 2);
      const option = options.find(({ long, short }) => long === name || short === name);
      if (option === undefined) {
        if (isNegation(verb, word)) operands.push(word);
        continue;
      }
      flags[option.attributeName()] = value ?? true;
      waiting = value === undefined && !option.isBoolean() && !option.negate ? option : undefined;
    } else operands.push(word);
  }
  const rest = verb === undefined ? operands : without(operands, verb.name());
  const told = { ...(verb === undefined ? {} : { verb }), flags, operands: rest };
  if (!over && waiting !== undefined && (waiting.required || !last.startsWith('-'))) {
    return { ...told, place: { kind: 'value', option: waiting }, current: last, before: '' };
  }
  const [, head = '', value = ''] = /^(--[\w-]+=)([^]*)$/.exec(last) ?? [];
  const named = options.find(({ long }) => `${long ?? ''}=` === head);
  if (!over && named !== undefined) {
    return { ...told, place: { kind: 'value', option: named }, current: value, before: head };
  }
  if (!over && last.startsWith('-') && !isNegation(verb, last))
    return { ...told, place: { kind: 'flag' }, current: last, before: '' };
  if (verb === undefined && rest.length === 0) return { ...told, place: { kind: 'verb' }, current: last, before: '' };
  const known = (verb ?? defaultVerb(program))?.registeredArguments ?? [];
  const argument = known[rest.length] ?? known.filter((one) => one.variadic).at(-1);
  return { ...told, place: { kind: 'argument', argument }, current: last, before: '' };
}

/** A query may begin with the sign of not (program.ts). */
function isNegation(verb: Command | undefined, word: string): boolean {
  return verb?.name() === 'query' && /^-[^-]./.test(word);
}

/** Those that the help shows; of every verb while none was typed, for flags may come first. */
export function optionsOf(program: Command, verb: Command | undefined): readonly Option[] {
  const of = verb ?? defaultVerb(program);
  return of === undefined ? [] : of.createHelp().visibleOptions(of);
}

function defaultVerb(program: Command): Command | undefined {
  return program.commands.find((command) => command.name() === 'serve');
}

function verbOf(program: Command, words: readonly string[]): Command | undefined {
  const end = words.indexOf('--');
  const name = (end === -1 ? words : words.slice(0, end)).find((word) => isVerb(program, word));
  if (name === 'help')
    return program
      .createHelp()
      .visibleCommands(program)
      .find((one) => one.name() === 'help');
  return program.commands.find((command) => command.name() === name);
}

function without(words: readonly string[], word: string): string[] {
  const at = words.indexOf(word);
  return words.filter((_, n) => n !== at);
}
