/** Answers the page's what-if questions about one folder: what was read for one serves the next, until a file that decides changes. */
import { setImmediate } from 'node:timers/promises';
import type { Cause } from '../../graph/diff/types.ts';
import { diffSnapshots } from '../../graph/diff/diff.ts';
import { Fault } from '../../graph/fault.ts';
import { commandOf } from '../../graph/remedy/steps.ts';
import { ownerOf } from '../../graph/packages/lost.ts';
import { typed } from '../../graph/remedy/typed.ts';
import type { MainModule, Packages } from '../../graph/snapshot/types.ts';
import { linesBetween } from '../../graph/unimport/lines.ts';
import { editText, type Edit, type PlacedEdit } from '../../graph/what-if/edits.ts';
import { placeEdits } from '../../graph/what-if/place.ts';
import type { WhatIfEvent, WhatIfStage, WordedEdit } from '../../graph/what-if/stages.ts';
import { whatIf, type WhatIf, type WhatIfStart } from '../../graph/what-if/what-if.ts';
import { decisiveNames, fingerprint } from './fingerprint.ts';
import { foldersOf } from './folders.ts';
import { groundFor, readGround, type Ground } from './ground.ts';
import type { LoadOptions } from './types.ts';
import type { Baselines } from './unimport-proof.ts';
import { askUnimport, prepareOn, type Prepared, type UnimportStage } from './unimport.ts';
import { askWhatIf, type WhatIfDone } from './what-if.ts';
import { readEdits } from './what-if-edits.ts';
import { withLines } from './what-if-lines.ts';

/** One question. */
export interface Question {
  readonly edits: readonly WordedEdit[];
  /** go may download what the proof needs. */
  readonly prove: boolean;
}

/** How an answer is made: what is told, and what it waits for. */
export interface Asking {
  readonly tell: (event: WhatIfEvent) => void;
  /** Resolves when go may be run: one question at a time has that. */
  readonly turn: () => Promise<void>;
  readonly signal: AbortSignal;
}

export class Desk {
  readonly #dir: string;
  readonly #options: LoadOptions;
  readonly #packages: () => Packages | undefined;
  #ground: { readonly ground: Ground; readonly prints: string } | undefined;
  #start: { readonly of: Ground['declared']; readonly start: WhatIfStart } | undefined;
  #prepared: { readonly of: Ground; readonly code: string; readonly prepared: Prepared } | undefined;

  /** `packages`: what is known of packages by now, of the same folder. */
  constructor(dir: string, options: LoadOptions, packages: () => Packages | undefined) {
    this.#dir = dir;
    this.#options = options;
    this.#packages = packages;
  }

  /**
   * Tells each answer as soon as it is there: what go.mod files or imports come to, then what go says on a copy. Of no edits there is no
   * answer: what the next question needs is read. Throws a Fault: 'usage' for too many, or such that cannot stand beside each other; those of askWhatIf and askUnimport.
   */
  async answer({ edits, prove }: Question, asking: Asking): Promise<void> {
    const ofCode = edits.filter(({ kind }) => kind === 'unimport');
    if (ofCode.length > 0 && ofCode.length < edits.length) {
      throw new Fault(
        'usage',
        'To stop using a module is a change of your code; the other edits are changes of go.mod.',
        {
          hint: 'Ask about one kind at a time: remove the others first.',
        },
      );
    }
    const ground = await this.#groundFor(asking);
    if (edits.length === 0) {
      await this.#prepare(ground);
      return;
    }
    if (ofCode.length > 0) await this.#unimport(ground, ofCode, prove, asking);
    else await this.#edit(ground, edits, asking);
  }

  /** Loads once what every answer is compared with, and once more with a line less, so that the first question finds all of it done. */
  async #prepare({ declared, files, signal }: Ground): Promise<void> {
    if (this.#start?.of === declared) return;
    const line = declared.mains.flatMap(({ require }) => require).find(({ indirect }) => indirect !== true);
    const edits: readonly Edit[] = line === undefined ? [] : [{ kind: 'drop', path: line.path }];
    const main = declared.mains.find(({ require }) => line !== undefined && require.includes(line));
    const pause = async (): Promise<void> => {
      await setImmediate();
      signal.throwIfAborted();
    };
    const { lacking, start } = await whatIf({ ...declared, goMod: files.goMod }, edits, main?.path, pause);
    if (lacking.length === 0) this.#start = { of: declared, start };
  }

