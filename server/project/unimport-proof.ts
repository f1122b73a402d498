/** The proof of unimport: `go mod tidy` on scratch copies, once as the code is, once as if it did not import X. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import { isImportPath } from '../../graph/module/names.ts';
import type { MainModule } from '../../graph/snapshot/types.ts';
import type { Target } from '../../graph/unimport/target.ts';
import type { Declarations } from '../../graph/what-if/apply.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { importRanges, withoutRanges } from '../../parsers/go-imports.ts';
import { absoluteFile, isFolderTarget, type AbsoluteFile } from '../process/arguments.ts';
import { goCommands, type GoModEdit } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { lookupsOff, ofGo } from '../process/go-words.ts';
import type { Go } from '../process/go.ts';
import { findProject, type Project } from './find.ts';
import { wordsOf } from './machine.ts';
import { goModOf } from './mod-file.ts';
import { noRoom } from './no-room.ts';
import { readRegularFile } from './regular-file.ts';
import { readText } from './read-text.ts';
import { makeScratch } from './scratch.ts';
import { sourceLimit, type SourceFile } from './unimport-sources.ts';
import { nameIn, type FileText } from './what-if-patch.ts';

/** What go is asked with. */
export interface Proving {
  /** Runs `go mod tidy`: with the network or without. */
  readonly go: Go;
  readonly env: GoEnv;
  readonly project: Project;
  readonly declared: Declarations;
  readonly tags?: string;
  readonly baselines: Baselines;
}

/** Path of a main module → what go made of its code as it is. */
export type Baselines = Map<string, Tidied>;

type Tidied =
  | {
      readonly main: MainModule;
      /** Absent where a replacement of a member could not be taken out again without a line of the user's. */
      readonly text?: FileText;
    }
  | Omit<Unproven, 'of'>;

/** What the code stops importing, and where. */
export interface Stopping {
  readonly target: Target;
  /** Paths of the main modules whose code stops. */
  readonly mains: ReadonlySet<string>;
  readonly sources: readonly SourceFile[];
}

/** `before`: the declarations as `go mod tidy` leaves them today; `after`: as it leaves them without the imports. */
export interface Proven {
  readonly before: Declarations;
  readonly after: Declarations;
  /** Of each go.mod: its text, and the text that go leaves without the imports; absent where one of them is not known. */
  readonly texts?: readonly FileText[];
  /** go mod tidy changes a go.mod today as well: then `texts` hold that, too. */
  readonly untidy: boolean;
}

/** Why go could not prove it. */
export interface Unproven {
  /** `baseline`: go mod tidy fails on the code as it is. `without`: on that without the imports alone. */
  readonly of: 'baseline' | 'without';
  /** Go's words, without what is of this machine. */
  readonly words: string;
  /** Only what go may not fetch here is lacking. */
  readonly lacks: boolean;
}

/**
 * Runs it for each main module that uses X or requires a module of it. Of go.mod and go.sum go gets copies, of files that import X
 * copies without these imports, which -overlay puts in the place of the user's for this command alone: nothing of the user's is
 * written. Other members of a workspace stand for themselves by their folders. Throws a Fault: 'cancelled', 'write-failed', and
 * what says that go cannot run at all.
 */
export async function proveUnimport(proving: Proving, stopping: Stopping): Promise<Proven | Unproven> {
  const { declared, project } = proving;
  const scratch = makeScratch(project);
  try {
    const overlay = layOverlay(scratch.folder, stopping);
    const before: MainModule[] = [];
    const after: MainModule[] = [];
    const texts: (FileText | undefined)[] = [];
    let untidy = false;
    for (const main of declared.mains) {
      if (!isConcerned(main, stopping)) {
        before.push(main);
        after.push(main);
        continue;
      }
      const baseline = proving.baselines.get(main.path) ?? (await tidied(proving, main, undefined, []));
      proving.baselines.set(main.path, baseline);
      if (!('main' in baseline)) return { of: 'baseline', ...baseline };
      const tools = stopping.mains.has(main.path) ? main.tool.filter(stopping.target.holds) : [];
      const without = await tidied(proving, main, overlay, tools);
      if (!('main' in without)) return { of: 'without', ...without };
      before.push(baseline.main);
      after.push(without.main);
      texts.push(without.text);
      untidy ||= baseline.text?.before !== baseline.text?.after;
    }
    const work = declared.work === undefined ? {} : { work: declared.work };
    return { before: { mains: before, ...work }, after: { mains: after, ...work }, ...allOf(texts), untidy };
  } finally {
    scratch.remove();
  }
}

function allOf(texts: readonly (FileText | undefined)[]): Pick<Proven, 'texts'> {
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? { texts: known } : {};
}

