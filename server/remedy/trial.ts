/** One remedy tried: its commands run in the mirror, what comes of it loaded and asked for, and the mirror made as it was. */
import { toFault } from '../../graph/fault.ts';
import { findFindings } from '../../graph/findings/index.ts';
import type { Finding } from '../../graph/findings/types.ts';
import type { Model } from '../../graph/model/model.ts';
import { changesBetween } from '../../graph/remedy/changes.ts';
import type { Proposal } from '../../graph/remedy/proposal.ts';
import { takesAway, type Step } from '../../graph/remedy/steps.ts';
import type { Changes } from '../../graph/remedy/types.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Go } from '../process/go.ts';
import type { Declared } from '../project/declared.ts';
import type { Project } from '../project/find.ts';
import { loadFolder } from '../project/load-folder.ts';
import { wordsOf } from '../project/machine.ts';
import { askPackages } from '../project/packages.ts';
import type { LoadOptions } from '../project/types.ts';
import { askVerdict } from '../project/verdict.ts';
import { isVendored } from '../project/vendored.ts';
import type { Mirror } from './mirror.ts';
import { runSteps } from './run-steps.ts';
import { lookupsOff } from '../process/go-words.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** What trials stand on. */
export interface Bench {
  readonly model: Model;
  readonly project: Project;
  readonly declared: Declared;
  readonly env: GoEnv;
  /** Runs what is tried: without a network unless the user let it. */
  readonly go: Go;
  readonly options: LoadOptions;
  /** Sources may be fetched, which may be gigabytes. */
  readonly fetches: boolean;
  readonly mirror: Mirror;
  readonly signal: AbortSignal;
}

export interface Came {
  readonly state: 'done';
  /** What was run, with what go asked for on top. */
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  readonly changes: Changes;
  /** Without the commands, and with them. */
  readonly before: Verdict;
  readonly after: Verdict;
  /** Why go does not load the whole of it; '' where it does. */
  readonly fault: string;
  /** What `stays` said of the mirror. */
  readonly stays: boolean;
}

/** `why`: the first of go's words, in one line. */
export type Result = Came | { readonly state: 'failed' | 'untold'; readonly why: string };

/** What is to be seen of a trial. */
export interface Looking {
  /** List the packages anew, on which what is to be mended rests. */
  readonly deep: boolean;
  /** go refuses what is to be mended: what it refuses behind that, it has not told yet. */
  readonly isError: boolean;
  /** Whether what is to be mended is in the mirror all the same, where no finding tells. */
  readonly stays?: () => Promise<boolean>;
}

/** Throws a Fault 'cancelled' or 'defect' only. */
export async function tryOut(bench: Bench, proposal: Proposal, { deep, isError, stays }: Looking): Promise<Result> {
  const { mirror, go, env, signal, model } = bench;
  const alone = touched(bench, proposal.steps);
  try {
    // What is taken away may be what packages need, and only their sources tell: the command itself fetches none.
    const takes = takesAway(proposal.steps);
    const fetching = bench.fetches && (takes || isError);
    const ask = (): Promise<Verdict> => verdictOf(bench, alone, fetching);
    const before = await ask();
    // go work sync takes lines out for packages that it cannot find, and says nothing.
    if (bench.options.offline && before.lacks && proposal.steps.some((step) => step.do === 'sync'))
      return { state: 'untold', why: '' };
    let steps: readonly Step[] = [];
    let next: readonly Step[] = proposal.steps;
    let after = before;
    // What go then asks for itself is a part of the command; it may ask for a vendor folder once go.mod is mended.
    for (let round = 0; next.length > 0 && round < 4; round++) {
      const ran = await runSteps(next, go, env, mirror);
      const first = round > 0 && ran.state !== 'done' ? sumsFirst(bench, next, ran.words) : undefined;
      if (first !== undefined) {
        next = first;
        continue;
      }
      if (ran.state !== 'done') return { state: ran.state, why: shown(bench, ran.words) };
      steps = [...steps, ...ran.steps];
      after = await ask();
      next = askedFor(bench, before, after);
    }
    if (takes && after.lacks) return { state: 'untold', why: '' };
    const head = await loaded(bench, steps, deep, fetching);
    // What is lacking for want of a network, or of time, says nothing of the remedy.
    const changedAlone =
      proposal.aloneToo === true && [...after.alone].some(([one, list]) => list !== before.alone.get(one));
    if (!changedAlone && lookupsOff.test(`${head.fault}\n${after.graph}`)) return { state: 'untold', why: head.fault };
    if (head.model === undefined) return { state: 'failed', why: head.fault };
    return {
      state: 'done',
      steps,
      findings: findFindings(head.model),
      changes: { ...changesBetween(model.snapshot, head.model.snapshot), files: mirror.written() },
      before,
      after,
      fault: head.fault,
      stays: (await stays?.()) === true,
    };
  } finally {
    await mirror.reset(signal);
  }
}

/**
 * What is found in the mirror as it stands, and whether go loads it whole there. Where that is an error which the project has
 * not, or lacks one that it has, the mirror does not show the project, and what comes of trying says nothing of it. undefined
 * where it cannot be loaded at all.
 */
export async function foundInMirror(
  bench: Bench,
): Promise<{ readonly findings: readonly Finding[]; readonly whole: boolean } | undefined> {
  const { model, fault } = await loaded(bench, [], false, false);
  return model === undefined ? undefined : { findings: findFindings(model), whole: fault === '' };
}