  async #edit(ground: Ground, worded: readonly WordedEdit[], { tell, turn }: Asking): Promise<void> {
    const edits = readWorded(worded);
    const where = worded.map((one) => one.in);
    const stageOf = (one: WhatIf, causes: readonly Cause[], more: boolean): Parted => {
      const { base, head, after } = one;
      const lines = linesBetween(ground.declared, after.declared);
      return { base, head, causes, lines, kept: [], more, commands: [], ...askText(worded, edits) };
    };
    const back = [...new Set(this.#backAgain(ground, edits))];
    const known = this.#start?.of === ground.declared ? this.#start.start : undefined;
    const done = await askWhatIf(
      ground,
      { edits, in: where },
      async (reckoned) => {
        // What a go get is refused for go says in its own words.
        if (reckoned.gets.every(({ result }) => result.state === 'done')) {
          const causes = withLines(ground.project, edits, reckoned.causes);
          tell(whole('load', stageOf(reckoned, causes, true), back));
        }
        await turn();
      },
      known,
    );
    this.#start = { of: ground.declared, start: done.start };
    const { answer } = done;
    const notes = [...back, ...done.notes];
    const unproven = answer.get?.find(({ proven }) => !proven);
    const commands = commandsOf(placeEdits(ground.declared, edits, where), done, ground.declared.mains);
    const proven = unproven === undefined && answer.crossCheck === 'same';
    const stage = {
      ...stageOf(done, answer.causes, false),
      commands: proven ? commands : [],
      ...patched(answer.patch),
    };
    const after = edits.some(({ kind }) => kind !== 'get') ? [tidyAfter] : [];
    const said = (answer.get ?? []).flatMap(({ said: words }) => words ?? []);
    const notProven = proven ? {} : { notProven: { words: unproven?.why ?? notes.at(-1) ?? '', lacks: false } };
    tell(whole(proven ? 'go' : 'load', { ...stage, ...notProven }, [...new Set([...notes, ...after, ...said])]));
  }

  /** Of modules that are dropped while code imports them: `go mod tidy` takes them up again. As far as packages are known. */
  #backAgain({ declared }: Ground, edits: readonly Edit[]): string[] {
    const roots = (this.#packages()?.packages ?? []).filter(({ root }) => root === true);
    const imported = roots.flatMap(({ imports = [], testImports = [] }) => [...imports, ...testImports]);
    const owners = declared.mains.flatMap(({ require }) => require);
    return edits.flatMap((edit) => {
      const dropped = edit.kind === 'drop' || (edit.kind === 'get' && edit.query === 'none');
      if (!dropped || !imported.some((one) => ownerOf(one, owners)?.path === edit.path)) return [];
      return [`Your code imports ${edit.path}: the next go mod tidy brings it back.`];
    });
  }

  async #unimport(
    ground: Ground,
    worded: readonly WordedEdit[],
    prove: boolean,
    { tell, turn }: Asking,
  ): Promise<void> {
    const [first, ...others] = worded;
    if (first === undefined) return;
    if (others.some((one) => one.in !== first.in)) {
      throw new Fault('usage', 'The code of which main module stops using them is not the same for all.', {
        hint: 'Ask about one main module, or about all of them, at a time.',
      });
    }
    const prepared = await this.#preparedOn(ground);
    const stage = (one: UnimportStage, more: boolean): void => {
      tell(unimported(one, worded, more, ground.declared.mains));
    };
    const request = { names: worded.map(({ value }) => value), fetches: prove, ...(first.in && { in: first.in }) };
    const done = await askUnimport(prepared, request, async (reckoned) => {
      stage(reckoned, true);
      await turn();
    });
    stage(done, false);
  }

  async #groundFor({ tell, signal }: Asking): Promise<Ground> {
    const onPhases = (phases: Extract<WhatIfEvent, { type: 'phases' }>['phases']): void => {
      tell({ type: 'phases', phases });
    };
    const known = this.#ground;
    if (known !== undefined && known.prints === printsOf(known.ground).join())
      return groundFor(known.ground, onPhases, signal);
    const ground = await readGround(this.#dir, this.#options, onPhases, signal);
    // What changed since the reading began is seen by the next question.
    const replaced = printsOf(ground).slice(ground.seen.length);
    this.#ground = { ground, prints: [...ground.seen, ...replaced].join() };
    return ground;
  }

  /** What go made of the code as it is holds while its imports are the same. */
  async #preparedOn(ground: Ground): Promise<Prepared> {
    const fresh = await prepareOn(ground);
    const code = JSON.stringify(fresh.sources.map(({ file, imports }) => [file, imports]));
    const known = this.#prepared;
    const same = known !== undefined && known.code === code && known.of.declared === ground.declared;
    const packages = this.#packages();
    const prepared: Prepared = {
      ...fresh,
      ...(packages && { packages }),
      baselines: same ? succeeded(known.prepared.baselines) : fresh.baselines,
    };
    this.#prepared = { of: ground, code, prepared };
    return prepared;
  }
}

