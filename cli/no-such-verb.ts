/** A first word that is no verb: a folder where there is one or it reads as one, else a verb that was mistyped or that we call otherwise. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { Fault } from '../graph/fault.ts';
import { nearest } from '../graph/nearest.ts';
import { plain } from './text/plain.ts';
import { isVerb, type FirstWord } from './verb-first.ts';

/** What other programs call it. */
const otherNames = new Map([
  ...['graph', 'show', 'open', 'view', 'web', 'ui', 'browse', 'start', 'server'].map(
    (name) => [name, 'serve'] as const,
  ),
  ...['draw', 'svg', 'dot', 'png', 'render', 'picture', 'image', 'print'].map((name) => [name, 'export'] as const),
  ...['tree'].map((name) => [name, 'export --format tree'] as const),
  ...['ls', 'deps', 'modules', 'm', 'dependencies'].map((name) => [name, 'list'] as const),
  ...['search', 'find', 'filter', 'grep', 'select'].map((name) => [name, 'query'] as const),
  ...['explain', 'path', 'paths', 'who', 'reason', 'inspect', 'info'].map((name) => [name, 'why'] as const),
  ...['loops', 'circular'].map((name) => [name, 'cycles'] as const),
  ...['lint', 'audit', 'issues', 'problems', 'vet'].map((name) => [name, 'findings'] as const),
  ...['verify', 'validate', 'policy', 'test', 'ci'].map((name) => [name, 'check'] as const),
  ...['compare', 'changes'].map((name) => [name, 'diff'] as const),
  ...['outdated', 'updates'].map((name) => [name, 'query is:outdated'] as const),
  ...['unused'].map((name) => [name, 'query is:unused'] as const),
  ...['duplicates', 'dupes'].map((name) => [name, 'query major:split'] as const),
  ...['save', 'dump', 'record'].map((name) => [name, 'snapshot'] as const),
  ...['completions', 'complete', 'autocomplete'].map((name) => [name, 'completion'] as const),
  ...['edit', 'drop', 'upgrade', 'update', 'try'].map((name) => [name, 'what-if'] as const),
]);

/**
 * Throws a Fault 'usage', with the nearest verb, for a first word that is neither a verb nor a folder: one with a slash or a
 * dot in front is a folder whether it is there or not. `cwd` is where the user stands.
 */
export function checkVerb(program: Command, { word, from = '.' }: FirstWord, cwd: string): void {
  if (isVerb(program, word) || isPlace(word, path.resolve(cwd, from))) return;
  throw noSuchVerb(program, word, ', and no folder of that name');
}

/** The same for `modscope help WORD`, where it can be nothing but a verb. */
export function checkHelp(program: Command, word: string | undefined): void {
  if (word === undefined || word.startsWith('-') || isVerb(program, word)) return;
  throw noSuchVerb(program, word, '');
}

function isPlace(word: string, base: string): boolean {
  return word === '' || word === '-' || /^\.|[/\\]/.test(word) || existsSync(path.resolve(base, word));
}

function noSuchVerb(program: Command, word: string, more: string): Fault {
  const verbs = program.createHelp().visibleCommands(program);
  const names = verbs.map((verb) => verb.name());
  const meant = otherNames.get(word.toLowerCase()) ?? nearest(word, names)[0];
  const hint = meant === undefined ? `The verbs are ${names.join(', ')}.` : `Did you mean \`modscope ${meant}\`?`;
  return new Fault('usage', `There is no such verb: ${plain(word)}${more}.`, {
    hint: `${hint} \`modscope --help\` says what each verb does.`,
  });
}