/** Others need nothing of X, or go mod tidy would have given them a line (from go 1.17 on it lists all that packages need). */
function isConcerned(main: MainModule, { target, mains, sources }: Stopping): boolean {
  const { modules, holds } = target;
  return (
    main.require.some(({ path: required }) => modules.includes(required)) ||
    (mains.has(main.path) &&
      (main.tool.some(holds) || sources.some((one) => one.main === main.path && one.imports.some(holds))))
  );
}

/** Writes the files without their imports, and the JSON of -overlay (go help build) that names them. */
function layOverlay(scratch: string, { target, mains, sources }: Stopping): AbsoluteFile {
  const folder = path.join(scratch, 'overlay');
  const replace: Record<string, string> = {};
  try {
    mkdirSync(folder);
    for (const { file, main, imports } of sources) {
      if (!mains.has(main) || !imports.some(target.holds)) continue;
      const copy = path.join(folder, `${String(Object.keys(replace).length)}.go`);
      const source = readRegularFile(file, sourceLimit);
      writeFileSync(copy, withoutRanges(source, importRanges(source, target.holds)));
      replace[file] = copy;
    }
    const json = path.join(scratch, 'overlay.json');
    writeFileSync(json, JSON.stringify({ Replace: replace }));
    return absoluteFile(json);
  } catch (cause) {
    throw noRoom('Copies of your files without these imports are made there.', cause);
  }
}

/** What a go.mod is after `go mod tidy`, or what go says instead. */
async function tidied(
  { go, env, project, declared, tags }: Proving,
  main: MainModule,
  overlay: AbsoluteFile | undefined,
  tools: readonly string[],
): Promise<Tidied> {
  const folder = path.resolve(project.root, main.dir);
  const alone = project.work === undefined ? project : findProject(folder, 'off');
  const scratch = makeScratch(alone);
  try {
    const copy = scratch.verbatim('tidy');
    const { modfile } = copy;
    if (modfile === undefined) throw new Fault('defect', 'A module by itself has no go.mod of its own.');
    const members = declared.mains.filter((one) => one.path !== main.path && !isReplaced(main, one.path));
    const edits = [...membersIn(members, project.root), ...droppedTools(tools)];
    const settings = { GOWORK: 'off', GOFLAGS: ownFlags(env.GOFLAGS, 'mod', tags) };
    try {
      if (edits.length > 0) await go.text(folder, goCommands.modEdit(modfile, edits), settings);
      await go.text(folder, goCommands.modTidy({ modfile, ...(overlay === undefined ? {} : { overlay }) }), settings);
      const back = membersOut(members, main);
      if (back.length > 0) await go.text(folder, goCommands.modEdit(modfile, back), settings);
    } catch (error) {
      const fault = toFault(error);
      if (!ofGo.has(fault.code) && fault.code !== 'go-timeout') throw fault;
      const words = wordsOf({ project: alone, env, mains: declared.mains, scratch: [copy.folder, scratch.folder] });
      return { words: words(fault.detail ?? fault.message), lacks: lookupsOff.test(fault.detail ?? '') };
    }
    const text = readText(modfile);
    const read = readGoMod(text, 'go.mod', main.dir).main;
    const own = goModOf(alone);
    return {
      main: { ...read, replace: main.replace },
      ...(read.replace.length === main.replace.length && {
        text: { file: nameIn(project.root, own), before: readText(own), after: text },
      }),
    };
  } finally {
    scratch.remove();
  }
}

function isReplaced({ replace }: MainModule, member: string): boolean {
  return replace.some(({ old }) => old.path === member && old.version === undefined);
}

/** In a workspace a member stands for itself at whatever version: by itself a module needs a replacement for that. */
function membersIn(members: readonly MainModule[], root: string): GoModEdit[] {
  return members.flatMap((one): GoModEdit[] => {
    const by = path.resolve(root, one.dir);
    return isImportPath(one.path) && isFolderTarget(by) ? [{ kind: 'replace', path: one.path, by }] : [];
  });
}

function droppedTools(tools: readonly string[]): GoModEdit[] {
  return tools.flatMap((tool): GoModEdit[] => (isImportPath(tool) ? [{ kind: 'droptool', path: tool }] : []));
}

/** Takes the replacements of members out again, and lines on them that go.mod did not have before. */
function membersOut(members: readonly MainModule[], before: MainModule): GoModEdit[] {
  const had = new Set(before.require.map((one) => one.path));
  return members.flatMap(({ path: member }): GoModEdit[] => {
    if (!isImportPath(member)) return [];
    const line: GoModEdit[] = had.has(member) ? [] : [{ kind: 'droprequire', path: member }];
    return [{ kind: 'dropreplace', path: member }, ...line];
  });
}