/** What go could not make of the code it may make now: the module cache may hold more. */
function succeeded({ alone, fetching }: Prepared['baselines']): Prepared['baselines'] {
  const good = (all: Baselines): Baselines => new Map([...all].filter(([, one]) => 'main' in one));
  return { alone: good(alone), fetching: good(fetching) };
}

/** `go mod edit` and what it leaves are not what `go mod tidy` would: go may refuse to build until then. */
const tidyAfter = 'Only these lines change. You may need to run go mod tidy afterwards; it was not tried here.';

/** A stage without what is made of the rest. */
type Parted = Omit<WhatIfStage, 'by' | 'notes'>;

function whole(by: WhatIfStage['by'], parted: Parted, notes: readonly string[]): WhatIfEvent {
  return { type: 'answer', answer: { ...parted, by, notes } };
}

function unimported(
  { answer, base, head, notes }: UnimportStage,
  worded: readonly WordedEdit[],
  more: boolean,
  mains: readonly MainModule[],
): WhatIfEvent {
  const { by, lines, kept, uses, unproven } = answer;
  const { added, removed, changed } = diffSnapshots(base.snapshot, head.snapshot);
  const follows = [...added, ...removed, ...changed].map(({ path }) => path).sort();
  const cause: Cause = { file: 'go.mod', kind: 'unimport', path: answer.unimport, follows };
  const nothing = uses.files === 0 && uses.tools.length === 0;
  const dirs = [...new Set(lines.map(({ main }) => main))].flatMap(
    (name) => mains.find(({ path }) => path === name)?.dir ?? [],
  );
  const commands = [
    ...uses.tools.map((tool) =>
      commandOf([{ do: 'edit', edits: [{ kind: 'drop-tool', path: tool, file: 'go.mod' }] }]),
    ),
    ...dirs.map((dir) => commandOf([{ do: 'tidy', dir }])),
  ];
  const { words, lacks } = unproven ?? {};
  const parted: Parted = {
    base: base.snapshot,
    head: head.snapshot,
    causes: nothing ? [] : [cause],
    lines,
    kept,
    uses,
    more,
    ...(words === undefined ? {} : { notProven: { words, lacks: lacks === true } }),
    commands: more || answer.proven !== true ? [] : commands,
    ...patched(answer.patch),
    ...askText(worded, []),
  };
  return whole(by, parted, notes);
}

/** A patch of nothing is none to copy. */
function patched(patch: string | undefined): Pick<WhatIfStage, 'patch'> {
  return patch === undefined || patch === '' ? {} : { patch };
}

/** The edits, each read by itself, so that they keep their order. Throws the Faults of readEdits. */
function readWorded(worded: readonly WordedEdit[]): Edit[] {
  const none = { drop: [], set: [], replace: [], exclude: [], get: [] };
  if (worded.length === 0) return readEdits(none);
  return worded.flatMap(({ kind, value }) => {
    if (kind === 'unimport') return [];
    return readEdits(kind === 'go' ? { ...none, go: value } : { ...none, [kind]: [value] });
  });
}

/** `modscope what-if --drop example.com/a`; nothing where edits are of several main modules that are named. */
function askText(worded: readonly WordedEdit[], edits: readonly Edit[]): { readonly ask?: string } {
  const [only, ...others] = new Set(worded.map((one) => one.in));
  if (others.length > 0) return {};
  const where = only === undefined ? [] : ['--in', only];
  const words =
    edits.length > 0
      ? edits.flatMap((edit) => {
          const [flag = '', ...value] = editText(edit).split(' ');
          return [flag, value.join(' ')];
        })
      : worded.flatMap(({ value }) => ['--unimport', value]);
  return { ask: typed('modscope', 'what-if', ...words, ...where) };
}

/** What is typed to make these edits: each was made on a copy, and go loaded it or made it itself. */
function commandsOf(placed: readonly PlacedEdit[], { answer }: WhatIfDone, mains: readonly MainModule[]): string[] {
  const edits = placed.flatMap(({ edit, target }) => {
    if (edit.kind === 'get') return [];
    const dir = target === 'go.work' ? undefined : mains[target]?.dir;
    const file = target === 'go.work' ? 'go.work' : dir === '.' || dir === undefined ? 'go.mod' : `${dir}/go.mod`;
    return [commandOf([{ do: 'edit', edits: [{ ...edit, file }] }])];
  });
  return [...edits, ...(answer.get ?? []).map(({ command }) => command)];
}

/** Of the project's folders, then of those that replace lines name. */
function printsOf({ project, declared }: Ground): string[] {
  return fingerprint(foldersOf(project, declared.mains), decisiveNames(project.modFile));
}
