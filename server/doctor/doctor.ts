/** The doctor: looks at go, the module and the machine, and says what is wrong. Changes nothing of the user's. */
import type { Diagnosis, NotLooked, Weight } from '../../graph/diagnosis/types.ts';
import { Fault, toFault } from '../../graph/fault.ts';
import type { LoadOptions } from '../project/types.ts';
import { Ground } from './ground.ts';
import { thisMachine, type Machine } from './machine.ts';
import { checks as allChecks } from './registry.ts';
import { NotRun } from './not-run.ts';
import type { Check, DoctorCode, Told } from './types.ts';
import { withRemedies, type ToldBy } from './with-remedies.ts';

/** Milliseconds after which a check is given up, whatever holds it: a dead network disk, a go that does not end. */
const patience = 15_000;

const weights: readonly Weight[] = ['error', 'warn', 'info'];

/** Errors that say nothing of why go refuses a module. */
const beside: ReadonlySet<DoctorCode> = new Set([
  'cache-not-writable',
  'cache-full',
  'temporary-not-writable',
  'temporary-full',
]);

export interface Examination {
  /** The folder as the user named it, absolute; a link in its name is told of. */
  readonly named: string;
  readonly options: LoadOptions;
  readonly signal: AbortSignal;
  /** What tests hand in. */
  readonly machine?: Machine;
  readonly checks?: readonly Check[];
  readonly patience?: number;
}

/**
 * Runs every check that the options want, at once. One that cannot look, or does not end in time, is `notRun` with its reason, and the others go
 * on. Throws a Fault 'not-found' for a folder that is not there, 'cancelled' when the signal fires.
 */
export async function examine(examination: Examination): Promise<Diagnosis> {
  const { named, options, signal, machine = thisMachine(), checks: every = allChecks } = examination;
  const checks = every.filter((check) => check.isWanted?.(options) ?? true);
  const over = new AbortController();
  const ground = new Ground(named, options, machine, AbortSignal.any([signal, over.signal]));
  try {
    const outcomes = await Promise.all(
      checks.map((check) => outcomeOf(check, ground, examination.patience ?? check.patience ?? patience)),
    );
    const told = heaviestFirst(outcomes.flatMap(({ check, told }) => told.map((one) => ({ check, told: one }))));
    const found = await withRemedies(ground, told);
    const about = await aboutOf(ground);
    if (signal.aborted) throw new Fault('cancelled', 'The doctor was cancelled.');
    const looked = outcomes.filter((outcome) => outcome.why === undefined);
    return {
      about,
      found,
      checks: looked.reduce((sum, { check }) => sum + check.codes.length, 0),
      notRun: byReason(outcomes),
      ...(await untriedOf(ground)),
    };
  } finally {
    // What was given up runs on until it is told.
    over.abort();
  }
}

/** Of what go refuses; where nothing could be loaded nothing was to be tried. */
async function untriedOf(ground: Ground): Promise<Pick<Diagnosis, 'untried'>> {
  const judged = await ground.judged().catch(() => undefined);
  return judged === undefined || judged.untried === 0 ? {} : { untried: judged.untried };
}

interface Outcome {
  readonly check: Check;
  readonly told: readonly Told[];
  /** Why it did not look. */
  readonly why?: string;
}

async function outcomeOf(check: Check, ground: Ground, milliseconds: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const seconds = String(milliseconds / 1000);
    timer = setTimeout(() => {
      reject(new NotRun(`it did not end within ${seconds} seconds`));
    }, milliseconds);
  });
  try {
    const told = await Promise.race([Promise.resolve().then(() => check.run(ground)), late]);
    return { check, told };
  } catch (error) {
    return { check, told: [], why: error instanceof NotRun ? error.message : reasonOf(toFault(error)) };
  } finally {
    clearTimeout(timer);
  }
}

/** The first line of a message, as words inside a sentence. */
function reasonOf({ message }: Fault): string {
  return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}

/**
 * What go refuses for a reason that nobody knows is told only where nothing else says why; what a check of its own and go's
 * verdict both say, once.
 */
function heaviestFirst(all: readonly ToldBy[]): ToldBy[] {
  const explained = all.some(
    ({ told: { code, severity } }) => severity === 'error' && code !== 'go-refuses' && !beside.has(code),
  );
  return all
    .filter(({ told }) => !(explained && told.code === 'go-refuses'))
    .filter((one) => !isTwice(all, one))
    .sort((a, b) => weights.indexOf(a.told.severity) - weights.indexOf(b.told.severity));
}

/**
 * One from go's verdict, whose code another check has told already. What is left out of a workspace is told once: as what go
 * lacks, where it lacks it. A toolchain that is nowhere is told in go's words, and once.
 */
function isTwice(all: readonly ToldBy[], { told: { code, judged } }: ToldBy): boolean {
  const nowhere = all.find(({ told }) => told.judged === true && isNowhere(told));
  if (nowhere !== undefined && (code === 'go-too-new' || code === 'toolchain-mismatch')) return judged !== true;
  const others = all.filter(({ told }) => told.code === code && (told.judged === true) !== (judged === true));
  return others.length > 0 && (code === 'workspace-left-out') === (judged !== true);
}

function isNowhere({ code, what }: Told): boolean {
  return code === 'go-too-new' && /toolchain not available|in PATH/.test(what);
}

function byReason(outcomes: readonly Outcome[]): NotLooked[] {
  const reasons = new Map<string, string[]>();
  for (const { check, why } of outcomes) {
    if (why !== undefined) reasons.set(why, [...(reasons.get(why) ?? []), ...check.codes]);
  }
  return Array.from(reasons, ([why, codes]) => ({ codes, why }));
}

async function aboutOf(ground: Ground): Promise<Diagnosis['about']> {
  const [env, project] = await Promise.all([
    ground.env().catch(() => undefined),
    ground.project().catch(() => undefined),
  ]);
  return {
    ...(env === undefined ? {} : { go: ground.program(), version: env.GOVERSION.replace(/^go/, '') }),
    ...(project === undefined
      ? {}
      : { root: project.root, gowork: project.work === undefined ? 'off' : project.gowork }),
  };
}