/** Folders of members whose own files the steps edit: builds of these by themselves must go on as well. */
function touched({ project }: Bench, steps: readonly Step[]): string[] {
  if (project.work === undefined) return [];
  const dirs = steps.flatMap((step) => {
    if (step.do === 'edit') return step.edits.map(({ file }) => file.replace(/(?:^|\/)go\.mod$/, '') || '.');
    return step.do === 'get' || step.do === 'tidy' ? [step.dir] : [];
  });
  return project.members.filter(({ dir }) => dirs.includes(dir)).map(({ folder }) => folder);
}

/** cmd/go/internal/modload: what it refuses, and names the command for. */
function askedFor({ project, mirror }: Bench, before: Verdict, after: Verdict): Step[] {
  const words = [after.graph, ...[...after.packages].filter((line) => !before.packages.has(line))].join('\n');
  // What it refused before, and still does, is another trouble than the one that is to be mended.
  if (before.graph !== '' && after.graph === before.graph) return [];
  const isWork = project.work !== undefined;
  if (/inconsistent vendoring/.test(words) && isVendored(mirror.root))
    return [{ do: 'vendor', of: isWork ? 'work' : 'mod' }];
  if (!/missing go\.sum entry|updates to go\.mod needed/.test(words)) return [];
  return isWork ? [{ do: 'download' }] : [{ do: 'tidy', dir: '.' }];
}

/** go lays no vendor folder before go.sum has what it needs: the sums come first, where it asked for the folder itself. */
function sumsFirst({ project }: Bench, asked: readonly Step[], words: string): Step[] | undefined {
  const [only, ...more] = asked;
  if (only?.do !== 'vendor' || more.length > 0 || !/missing go\.sum entry/.test(words)) return undefined;
  return [project.work === undefined ? { do: 'tidy', dir: '.' } : { do: 'download' }, only];
}

/** The mirror, loaded as the project was, with what is known of the same versions besides; go's words where it cannot be. */
async function loaded(
  bench: Bench,
  steps: readonly Step[],
  deep: boolean,
  fetching: boolean,
): Promise<{ readonly model?: Model; readonly fault: string }> {
  const { mirror, options, project, signal } = bench;
  const {
    packages: _packages,
    facts: _facts,
    database: _database,
    vulnerabilities: _report,
    frontier: _frontier,
    ...plain
  } = options;
  const gowork = project.work === undefined ? 'off' : { file: mirror.gowork };
  try {
    const { snapshot, run, fault } = await loadFolder(mirror.root, { ...plain, gowork }, () => undefined, signal);
    const known = deep
      ? await withPackages(bench, snapshot, { ...plain, gowork })
      : await withKnown(bench, snapshot, steps);
    // What go refuses is found by its verdict: that it is gone must be go's own word, too.
    const building: LoadOptions = { ...plain, gowork, ...(fetching ? { packages: true } : {}) };
    const asked = bench.model.beside.verdict !== undefined && run.beside !== undefined;
    const verdict = asked
      ? { verdict: await askVerdict(mirror.root, snapshot, building, () => undefined, signal) }
      : {};
    return {
      model: openSnapshot(known, { ...run.beside, ...verdict }),
      fault: fault === undefined ? '' : shown(bench, fault.detail ?? fault.message),
    };
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return { fault: shown(bench, fault.detail ?? fault.message) };
  }
}

async function withPackages({ mirror, signal }: Bench, snapshot: Snapshot, options: LoadOptions): Promise<Snapshot> {
  const { packages, problems } = await askPackages(mirror.root, snapshot, options, () => undefined, signal);
  return { ...snapshot, packages, problems: [...snapshot.problems, ...problems] };
}

/** Facts, the report and packages are of versions and sources that are the same; what is tidy is asked again. */
async function withKnown(bench: Bench, snapshot: Snapshot, steps: readonly Step[]): Promise<Snapshot> {
  const { facts, vulnerabilities, packages } = bench.model.snapshot;
  const tidied = steps.flatMap((step) => (step.do === 'tidy' ? [step.dir] : []));
  const tidy: string[] = [];
  for (const dir of tidied) if (await isTidy(bench, dir)) tidy.push(dir);
  const mains = new Set(snapshot.mains.filter(({ dir }) => tidy.includes(dir)).map(({ path }) => path));
  return {
    ...snapshot,
    ...(facts === undefined ? {} : { facts }),
    ...(vulnerabilities === undefined ? {} : { vulnerabilities }),
    ...(packages === undefined
      ? {}
      : {
          packages: {
            ...packages,
            ...(packages.tidy === undefined ? {} : { tidy: packages.tidy.filter(({ main }) => !mains.has(main)) }),
          },
        }),
  };
}

async function isTidy(bench: Bench, dir: string): Promise<boolean> {
  const { go, env, mirror } = bench;
  const again = await runSteps([{ do: 'tidy', dir }], go, env, mirror);
  return again.state === 'done';
}

/** The first of go's words without what is of this machine, for the end of a sentence. */
function shown({ project, env, declared, mirror }: Bench, words: string): string {
  const text = wordsOf({ project, env, mains: declared.mains, scratch: [mirror.root] })(words).trim();
  const line = text
    .replace(/^go: /gm, '')
    .replace(/\s*\n\s*/g, '; ')
    .replace(/: ?; /g, ': ')
    .replace(/[.:;]+$/, '');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
