/** What the build list would be after some edits: nothing of the user's is written, and go runs only to fetch what is not there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Fault } from '../../graph/fault.ts';
import type { LoadInput } from '../../graph/load/types.ts';
import type { Diff } from '../../graph/diff/types.ts';
import type { Edit } from '../../graph/what-if/edits.ts';
import { countSelected } from '../../graph/snapshot/selected.ts';
import { whatIf, type WhatIf, type WhatIfStart } from '../../graph/what-if/what-if.ts';
import { placeEdits, type Where } from '../../graph/what-if/place.ts';
import { notesOf, type Project } from './find.ts';
import { readGround, type Ground } from './ground.ts';
import type { Sources } from './mod-files.ts';
import { modFileNote } from './mod-file.ts';
import type { LoadOptions, OnPhases } from './types.ts';
import type { Getting } from '../../graph/what-if/gets.ts';
import { GetSources } from './get-sources.ts';
import { getAnswers, madeByGo, proveGets, type GetAnswer } from './what-if-get.ts';
import { withLines } from './what-if-lines.ts';
import { patchOf } from './what-if-patch.ts';
import { editTexts, wholeTexts } from './what-if-texts.ts';
import { fetchAll, loadWithGo, notAtHand, sameEdges, sameLack, type Loading } from './what-if-fetch.ts';

/** The diff of contracts 15, and what it rests on. */
export interface WhatIfAnswer extends Diff {
  /** Modules of the build list before and after, main modules among them. */
  readonly selected: { readonly from: number; readonly to: number };
  readonly sources: Sources;
  /** The graph after the edits against what `go mod graph` prints for them on a scratch copy. */
  readonly crossCheck: 'same' | 'differs';
  /** Each `go get` among the edits; absent without one. */
  readonly get?: readonly GetAnswer[];
  /**
   * What `git apply` takes in the folder of go.mod or go.work: from the texts there to those that go made on copies; '' where no text changes.
   * Absent where go did not confirm the answer, or no patch can say it.
   */
  readonly patch?: string;
}

export interface WhatIfRequest {
  readonly edits: readonly Edit[];
  /** Whose go.mod is edited: a main module's path or folder, or go.work; of all edits, or of each in their order. */
  readonly in?: Where;
}

/** The answer, and the graphs that it compares. */
export interface WhatIfDone extends WhatIf {
  readonly answer: WhatIfAnswer;
  /** Said to the user beside it. */
  readonly notes: readonly string[];
}

/**
 * Makes the edits on the declarations of the project of `dir` and loads what comes of it, from the .mod files of the
 * module cache and the folders of replacements. Those that are not in the cache go fetches, by `go mod graph` on a
 * scratch copy that holds the edits; the same confirms the answer, so that what go refuses is refused. What `get` makes of
 * go.mod is reckoned, then go makes it on a copy, and its go.mod is the one that is answered. Throws a Fault: those of whatIf; 'go-failed' for a .mod file that is not to be had,
 * with --offline for each that is not in the cache; what go itself says; 'usage' for a folder without a go.mod.
 */
