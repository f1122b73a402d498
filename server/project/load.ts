/** Loads whatever a source names: the one way from a project to a snapshot. */
import { loadFolder } from './load-folder.ts';
import { loadRecorded, loadSnapshotFile } from './load-recorded.ts';
import { loadSample } from './samples.ts';
import type { Loaded, LoadOptions, OnPhases, Source } from './types.ts';

/**
 * The snapshot of a source. `onPhases` hears of progress, at most ten times a second. Throws a Fault when there is
 * nothing to show; where go failed and something is known all the same, `fault` is set in what is returned.
 */
export async function load(
  source: Source,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  switch (source.kind) {
    case 'folder':
      return loadFolder(source.dir, options, onPhases, signal);
    case 'snapshot':
      return loadSnapshotFile(source.file);
    case 'sample':
      return loadSample(source.name);
    case 'recorded':
      return loadRecorded(source);
  }
}
