/** What the word that is being typed may become: verbs, flags, their choices, samples, modules, words of a query, revisions. */
import type { Command } from 'commander';
import { completeQuery } from '../../graph/query/complete.ts';
import { listSamples } from '../../server/project/samples.ts';
import { modulesAt, revisionsAt, type KnownModule, type Where } from './known.ts';
import { optionsOf, readTyped, type Typed } from './typed.ts';

export interface Candidate {
  readonly text: string;
  /** In a few words; '' for what says it itself. */
  readonly means: string;
}

export interface Candidates {
  readonly list: readonly Candidate[];
  /** What the shell completes beside them, better than we could. */
  readonly also?: 'files' | 'folders';
}

const nothing: Candidates = { list: [] };

/** `words` are those after `modscope`, the last one being typed. Nothing is run but git, and that for a revision alone. */
export async function candidates(program: Command, words: readonly string[], where: Where): Promise<Candidates> {
  const typed = readTyped(program, words);
  const { list, ...also } = await ofPlace(program, typed, where);
  const fitting = list.filter(({ text }) => text.startsWith(typed.current));
  return { list: fitting.map(({ text, means }) => ({ text: typed.before + text, means })), ...also };
}

async function ofPlace(program: Command, typed: Typed, where: Where): Promise<Candidates> {
  const { place, verb } = typed;
  switch (place.kind) {
    case 'flag':
      return { list: flagsOf(program, verb) };
    case 'verb':
      return { list: verbsOf(program), also: 'folders' };
    case 'value': {
      const { option } = place;
      if (option.argChoices !== undefined) return { list: option.argChoices.map(itself) };
      return ofKind(/[<[]([^>\].]+)/.exec(option.flags)?.[1] ?? '', program, typed, where);
    }
    case 'argument': {
      const { argument } = place;
      if (argument?.argChoices !== undefined) return { list: argument.argChoices.map(itself) };
      return argument === undefined ? nothing : ofKind(argument.name(), program, typed, where);
    }
  }
}

/** By the name that the value has in the help: `--snapshot <file>`, `why <module> [dir]`. */
async function ofKind(name: string, program: Command, typed: Typed, where: Where): Promise<Candidates> {
  switch (name) {
    case 'dir':
      return { list: [], also: 'folders' };
    case 'file':
    case 'path':
      return { list: [], also: 'files' };
    case 'which':
      return { list: ['auto', 'off'].map(itself), also: 'files' };
    case 'name':
      return { list: listSamples().map((sample) => ({ text: sample.name, means: sample.about })) };
    case 'module':
    case 'module@version':
    case 'a=b':
    case 'pattern':
      return { list: namesOf(await modulesAt(typed, where), typed.current.includes('@')) };
    case 'main':
      return {
        list: (await modulesAt(typed, where)).filter((one) => one.main === true).map(({ path }) => itself(path)),
      };
    case 'query':
      return { list: ofQuery(typed.current, await modulesAt(typed, where)) };
    case 'revision':
      return { list: (await revisionsAt(typed, where)).map(itself) };
    case 'base':
    case 'head':
      return { list: (await revisionsAt(typed, where)).map(itself), also: 'files' };
    case 'command':
      return { list: verbsOf(program) };
    default:
      return nothing;
  }
}

function itself(text: string): Candidate {
  return { text, means: '' };
}

function verbsOf(program: Command): Candidate[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((verb) => ({ text: verb.name(), means: verb.summary() === '' ? verb.description() : verb.summary() }));
}

function flagsOf(program: Command, verb: Command | undefined): Candidate[] {
  return optionsOf(program, verb).map(({ long, short, description }) => ({
    text: long ?? short ?? '',
    means: description,
  }));
}

/** Paths; with their versions once somebody began to type one. */
function namesOf(modules: readonly KnownModule[], withVersion: boolean): Candidate[] {
  const named = withVersion ? modules.filter(({ version }) => version !== '') : modules;
  return named.map(({ path, version }) =>
    withVersion ? itself(`${path}@${version}`) : { text: path, means: version },
  );
}

/** The last word of the query becomes one of the language, or a module; what stands before it stays. */
function ofQuery(query: string, modules: readonly KnownModule[]): Candidate[] {
  const { from, options } = completeQuery(query, query.length);
  const before = query.slice(0, from);
  // Where nothing is typed the language is offered by its beginning: all of its words would be too many.
  const begin = from === query.length ? [{ text: 'is:', means: 'a word: is:direct, is:conflict, …' }] : [];
  return [...begin, ...options, ...namesOf(modules, query.slice(from).includes('@'))].map(({ text, means }) => ({
    text: before + text,
    means,
  }));
}
