/** Loads whatever a source names: the one way from a project to a snapshot. */
import type { Loaded, LoadOptions, OnPhases, Source } from './types.ts';

/**
 * The snapshot of a source. `onPhases` hears of progress, at most ten times a second. Throws a Fault when there is
 * nothing to show; where go failed and something is known all the same, `fault` is set in what is returned. Each way is
 * imported when it is taken: a recording needs nothing of what runs go.
 */
export async function load(
  source: Source,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  switch (source.kind) {
    case 'folder':
      return (await import('./load-folder.ts')).loadFolder(source.dir, options, onPhases, signal);
    case 'snapshot':
      return (await import('./load-recorded.ts')).loadSnapshotFile(source.file, onPhases, signal);
    case 'sample':
      return (await import('./samples.ts')).loadSample(source.name, onPhases, signal);
    case 'recorded':
      return (await import('./load-recorded.ts')).loadRecorded(source, onPhases, signal);
  }
}
