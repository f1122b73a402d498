/** Tries what is proposed for findings, the heaviest first, within a budget of time. Nothing of the user's is written. */
import { Fault, toFault } from '../../graph/fault.ts';
import { findFindings } from '../../graph/findings/index.ts';
import type { Finding } from '../../graph/findings/types.ts';
import type { Model } from '../../graph/model/model.ts';
import { keyOf, type Outcome, type Outcomes, type Proposal } from '../../graph/remedy/proposal.ts';
import { commandOf } from '../../graph/remedy/steps.ts';
import { Phases } from '../project/phases.ts';
import type { LoadOptions, OnPhases } from '../project/types.ts';
import { benchOf, sparing } from './bench.ts';
import { typedFrom } from '../../graph/remedy/typed.ts';
import { isVendored } from '../project/vendored.ts';
import { raisedByLoad } from './by-load.ts';
import { judged } from './judge.ts';
import { CannotMirror, Mirror } from './mirror.ts';
import { foundInMirror, tryOut, type Bench, type Result } from './trial.ts';

export interface Trying {
  readonly dir: string;
  /** The loaded graph of that folder. */
  readonly model: Model;
  /** Those of the load. Where they are `offline` the network is not used. */
  readonly options: LoadOptions;
  /** Sources, which may be gigabytes, may be fetched from the network. Out of a proxy that is a folder they are taken all the same. */
  readonly fetches: boolean;
  /** Milliseconds after which nothing more is begun. */
  readonly patience: number;
  readonly onPhases: OnPhases;
  readonly signal: AbortSignal;
  /** Findings to look at: all where it is left out. */
  readonly among?: (finding: Finding) => boolean;
  /** Folder where the commands are to be typed, absolute; the root of the project where it is left out. */
  readonly typedIn?: string;
}

/** Name of the phase. */
export const remedyPhase = 'remedies';

/**
 * What came of each proposal (keyOf) that there was time for; of a finding the first that mends is the last that is tried.
 * Throws a Fault 'cancelled' when the signal fired; what cannot be tried otherwise is left out, or `untold`.
 */
export async function tryRemedies({
  dir,
  model,
  options,
  fetches,
  patience,
  onPhases,
  signal,
  among,
  typedIn,
}: Trying): Promise<Outcomes> {
  const found = findFindings(model);
  // Somebody may have changed what is downloaded: nobody goes on before that is known.
  if (found.some(({ code }) => code === 'checksum-mismatch')) return {};
  const findings = found.filter((one) => (one.proposals ?? []).length > 0 && (among?.(one) ?? true));
  // Where no command runs, none mends; it is tried with settings of ours, which the user has not.
  if (findings.length === 0 || model.beside.verdict?.noCommand === true) return {};
  const end = performance.now() + patience;
  const over = new AbortController();
  const timer = setTimeout(() => {
    over.abort();
  }, patience);
  const both = AbortSignal.any([signal, over.signal]);
  const isOver = (): boolean => performance.now() > end || both.aborted;
  const known = new Map<string, Outcome>();
  let root = typedIn;
  try {
    await new Phases(onPhases).run(remedyPhase, async (count) => {
      const bench = sparing(await benchOf(dir, model, options, fetches, both));
      // A vendor folder has to follow each update, which go alone can tell of.
      const alone = isVendored(bench.project.root);
      const bulk = findings.filter((one) => !alone && isBulk(one));
      const single = findings.filter((one) => !bulk.includes(one));
      root = bench.project.root;
      const refused =
        single.length > 0 ? await trySingle(bench, single, known, isOver, count) : new Map<string, Outcome>();
      if (bulk.length > 0) await tryBulk(bench, bulk, known, isOver, refused);
      count(known.size);
    });
  } catch (error) {
    const fault = toFault(error);
    if (signal.aborted || (fault.code === 'defect' && !over.signal.aborted)) throw fault;
    // A go that cannot be asked, a go.mod that cannot be read: the findings say so.
  } finally {
    clearTimeout(timer);
  }
  if (signal.aborted) throw new Fault('cancelled', 'Trying remedies was cancelled.');
  return Object.fromEntries(
    typedIn === undefined || root === undefined || root === typedIn ? known : inFolder(known, root),
  );
}

