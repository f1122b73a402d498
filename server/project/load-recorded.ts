/** Loads what was recorded before: a snapshot file, or the output of go in files. No go is run. */
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { MainModule } from '../../graph/snapshot/types.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { defaultLimits } from '../../parsers/limits.ts';
import { ListModulesParser } from '../../parsers/list-modules.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';
import { withoutMachine } from '../../parsers/without-machine.ts';
import { Phases } from './phases.ts';
import { problemsOfModules } from './problems.ts';
import { inputName, readInputText } from './read-input.ts';
import { readRecorded, readRecordedText } from './recorded-input.ts';
import { checked, type Outcome } from './snapshot-of.ts';
import type { Loaded, OnPhases } from './types.ts';

/** Largest snapshot that is read, in bytes: traefik's whole graph is 1 MB. */
const snapshotLimit = 256 << 20;

const modLimit = 16 << 20;

/** A snapshot file, or standard input for '-'. Throws a Fault 'bad-input' that names it. */
export async function loadSnapshotFile(
  file: string,
  onPhases: OnPhases,
  signal: AbortSignal,
  source = nameOf(file),
): Promise<Loaded> {
  const started = performance.now();
  const snapshot = await new Phases(onPhases).run('read', async () => {
    const text = await readRecordedText(file, 'snapshot', snapshotLimit, signal);
    try {
      return readSnapshot(text);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { code, message, hint, detail } = error;
      throw new Fault(code, `${inputName(file)}: ${message}`, {
        ...(hint === undefined ? {} : { hint }),
        ...(detail === undefined ? {} : { detail }),
        cause: error,
      });
    }
  });
  return loaded({ snapshot, crossCheck: 'none' }, source, started);
}

export interface RecordedFiles {
  readonly graph: string;
  readonly list?: string;
  readonly mod?: string;
  readonly work?: string;
  /** Main modules in folders of a recorded workspace: go.mod file and folder. */
  readonly members?: readonly { readonly mod: string; readonly dir: string }[];
}

/** Recorded `go mod graph`, with `go list -m -json all` and go.mod where they are there. Throws a Fault 'bad-input'. */
export async function loadRecorded(
  files: RecordedFiles,
  onPhases: OnPhases,
  signal: AbortSignal,
  source = nameOf(files.graph),
): Promise<Loaded> {
  const started = performance.now();
  const inputs = [files.graph, files.list, files.mod].filter((file) => file === '-');
  if (inputs.length > 1) throw new Fault('usage', 'Standard input can be read once: only one of the files can be `-`.');
  const outcome = await new Phases(onPhases).run('read', async (count) => {
    const graph = new ModGraphParser({ name: inputName(files.graph), code: 'bad-input' });
    await readRecorded(
      files.graph,
      'graph',
      defaultLimits.bytes,
      (chunk) => {
        graph.push(chunk);
        count(graph.nameCount);
      },
      signal,
    );
    const edges = graph.end();
    const mains = await mainsOf(files, signal);
    const work =
      files.work === undefined
        ? undefined
        : readGoWork(await readInputText(files.work, modLimit, signal), nameOf(files.work));
    const records = { edges, mains, ...(work === undefined ? {} : { work }) };
    if (files.list === undefined) return { snapshot: assemble(records), crossCheck: 'none' } as const;
    const list = new ListModulesParser({ name: inputName(files.list), code: 'bad-input' });
    await readRecorded(
      files.list,
      'list',
      defaultLimits.bytes,
      (chunk) => {
        list.push(chunk);
      },
      signal,
    );
    const listed = list.end();
    return checked({ ...records, problems: problemsOfModules(listed, (text) => withoutMachine(text, {})) }, listed);
  });
  return loaded(outcome, source, started);
}

async function mainsOf({ mod, members }: RecordedFiles, signal: AbortSignal): Promise<MainModule[]> {
  const named = members ?? (mod === undefined ? [] : [{ mod, dir: '.' }]);
  const mains: MainModule[] = [];
  for (const { mod: file, dir } of named) {
    mains.push(readGoMod(await readRecordedText(file, 'go.mod', modLimit, signal), inputName(file), dir).main);
  }
  return mains;
}

function nameOf(file: string): string {
  return file === '-' ? inputName(file) : path.basename(file);
}

function loaded({ snapshot, crossCheck }: Outcome, source: string, started: number): Loaded {
  return {
    snapshot,
    run: { source, readAt: Date.now(), took: Math.round(performance.now() - started), crossCheck },
    folders: [],
    notes: [],
  };
}
