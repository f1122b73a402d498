/** `modscope diff`: what changed between two revisions, snapshots, or a revision and the folder as it stands, and why. */
import path from 'node:path';
import { isEmptyDiff } from '../../graph/diff/diff.ts';
import { Fault } from '../../graph/fault.ts';
import { compareModules } from '../../graph/model/order.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { type Written, written } from '../../graph/written.ts';
import { compare, type Comparison } from '../../server/project/revision-diff.ts';
import { sideNamed, type Side, type SideName } from '../../server/project/revision-side.ts';
import { realFolder } from '../../server/project/find.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { checkTarget, deliver, isStdout, type Target } from '../deliver.ts';
import { exit } from '../exit.ts';
import { loadOptionsOf, sourceOf } from '../input.ts';
import type { InputOptions } from '../input-options.ts';
import type { Hiding, Io } from '../io.ts';
import { Progress } from '../progress.ts';
import { openingCommands, type Commands, type NamedSide } from '../text/diff-command.ts';
import { diffMarkdown } from '../text/diff-markdown.ts';
import { broken, readRules } from '../text/diff-rules.ts';
import { diffText } from '../text/diff.ts';
import { jsonText } from '../text/json.ts';
import { joined, plainLines, type Printable, said } from '../text/plain.ts';

export interface DiffOptions extends InputOptions, Target {
  readonly format: 'text' | 'json' | 'markdown' | 'svg' | 'html';
  readonly json?: true;
  readonly failOn?: string;
  readonly room: 'comment' | 'summary';
}

/** Exits 1 when a rule of --fail-on is broken, and says by what. */
export async function diff(io: Io, options: DiffOptions, base?: string, head?: string): Promise<number> {
  const { snapshot, sample, graph, facts, vuln } = options;
  const useless = { snapshot, sample, graph, facts, vuln };
  const [refused] = Object.entries(useless).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (refused !== undefined) {
    throw new Fault('usage', `diff takes no --${refused}.`, {
      hint: 'It compares snapshot files and git revisions: `modscope diff BASE [HEAD]`.',
    });
  }
  checkTarget(io, options);
  const rules = options.failOn === undefined ? [] : readRules(options.failOn);
  const source = sourceOf(io, options, undefined);
  const dir = source.kind === 'folder' ? source.dir : io.cwd;
  const before = base === undefined ? headOfGit : sideNamed(base, io.cwd);
  const after: SideName = head === undefined ? { kind: 'folder' } : sideNamed(head, io.cwd);
  const progress = new Progress(io, options.quiet === true);
  let done: Comparison;
  try {
    done = await compare(before, after, {
      cwd: io.cwd,
      dir,
      options: loadOptionsOf(io.cwd, options, defaultLoad),
      onPhases: progress.show.bind(progress),
      signal: io.signal,
    });
  } finally {
    await progress.end();
  }
  io.hider.learn([done.base, done.head].flatMap(({ snapshot: side }) => side.modules.map((module) => module.path)));
  if (options.quiet !== true) await io.stderr.say(talk(done));
  const commands = openingCommands({
    base: namedSide(before, done.base),
    head: namedSide(after, done.head),
    folder: path.relative(realFolder(io.cwd), realFolder(dir)).split(path.sep).join('/'),
    options,
  });
  const shown = hidden(io.hider, done);
  // Nothing changed: nothing is printed; a file says so by being empty.
  if (isText(options) && isStdout(options.output)) await io.stdout.say(diffText(shown.diff, shown.unknown));
  else await deliver(io, await madeOf(shown, options, commands, io.signal), options, exit.fine);
  const why = broken(rules, done.diff, { before: directOf(done.base.snapshot), after: directOf(done.head.snapshot) });
  if (why.length === 0) return exit.fine;
  await io.stderr.say(joined(why.map((sentence) => said`modscope: ${sentence}\n`)));
  return exit.failed;
}

const headOfGit: SideName = { kind: 'revision', name: 'HEAD' };

function isText({ format, json }: DiffOptions): boolean {
  return format === 'text' && json !== true;
}

async function madeOf(
  done: Comparison,
  { format, json, room }: DiffOptions,
  commands: Commands,
  signal: AbortSignal,
): Promise<Written> {
  const { base, head, diff: found, unknown } = done;
  const notes = notesOf(base, head);
  if (json === true || format === 'json') {
    const more = { ...(unknown === undefined ? {} : { unknown }), ...(notes.length === 0 ? {} : { notes }) };
    return jsonText({ base: nameOf(base), head: nameOf(head), ...found, ...more });
  }
  if (format === 'text') return written(diffText(found, unknown));
  if (format === 'svg' || format === 'html') {
    if (isEmptyDiff(found)) return written('');
    return (await import('../diff-picture.ts')).diffPicture(done, format, signal);
  }
  const more = unknown === undefined ? {} : { unknown };
  return diffMarkdown(found, { base: base.name, head: head.name, notes, commands, room, ...more });
}

/** Before anything is drawn or escaped: a box has the parts of a path on lines of their own, and Markdown has letters as numbers. */
function hidden(hider: Hiding, { base, head, diff: found, ...rest }: Comparison): Comparison {
  return { ...rest, base: hiddenSide(hider, base), head: hiddenSide(hider, head), diff: hider.value(found) };
}

/** In the order of a snapshot, also where a path is written otherwise than it sorts. */
function hiddenSide(hider: Hiding, side: Side): Side {
  const snapshot = hider.value(side.snapshot);
  if (snapshot === side.snapshot) return side;
  const { name, problems } = side;
  const modules = [...snapshot.modules].sort(compareModules);
  return { ...side, name: hider.value(name), problems: hider.value(problems), snapshot: { ...snapshot, modules } };
}

/** Standard input is there once: it cannot be named again. */
function namedSide(name: SideName, { commit }: Side): NamedSide | undefined {
  if (name.kind === 'snapshot') return name.file === '-' ? undefined : { file: name.file };
  return commit === undefined ? {} : { commit };
}

function nameOf({ name, commit }: Side): { name: string; commit?: string } {
  return { name, ...(commit === undefined ? {} : { commit }) };
}

/** What the diff rests on that is not in the repository, once where both sides say it. */
function notesOf(base: Side, head: Side): string[] {
  return [...new Set([...base.problems, ...head.problems].map(({ text }) => text))];
}

function talk({ base, head, diff: found, unknown }: Comparison): Printable {
  const notes = [
    ...new Set([...base.notes, ...head.notes]),
    ...notesOf(base, head),
    ...(unknown === undefined || isEmptyDiff(found) ? [] : [`which line causes which change is not known: ${unknown}`]),
  ];
  return plainLines(notes.map((note) => `modscope: ${note}\n`).join(''));
}

/** Paths that a main module requires without `// indirect`. */
function directOf({ mains }: Snapshot): Set<string> {
  return new Set(
    mains.flatMap(({ require }) => require.flatMap(({ path, indirect }) => (indirect === true ? [] : [path]))),
  );
}