export async function whatIfOf(
  dir: string,
  request: WhatIfRequest,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<WhatIfDone> {
  return askWhatIf(await readGround(dir, options, onPhases, signal), request);
}

/** The same for what was read before. `onReckoned` is called with what go.mod files come to, before go is asked; it may wait, and what it rejects with ends this. `start`: that of an answer on the same ground. */
export async function askWhatIf(
  ground: Ground,
  { edits, in: name }: WhatIfRequest,
  onReckoned: (reckoned: WhatIf) => void | Promise<void> = () => undefined,
  start?: WhatIfStart,
): Promise<WhatIfDone> {
  const { go, env, project, options, phases, signal, declared, files } = ground;
  const { mains } = declared;
  const input: LoadInput = { ...declared, goMod: files.goMod };
  checkFolders(project, edits, name);
  const pause = async (): Promise<void> => {
    await setImmediate();
    if (signal.aborted) throw new Fault('cancelled', 'what-if was cancelled.');
  };
  const sources = edits.some(({ kind }) => kind === 'get') ? new GetSources(go, env, mains) : undefined;
  const begun = await whatIf(input, edits, name, pause, sources, start);
  const by: Loading = { project, go, env, edits, base: { declared: input, snapshot: begun.base } };
  const settle = async (first: WhatIf, getting: Getting | undefined): Promise<WhatIf> => {
    let result = first;
    for (let round = 0; result.lacking.length > 0; round++) {
      const { lacking } = result;
      const lacks = lacking.flatMap(({ get }) => get ?? []);
      // What go get lacks go may know all the same when it is run.
      const ofGet = lacks.length === lacking.length;
      // Each round loads sets of edits that the one before could not; more than some is no fault of the cache.
      if (options.offline || round > (ofGet ? mostRounds : 20)) {
        if (ofGet) return result;
        throw notAtHand(lacking, options.offline);
      }
      files.beforeFetch();
      await phases.run('go mod graph', () => fetchAll(by, lacking));
      const asked = sources === undefined ? false : await phases.run('go list -m', () => sources.fetch(lacks));
      files.lookAgain();
      result = await whatIf(input, edits, name, pause, getting);
      if (asked || !sameLack(lacking, result.lacking)) continue;
      if (result.lacking.every(({ get }) => get !== undefined)) return result;
      throw notAtHand(result.lacking, false);
    }
    return result;
  };
  let result = await settle(begun, sources);
  if (result.lacking.length === 0) await onReckoned(result);
  const placed = placeEdits(declared, edits, name);
  const editing = { go, env, project, mains };
  const edited = await editTexts(editing, placed);
  const proven = result.gets.length === 0 ? [] : await phases.run('go get', () => proveGets(by, result.gets, edited));
  const gets = getAnswers(proven);
  if (sources !== undefined && gets.some(({ by: who, reckoned }) => who === 'go' && reckoned !== 'same')) {
    const { versions, time, asked } = sources;
    const getting = { versions, time, asked, go: sources.go, byGo: madeByGo(proven) };
    files.lookAgain();
    result = await settle(await whatIf(input, edits, name, pause, getting), getting);
  }
  const { diff, base, head, after } = result;
  const confirmed = sameEdges(after.edges, await phases.run('go mod graph', () => loadWithGo(by, after.declared)));
  const selected = { from: countSelected(base), to: countSelected(head) };
  const causes = withLines(project, edits, diff.causes);
  const ran = new Map(proven.flatMap(({ got, proof }) => (proof.state === 'ran' ? [[got.target, proof.text]] : [])));
  const texts =
    edited !== undefined && confirmed && ran.size === proven.length
      ? await wholeTexts(editing, edited, ran, after.declared)
      : undefined;
  const patch = texts === undefined ? undefined : patchOf(texts);
  return {
    ...result,
    answer: {
      ...diff,
      causes,
      selected,
      sources: files.sources(),
      crossCheck: confirmed ? 'same' : 'differs',
      ...(gets.length === 0 ? {} : { get: gets }),
      ...(patch === undefined ? {} : { patch }),
    },
    notes: [
      ...notesOf(project),
      ...modFileNote(project, options),
      ...(project.work === undefined || gets.length === 0 ? [] : [alone]),
      ...result.said,
      ...(confirmed ? [] : [differs]),
    ],
  };
}

/** Times that what go get lacks is asked for: each brings what the go.mod files of the one before require. */
const mostRounds = 100;

const alone =
  'go get was run with GOWORK=off: packages that only other modules of the workspace hold it looked for elsewhere.';

const differs = 'go loads another graph for this edit: the answer may be wrong. Please report it, with your go.mod.';

/** A folder that takes the place of a module must have a go.mod (modload/modfile.go, rawGoModData). */
function checkFolders(project: Project, edits: readonly Edit[], where: Where): void {
  for (const [n, edit] of edits.entries()) {
    const name = typeof where === 'string' ? where : where?.[n];
    if (edit.kind !== 'replace' || edit.new.version !== undefined) continue;
    const folder = edit.new.path;
    const bases = [
      project.root,
      ...(project.work === undefined || name === 'go.work' ? [] : project.members.map((one) => one.folder)),
    ];
    if (bases.some((base) => existsSync(path.resolve(base, folder, 'go.mod')))) continue;
    throw new Fault('usage', `There is no go.mod in ${folder}.`, {
      hint: 'A folder is named as in go.mod: relative to the folder of the go.mod (or go.work) that is edited.',
    });
  }
}
