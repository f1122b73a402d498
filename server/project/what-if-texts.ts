/** go.mod and go.work as text after edits: `go mod edit` and `go work edit` make them on copies, so that each byte is go's own. */
import path from 'node:path';
import { toFault } from '../../graph/fault.ts';
import type { FileEdit } from '../../graph/remedy/types.ts';
import type { MainModule } from '../../graph/snapshot/types.ts';
import { linesBetween } from '../../graph/unimport/lines.ts';
import type { Declarations } from '../../graph/what-if/apply.ts';
import type { PlacedEdit, Removal, Target, TextEdit } from '../../graph/what-if/edits.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { writeFile } from '../files.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { ofGo } from '../process/go-words.ts';
import type { Go } from '../process/go.ts';
import { stepCommand } from '../remedy/step-command.ts';
import type { Project } from './find.ts';
import { goModOf } from './mod-file.ts';
import { newFolder } from './own-folder.ts';
import { readText } from './read-text.ts';
import { nameIn, type FileText } from './what-if-patch.ts';

/** What go is run with, and on what. */
export interface Editing {
  readonly go: Go;
  readonly env: GoEnv;
  readonly project: Project;
  readonly mains: readonly MainModule[];
}

/** Of each file that edits are of: its text before and after. */
export type Texts = ReadonlyMap<Target, FileText>;

/**
 * The texts of the files that these edits are of, `get` left out. undefined where go would not be given an edit (a folder of a name that is none
 * for it) or refuses the file. Throws a Fault: 'cancelled', 'write-failed', and what says that go cannot run at all.
 */
export async function editTexts(editing: Editing, placed: readonly PlacedEdit[]): Promise<Texts | undefined> {
  const { project, mains } = editing;
  const texts = new Map<Target, FileText>();
  for (const target of new Set(placed.filter(({ edit }) => edit.kind !== 'get').map((one) => one.target))) {
    const file = fileOf(project, mains, target);
    const before = readText(file);
    const edits = placed.flatMap((one) => (one.target === target && one.edit.kind !== 'get' ? [one.edit] : []));
    const after = await edited(editing, target === 'go.work' ? 'go.work' : 'go.mod', before, edits);
    if (after === undefined) return undefined;
    texts.set(target, { file: nameIn(project.root, file), before, after });
  }
  return texts;
}

/** The text as it stands, of a file that no edit is of. Throws the Faults of readText. */
function textOf({ project, mains }: Pick<Editing, 'project' | 'mains'>, target: Target): FileText {
  const file = fileOf(project, mains, target);
  const text = readText(file);
  return { file: nameIn(project.root, file), before: text, after: text };
}

/** The go.mod of a main module, or go.work; absolute. */
function fileOf(project: Project, mains: readonly MainModule[], target: Target): string {
  if (target === 'go.work') return project.gowork;
  return project.work === undefined
    ? goModOf(project)
    : path.join(path.resolve(project.root, mains[target]?.dir ?? '.'), 'go.mod');
}

/**
 * All files that change, go.work among them where its go line rises with that of a member. `gets`: by the place of the main module,
 * what go get made of the text. undefined where the texts are not what `after` declares: nobody is given a patch of something else.
 */
export async function wholeTexts(
  editing: Editing,
  texts: Texts,
  gets: ReadonlyMap<number, string>,
  after: Declarations,
): Promise<FileText[] | undefined> {
  const all = new Map<Target, FileText>(texts);
  for (const [target, text] of gets) all.set(target, { ...(all.get(target) ?? textOf(editing, target)), after: text });
  const { work } = after;
  if (work !== undefined) {
    const known = all.get('go.work') ?? textOf(editing, 'go.work');
    const risen = await withGoLine(editing, known.after, work);
    if (risen === undefined) return undefined;
    all.set('go.work', { ...known, after: risen });
  }
  return [...all].every(([target, { after: text }]) => says(text, target, after)) ? [...all.values()] : undefined;
}

/** The go and toolchain lines of go.work are what the edits left, or what go get raises them to (modload/init.go, UpdateWorkGoVersion). */
async function withGoLine(
  editing: Editing,
  text: string,
  { go, toolchain }: NonNullable<Declarations['work']>,
): Promise<string | undefined> {
  const now = readGoWork(text);
  const edits: (TextEdit | Removal)[] = [
    ...(go === undefined || now.go === go ? [] : [{ kind: 'go' as const, version: go }]),
    ...(toolchain === undefined && now.toolchain !== undefined ? [{ kind: 'drop-toolchain' as const }] : []),
  ];
  return edits.length === 0 ? text : edited(editing, 'go.work', text, edits);
}

function says(text: string, target: Target, { mains, work }: Declarations): boolean {
  if (target === 'go.work')
    return work !== undefined && linesBetween({ mains: [], work: readGoWork(text) }, { mains: [], work }).length === 0;
  const main = mains[target];
  return main !== undefined && linesBetween({ mains: [readGoMod(text).main] }, { mains: [main] }).length === 0;
}

/** What go makes of the text; undefined where it refuses it, or could not be given an edit. */
async function edited(
  { go, env }: Pick<Editing, 'go' | 'env'>,
  name: 'go.mod' | 'go.work',
  text: string,
  edits: readonly (TextEdit | Removal)[],
): Promise<string | undefined> {
  const [first, ...others] = edits.map((edit): FileEdit => ({ ...edit, file: name }));
  if (first === undefined) return text;
  const { folder, remove } = newFolder('Copies of go.mod are made there, so that go writes nothing of yours.');
  try {
    const made = stepCommand({ do: 'edit', edits: [first, ...others] }, folder);
    if (made === undefined) return undefined;
    writeFile(path.join(folder, name), text);
    await go.text(folder, made.command, { GOWORK: 'off', GOFLAGS: ownFlags(env.GOFLAGS, 'mod') });
    return readText(path.join(folder, name));
  } catch (error) {
    const fault = toFault(error);
    if (!ofGo.has(fault.code)) throw fault;
    return undefined;
  } finally {
    remove();
  }
}