/** Steps are of the root: who stands elsewhere goes there first. */
function inFolder(known: ReadonlyMap<string, Outcome>, root: string): [string, Outcome][] {
  return Array.from(known, ([key, outcome]) => [
    key,
    outcome.state === 'mends' ? { ...outcome, command: typedFrom(root, outcome.command) } : outcome,
  ]);
}

/** `untold`, and why: without the network that is the reason, or it may be. */
function untold({ options }: Pick<Bench, 'options'>): Outcome {
  return { state: 'untold', ...(options.offline ? { network: true } : {}) };
}

/** What go said of packages, which a load without them does not hear. */
function restsOnPackages({ code }: Finding, { snapshot }: Model): boolean {
  return code === 'load-error' && snapshot.packages !== undefined;
}

function isSame(a: Finding, b: Finding): boolean {
  return a.code === b.code && a.subject === b.subject;
}

function isBulk({ proposals = [] }: Finding): boolean {
  return proposals.every((proposal) => proposal.byLoad === true);
}

/** Gives what came of the commands that go does not take, by the command. */
async function trySingle(
  base: Omit<Bench, 'mirror'>,
  findings: readonly Finding[],
  known: Map<string, Outcome>,
  isOver: () => boolean,
  count: (n: number) => void,
): Promise<ReadonlyMap<string, Outcome>> {
  const refused = new Map<string, Outcome>();
  let mirror: Mirror;
  try {
    mirror = await Mirror.of(base.project, base.declared, base.signal);
  } catch (error) {
    if (error instanceof CannotMirror) return refused;
    throw error;
  }
  try {
    const bench: Bench = { ...base, mirror };
    const before = findFindings(bench.model);
    const mirrored = await foundInMirror(bench);
    const ofMirror = mirrored?.findings.find(
      (one) => one.severity === 'error' && one.code !== 'load-error' && !before.some((old) => isSame(old, one)),
    );
    // What go says of the mirror, and not of the project, is no reason against anything.
    if (ofMirror !== undefined) return refused;
    const isShown = (finding: Finding): boolean =>
      // What only the network told, or go could not come to, is not seen there.
      finding.severity !== 'error' || mirrored?.whole !== true || mirrored.findings.some((one) => isSame(one, finding));
    // One command may be proposed for many findings: `go mod tidy` for each line that it changes.
    const results = new Map<string, Result>();
    const resultOf = async (finding: Finding, proposal: Proposal): Promise<Result> => {
      const looking = { deep: restsOnPackages(finding, bench.model), isError: finding.severity === 'error' };
      const key = `${JSON.stringify(looking)} ${commandOf(proposal.steps)}`;
      const result = results.get(key) ?? (await tryOut(bench, proposal, looking));
      results.set(key, result);
      return result;
    };
    for (const finding of findings) {
      if (!isShown(finding)) continue;
      for (const proposal of finding.proposals ?? []) {
        if (isOver()) return refused;
        const told = judged(finding, proposal, before, await resultOf(finding, proposal));
        // Without the network some commands do nothing, and say nothing of it (go work sync).
        const mayLack = told.state === 'fails' && told.why === undefined && bench.options.offline;
        const outcome = mayLack || told.state === 'untold' ? untold(bench) : told;
        known.set(keyOf(finding, proposal), outcome);
        if (outcome.state === 'fails' && outcome.why !== undefined) refused.set(commandOf(proposal.steps), outcome);
        count(known.size);
        if (outcome.state === 'mends') break;
      }
    }
  } finally {
    mirror.remove();
  }
  return refused;
}

async function tryBulk(
  bench: Omit<Bench, 'mirror'>,
  findings: readonly Finding[],
  known: Map<string, Outcome>,
  isOver: () => boolean,
  refused: ReadonlyMap<string, Outcome>,
): Promise<void> {
  const asked = findings.flatMap((finding) => (finding.proposals ?? []).map((proposal) => ({ finding, proposal })));
  const outcomes = await raisedByLoad(
    bench,
    asked.map(({ proposal }) => proposal),
    isOver,
  );
  asked.forEach(({ finding, proposal }, place) => {
    // The loader knows of no packages: what go itself did not take for another finding is taken for none.
    const outcome = refused.get(commandOf(proposal.steps)) ?? outcomes[place];
    if (outcome === undefined) return;
    known.set(keyOf(finding, proposal), outcome.state === 'untold' && !isOver() ? untold(bench) : outcome);
  });
}
