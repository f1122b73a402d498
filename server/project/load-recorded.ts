/** Loads what was recorded before: a snapshot file, the output of go in files, a bundled sample. No go is run. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Fault } from '../../graph/fault.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { MainModule, Snapshot, Workspace } from '../../graph/snapshot/types.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { parseModGraph } from '../../parsers/mod-graph.ts';
import { crossCheck } from './cross-check.ts';
import type { Loaded } from './types.ts';

/** Largest file that is read, in bytes. */
const fileLimit = 512 << 20;

/** The bytes of a file, or of standard input for '-'; a .gz is unpacked. Throws a Fault 'bad-input'. */
function bytesOf(file: string): Uint8Array {
  if (file === '-') return readFileSync(0);
  if (!existsSync(file))
    throw new Fault('bad-input', `There is no file ${file}.`, { hint: 'Check the name; `-` is standard input.' });
  const { size } = statSync(file);
  if (size > fileLimit)
    throw new Fault(
      'too-large',
      `${file} has ${size.toLocaleString('en')} bytes; ${fileLimit.toLocaleString('en')} are the most that is read.`,
    );
  try {
    const bytes = readFileSync(file);
    return file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: fileLimit }) : bytes;
  } catch (cause) {
    throw new Fault('bad-input', `${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(file));
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('bad-input', `${file} is not UTF-8 text.`, { cause: error });
  }
}

/** A snapshot file. Throws a Fault 'bad-input' with the name of the file. */
export function loadSnapshotFile(file: string): Loaded {
  const started = performance.now();
  const text = textOf(file);
  try {
    return loaded(readSnapshot(text), path.basename(file), started, 'none');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(error.code, `${file}: ${error.message}`, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      ...(error.detail === undefined ? {} : { detail: error.detail }),
      cause: error,
    });
  }
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
export function loadRecorded(files: RecordedFiles, source = path.basename(files.graph)): Loaded {
  const started = performance.now();
  const from = (file: string) => ({ name: file === '-' ? 'standard input' : file, code: 'bad-input' }) as const;
  const edges = parseModGraph(bytesOf(files.graph), from(files.graph));
  const listed = files.list === undefined ? undefined : parseListModules(bytesOf(files.list), from(files.list));
  const mains: MainModule[] = (files.members ?? (files.mod === undefined ? [] : [{ mod: files.mod, dir: '.' }])).map(
    ({ mod, dir }) => readGoMod(textOf(mod), mod, dir).main,
  );
  const work: Workspace | undefined = files.work === undefined ? undefined : readGoWork(textOf(files.work), files.work);
  const first = assemble({
    edges,
    mains,
    ...(listed === undefined ? {} : { listed }),
    ...(work === undefined ? {} : { work }),
  });
  const differences = listed === undefined ? undefined : crossCheck(first, listed);
  const snapshot: Snapshot = { ...first, problems: [...first.problems, ...(differences ?? [])] };
  return loaded(
    snapshot,
    source,
    started,
    differences === undefined ? 'none' : differences.length === 0 ? 'same' : 'differs',
  );
}

function loaded(snapshot: Snapshot, source: string, started: number, check: Loaded['run']['crossCheck']): Loaded {
  return {
    snapshot,
    run: { source, readAt: Date.now(), took: Math.round(performance.now() - started), crossCheck: check },
    folders: [],
    notes: [],
  };
}
