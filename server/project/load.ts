/** Loads whatever a source names: the one way from a project to a snapshot. */
import { toFault, type Fault } from '../../graph/fault.ts';
import { questionNames, unansweredOf } from '../../graph/model/verdict.ts';
import type { Phase } from '../../graph/wire.ts';
import type { Loaded, LoadOptions, OnPhases, Source } from './types.ts';
import { isVendored } from './vendored.ts';

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
  if (source.kind !== 'folder') return withReport;
  // A vendor folder has the packages that a build needs, also where go cannot tell the graph: without a network.
  const canList = loaded.fault === undefined || loaded.folders.some(isVendored);
  let whole = withReport;
  const tell: OnPhases = (more) => {
    onPhases([...phases, ...more]);
  };
  if (options.packages === true && canList) whole = await withPackages(source.dir, options, whole, tell, signal);
  if (options.facts === true && loaded.fault === undefined)
    whole = await withFacts(source.dir, options, whole, tell, signal);
  const asksDatabase = options.facts === true || options.database === true;
  if (asksDatabase && vulnerabilities === undefined && loaded.fault === undefined)
    whole = await withDatabase(source.dir, options, whole, tell, signal);
  // Where the graph fails and a vendor folder is there, a build may go through all the same: that is another matter.
  const ask = options.verdict === true || (loaded.fault !== undefined && loaded.folders.some(isVendored));
  return ask ? withVerdict(source.dir, options, whole, tell, signal) : whole;
}

/** Where go could not be run at all, its verdict is not known, and `fault` says so already. */
async function withVerdict(
  dir: string,
  options: LoadOptions,
  loaded: Loaded,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  const { beside } = loaded.run;
  if (beside === undefined) return loaded;
  const { askVerdict } = await import('./verdict.ts');
  try {
    const verdict = await askVerdict(dir, loaded.snapshot, options, onPhases, signal);
    const notes = unansweredOf(verdict).map(
      ({ question, why }) => `It is not known what \`${questionNames[question]}\` says: ${why}`,
    );
    return {
      ...loaded,
      run: { ...loaded.run, beside: { ...beside, verdict } },
      notes: [...loaded.notes, ...new Set(notes)],
    };
  } catch (error) {
    const fault = unlessOver(error);
    return loaded.fault?.message === fault.message ? loaded : { ...loaded, notes: [...loaded.notes, ...noteOf(fault)] };
  }
}

/** Packages that cannot be listed leave the graph as it is; what else could not be told of them is a note. */
async function withPackages(
  dir: string,
  options: LoadOptions,
  loaded: Loaded,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  const { askPackages } = await import('./packages.ts');
  try {
    const { snapshot, notes } = loaded;
    const { packages, problems, faults } = await askPackages(dir, snapshot, options, onPhases, signal);
    return {
      ...loaded,
      snapshot: { ...snapshot, packages, problems: [...snapshot.problems, ...problems] },
      notes: [...notes, ...faults.flatMap(noteOf)],
    };
  } catch (error) {
    return { ...loaded, fault: loaded.fault ?? unlessOver(error) };
  }
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
    const notes = fault === undefined ? [] : noteOf(fault);
    return { ...loaded, snapshot: { ...loaded.snapshot, facts }, notes: [...loaded.notes, ...notes] };
  } catch (error) {
    return { ...loaded, fault: loaded.fault ?? unlessOver(error) };
  }
}

/** A database that cannot be had leaves the graph and its facts as they are: nothing is claimed of vulnerabilities then. */
async function withDatabase(
  dir: string,
  options: LoadOptions,
  loaded: Loaded,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  const { askVulnerabilities } = await import('../vulndb/ask.ts');
  try {
    const { vulnerabilities, fault } = await askVulnerabilities(dir, options, loaded.snapshot, onPhases, signal);
    if (vulnerabilities === undefined) return loaded;
    const notes = fault === undefined ? [] : noteOf(fault);
    return { ...loaded, snapshot: { ...loaded.snapshot, vulnerabilities }, notes: [...loaded.notes, ...notes] };
  } catch (error) {
    const fault = unlessOver(error);
    // One fault ends it; a second one is told beside it.
    if (loaded.fault === undefined) return { ...loaded, fault };
    return { ...loaded, notes: [...loaded.notes, ...noteOf(fault)] };
  }
}

/** A failure in words: what, then go's own. */
function noteOf({ message, detail }: Fault): string[] {
  return [message, ...(detail === undefined ? [] : [detail])];
}

/** The Fault that leaves the rest on show. Throws the one that ends everything: cancelled, or a defect of ours. */
function unlessOver(error: unknown): Fault {
  const fault = toFault(error);
  if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
  return fault;
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
