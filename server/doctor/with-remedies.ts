/** Tries what the checks propose, before the doctor tells it: only a command that mends is told. */
import { toFault } from '../../graph/fault.ts';
import { findFindings } from '../../graph/findings/index.ts';
import { keyOf, type Outcome } from '../../graph/remedy/proposal.ts';
import { settled } from '../../graph/remedy/settle.ts';
import { inWords } from '../../graph/remedy/words.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { Severity } from '../../graph/findings/types.ts';
import { loadFolder } from '../project/load-folder.ts';
import { benchOf } from '../remedy/bench.ts';
import { judged } from '../remedy/judge.ts';
import { CannotMirror, Mirror } from '../remedy/mirror.ts';
import { tryOut, type Bench } from '../remedy/trial.ts';
import { Ground } from './ground.ts';
import type { Check, Told } from './types.ts';

/** What was told, and by which check. */
export interface ToldBy {
  readonly check: Check;
  readonly told: Told;
}

/** Milliseconds after which no more is tried. */
const patience = 20_000;

/**
 * The same complaints with the remedies that were tried, in a mirror. What cannot be tried is told
 * in words alone. Throws a Fault 'cancelled' when the ground's signal fired.
 */
export async function withRemedies(ground: Ground, all: readonly ToldBy[]): Promise<Told[]> {
  const end = performance.now() + patience;
  const benches = new Map<string, Promise<Bench | undefined>>();
  const benchAt = (folder: string): Promise<Bench | undefined> => {
    const made = benches.get(folder) ?? benchIn(ground, folder);
    benches.set(folder, made);
    return made;
  };
  const result: Told[] = [];
  const isPossible = all.some(({ told }) => told.proposals !== undefined) && (await canRun(ground));
  try {
    for (const { check, told } of all) {
      const bench =
        told.proposals === undefined || !isPossible || performance.now() > end
          ? undefined
          : await benchAt(told.at ?? ground.start);
      const count = all.filter((one) => one.told.code === told.code).length;
      const stays = (on: Bench): Promise<boolean> => isToldAgain(ground, check, told, count, on);
      result.push(bench === undefined ? untried(told) : await withRemedy(ground, told, bench, stays));
    }
  } finally {
    for (const made of benches.values()) (await made)?.mirror.remove();
  }
  return result;
}

/** False where no go command runs with the user's settings: then none mends anything. */
async function canRun(ground: Ground): Promise<boolean> {
  const judged = await ground.judged().catch(() => undefined);
  return judged?.verdict?.noCommand !== true;
}

function untried({ proposals: _proposals, at: _at, judged: _judged, ...one }: Told): Told {
  return one;
}

/** undefined where nothing can be tried: no go, a go.mod that cannot be read, a tree that is too large. */
async function benchIn(ground: Ground, folder: string): Promise<Bench | undefined> {
  const { signal } = ground;
  const { options } = ground;
  try {
    const { snapshot, run } = await loadFolder(folder, options, () => undefined, signal);
    const fetches = options.facts === true || options.packages === true;
    const base = await benchOf(folder, openSnapshot(snapshot, run.beside), options, fetches, signal);
    return { ...base, mirror: await Mirror.of(base.project, base.declared, signal) };
  } catch (error) {
    if (error instanceof CannotMirror) return undefined;
    const fault = toFault(error);
    if (signal.aborted || fault.code === 'defect') throw fault;
    return undefined;
  }
}

async function withRemedy(
  ground: Ground,
  one: Told,
  bench: Bench,
  stays: (bench: Bench) => Promise<boolean>,
): Promise<Told> {
  const about = { code: one.code, subject: one.what, severity: one.severity satisfies Severity };
  const before = findFindings(bench.model);
  const known: Record<string, Outcome> = {};
  for (const proposal of one.proposals ?? []) {
    const came = await tryOut(bench, proposal, {
      deep: false,
      isError: one.severity === 'error',
      stays: () => stays(bench),
    });
    const outcome = judged(about, proposal, before, came);
    known[keyOf(about, proposal)] = outcome;
    if (outcome.state === 'mends') break;
  }
  const { remedy = inWords(''), proposals = [] } = one;
  const told = settled({ ...about, remedy, proposals }, known);
  const { root } = bench.project;
  return {
    ...untried(one),
    remedy:
      told.command === undefined || told.tried !== 'here'
        ? told
        : { ...told, command: ground.typedIn(root, told.command) },
  };
}

/** The same check on the mirror: one of several complaints of a code is mended when there are fewer of them. */
async function isToldAgain(
  ground: Ground,
  check: Check,
  { code, at }: Told,
  count: number,
  bench: Bench,
): Promise<boolean> {
  const { mirror, project } = bench;
  // Of another project than the one the check looks at: that go takes it has to be enough.
  if (at !== undefined) return false;
  const gowork = project.work === undefined ? 'off' : ({ file: mirror.gowork } as const);
  const inMirror = new Ground(mirror.at(ground.start), { ...ground.options, gowork }, ground.machine, ground.signal);
  try {
    const again = await check.run(inMirror);
    return again.filter((one) => one.code === code).length >= count;
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled') throw fault;
    return true;
  }
}
