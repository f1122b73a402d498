/** Loads whatever a source names: the one way from a project to a snapshot. */
import { toFault } from '../../graph/fault.ts';
import type { Phase } from '../../graph/wire.ts';
import type { Loaded, LoadOptions, OnPhases, Source } from './types.ts';

/**
 * The snapshot of a source, with what the options ask for on top. `onPhases` hears of progress, at most ten times a
 * second. Throws a Fault when there is nothing to show; where go failed and something is known all the same, `fault` is
 * set in what is returned.
 */
export async function load(
  source: Source,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  // A report that cannot be read ends it before go is run.
  const vulnerabilities =
    options.vulnerabilities === undefined
      ? undefined
      : await (await import('./vulnerabilities.ts')).readVulnerabilities(options.vulnerabilities, signal);
  let phases: readonly Phase[] = [];
  const loaded = await loadSource(
    source,
    options,
    (now) => {
      phases = now;
      onPhases(now);
    },
    signal,
  );
  const withReport =
    vulnerabilities === undefined ? loaded : { ...loaded, snapshot: { ...loaded.snapshot, vulnerabilities } };
  if (source.kind !== 'folder' || options.facts !== true || loaded.fault !== undefined) return withReport;
  return withFacts(
    source.dir,
    options,
    withReport,
    (more) => {
      onPhases([...phases, ...more]);
    },
    signal,
  );
}

/** Facts that cannot be had leave the graph as it is: some are a note, all of them a fault. */
async function withFacts(
  dir: string,
  options: LoadOptions,
  loaded: Loaded,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  const { askFacts } = await import('./facts.ts');
  try {
    const { facts, fault } = await askFacts(dir, options, loaded.snapshot, onPhases, signal);
    const notes = fault === undefined ? [] : [fault.message, ...(fault.detail === undefined ? [] : [fault.detail])];
    return { ...loaded, snapshot: { ...loaded.snapshot, facts }, notes: [...loaded.notes, ...notes] };
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return { ...loaded, fault };
  }
}

/** Each way is imported when it is taken: a recording needs nothing of what runs go. */
async function loadSource(
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
