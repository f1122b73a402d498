/** Recorded real modules that are shipped with modscope, for `--sample NAME`; and the gallery, a made-up one that bears every mark. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { loadRecorded, loadSnapshotFile } from './load-recorded.ts';
import type { Loaded, OnPhases } from './types.ts';

const sampleSchema = v.object({
  name: v.string(),
  module: v.string(),
  version: v.string(),
  kind: v.picklist(['module', 'workspace', 'made-up']),
  /** Folder under samples/recorded/ where it is not the name; of what is made up, the snapshot file under samples/. */
  folder: v.optional(v.string()),
  about: v.string(),
});

export type Sample = v.InferOutput<typeof sampleSchema>;

/** The samples folder: beside dist/ in the package, two folders up in the sources. */
function samplesFolder(): string {
  const candidates = ['../samples/', '../../samples/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
  const found = candidates.find((folder) => existsSync(path.join(folder, 'index.json')));
  if (found === undefined) throw new Fault('defect', 'The samples are missing.', { hint: 'Install modscope again.' });
  return found;
}

/** The samples that are there, in the order in which they are offered; the first is the default. */
export function listSamples(): Sample[] {
  const file = path.join(samplesFolder(), 'index.json');
  return v.parse(v.array(sampleSchema), JSON.parse(readFileSync(file, 'utf8')));
}

/** A sample by its name. Throws a Fault 'usage' that lists the names when there is none. */
export async function loadSample(name: string, onPhases: OnPhases, signal: AbortSignal): Promise<Loaded> {
  const samples = listSamples();
  const sample = samples.find((one) => one.name === name);
  if (sample === undefined) {
    throw new Fault('usage', `There is no sample ${JSON.stringify(name)}.`, {
      hint: `The samples are ${samples.map((one) => one.name).join(', ')}.`,
    });
  }
  const source = `sample ${sample.name}`;
  if (sample.kind === 'made-up') {
    const made = path.join(samplesFolder(), sample.folder ?? sample.name);
    return loadSnapshotFile(made, onPhases, signal, source);
  }
  const folder = path.join(samplesFolder(), 'recorded', sample.folder ?? sample.name);
  const file = (base: string): string => {
    const plain = path.join(folder, base);
    return existsSync(plain) ? plain : `${plain}.gz`;
  };
  const files = { graph: file('graph.txt'), list: file('list.json') };
  if (sample.kind === 'module') return loadRecorded({ ...files, mod: file('go.mod') }, onPhases, signal, source);
  const work = file('go.work');
  const { use } = readGoWork(readFileSync(work, 'utf8'));
  const members = use.map((dir) => ({ mod: file(path.join('modules', dir, 'go.mod')), dir: dir.replace(/^\.\//, '') }));
  return loadRecorded({ ...files, work, members }, onPhases, signal, source);
}
