/** Asks go itself, read-only, whether it takes the files as they are: the graph, and what a build needs. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toFault } from '../../graph/fault.ts';
import {
  questionNames,
  refusalsOf,
  type Answer,
  type GoVerdict,
  type Question,
  type Refusal,
} from '../../graph/model/verdict.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { goModChanges } from '../../parsers/tidy-diff.ts';
import { understood } from '../../parsers/go-refusal/refusals.ts';
import { goCommands, type GoCommand, type GoSettings } from '../process/go-commands.ts';
import { flagsAsTyped, ownFlags } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { withElsewhere } from './ask-elsewhere.ts';
import { askedWithFlags, refusedBySettings } from './as-typed.ts';
import { buildModeOf, modeIn, oddMode } from './build-mode.ts';
import { namedFolder } from './find.ts';
import { irregularSource } from './irregular-source.ts';
import { leftOutOf } from './left-out.ts';
import { projectOf } from './mod-file.ts';
import { wordsOf } from './machine.ts';
import { packagePatterns } from './packages-list.ts';
import { Phases } from './phases.ts';
import { oddSums, withCause, type OddSum } from './sum-encoding.ts';
import { goSumOf, sumFilesOf } from './mod-file.ts';
import { refusedByLines } from './switched-toolchain.ts';
import { makeScratch, type Copy } from './scratch.ts';
import type { LoadOptions, OnPhases } from './types.ts';

/** Lines of go.mod that are kept of what go would write. */
const mostWanted = 12;

/** Not asked of a build that may not fetch: what the module cache lacks is neither a fault nor an all-clear. */
const noNetwork = { GOPROXY: 'off', GOSUMDB: 'off' } as const;

/** As a user types it. */
const toolsName = 'go list tool';

/**
 * Two questions, on copies of the files as they stand: `go list -m all` with -mod=readonly, and `go list -deps ./...` in the
 * mode in which the module builds. The graph may use the network, as the load did. A build needs sources, which may be
 * gigabytes: it looks in the module cache only, unless `options.packages` says that they may be fetched. Where go.mod has tool lines and a build is accepted, `go list tool` is
 * the third: no build needs a tool, but `go tool` and `go mod tidy` do. `snapshot` is what
 * was loaded of the folder. Throws a Fault 'cancelled' when the signal fired, and those of finding the module.
 */
export async function askVerdict(
  dir: string,
  snapshot: Pick<Snapshot, 'mains' | 'work'>,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<GoVerdict> {
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  const env = await go.env(start);
  const project = projectOf(start, options, env);
  const { mains, work } = snapshot;
  const mode = buildModeOf(project, work === undefined ? mains[0]?.go : work.go, env.GOFLAGS);
  // Without a -mod go is as strict, and says its words as its user reads them.
  const asUsual = modeIn(env.GOFLAGS) === undefined && !existsSync(path.join(project.root, 'vendor'));
  const scratch = makeScratch(project);
  const phases = new Phases(onPhases);
  const ask = (
    question: Question | 'tools',
    command: (on: Copy) => GoCommand,
    more: GoSettings = {},
  ): Promise<Answer> => {
    // With -mod=vendor go writes nothing, and compares folders as they are named from the go.work itself.
    const inPlace = project.work !== undefined && question !== 'graph' && mode === 'vendor';
    const of = asUsual ? 'unsaid' : question === 'graph' ? 'readonly' : mode;
    const under = (GOFLAGS: string, name: string): Promise<Answer> => {
      const copy = scratch.verbatim(name);
      const words = wordsOf({ project, env, mains, scratch: [copy.folder, scratch.folder] });
      const settings = { GOWORK: inPlace ? project.gowork : copy.gowork, GOFLAGS, ...more };
      return answerOf(
        go.run(project.root, command(copy), settings, () => undefined),
        words,
      );
    };
    return phases.run(question === 'tools' ? toolsName : questionNames[question], () =>
      askedWithFlags(env.GOFLAGS, {
        ours: () => under(ownFlags(env.GOFLAGS, of, options.tags), `${question}-ours`),
        typed: () => under(flagsAsTyped(env.GOFLAGS, 'harmless', of, start, options.tags), question),
      }),
    );
  };
  try {
    const refused = await flagsRefused(go, start, env.GOFLAGS, project.work !== undefined);
    if (refused !== undefined) return { graph: refused, build: refused, mode, noCommand: true };
    const { offline } = options;
    const settled = await refusedBySettings(go, scratch.folder, env, { start, offline });
    const lines = work ?? mains[0] ?? {};
    const file = work === undefined ? 'go.mod' : 'go.work';
    const byLines = await refusedByLines({ go, scratch: scratch.folder, env, offline }, lines, file);
    if (byLines?.state === 'refused') return { graph: byLines, build: byLines, mode, noCommand: true };
    const odd = irregularSource(project, mains);
    const waiting: Answer | undefined = odd === undefined ? undefined : { state: 'not asked', why: odd };
    const [graph, build] = await Promise.all([
      settled.graph ?? ask('graph', (on) => goCommands.listAll(on)),
      settled.build ??
        waiting ??
        ask(
          'build',
          (on) => goCommands.listPackages(on, packagePatterns(project)),
          options.packages === true ? {} : noNetwork,
        ),
    ]);
    const hasTools = build.state === 'accepted' && mains.some(({ tool }) => tool.length > 0);
    const tools = hasTools
      ? await ask('tools', (on) => goCommands.listTools(on), options.packages === true ? {} : noNetwork)
      : undefined;
    const [oddSum] = oddSums(project);
    const all = await withElsewhere(build, project, env, go);
    const noCommand = [byLines, settled.graph, settled.build].some(stopsAll) ? { noCommand: true as const } : {};
    const told = (answer: Answer): Answer =>
      // What the local go takes another may refuse.
      byLines !== undefined && answer.state === 'accepted' ? byLines : byEncoding(answer, oddSum);
    const read: GoVerdict = {
      graph: told(graph),
      build: told(all),
      ...(tools === undefined ? {} : { tools: byEncoding(byToolLine(tools), oddSum) }),
      mode,
      ...noCommand,
      ...(work === undefined && project.modFile !== undefined ? { sumFile: path.basename(goSumOf(project)) } : {}),
    };
    const verdict =
      sumFilesOf(project).some((file) => existsSync(file)) || !refusalsOf(read).some(isOfSum)
        ? read
        : { ...read, noSum: true as const };
    const refusals = refusalsOf(verdict);
    if (refusals.some(isLacking)) {
      const packages = refusals.flatMap(({ code, subject }) => (code === 'package-missing' ? [subject] : []));
      const leftOut = await leftOutOf(project, mains, packages, signal);
      if (leftOut.length > 0) return { ...verdict, leftOut };
    }
    return work === undefined && refusals.some(isUpdate)
      ? withWants(verdict, await wantedOf(go, project.root, scratch.verbatim('tidy'), env.GOFLAGS, options))
      : verdict;
  } finally {
    scratch.remove();
  }
}

/** Nothing imports a tool: its line is what needs it. */
function byToolLine(answer: Answer): Answer {
  if (answer.state !== 'refused') return answer;
  const refusals = answer.refusals.map((one) => (one.by === undefined ? { ...one, by: ['a tool line'] } : one));
  return { state: 'refused', refusals };
}

/** GOFLAGS as the user has it, by which go ends before it looks at anything: the questions are asked without it. */
async function flagsRefused(
  go: Go,
  folder: string,
  GOFLAGS: string,
  isWorkspace: boolean,
): Promise<Answer | undefined> {
  const odd = oddMode(GOFLAGS, isWorkspace);
  if (odd !== undefined) return refusedFor(odd);
  try {
    if (GOFLAGS !== '') await go.text(folder, goCommands.version(), { GOFLAGS });
    return undefined;
  } catch (error) {
    const { code, detail = '' } = toFault(error);
    if (code === 'cancelled' || code === 'defect') throw error;
    return detail.includes('parsing $GOFLAGS') ? refusedFor(detail) : undefined;
  }
}

function refusedFor(words: string): Answer {
  return { state: 'refused', refusals: understood(words).refusals };
}

/** What go misses in a go.sum that it cannot read has one cause, and that is said. */
function byEncoding(answer: Answer, odd: OddSum | undefined): Answer {
  if (answer.state !== 'refused' || odd === undefined) return answer;
  const isOfSums = ({ code }: Refusal): boolean => code === 'go-sum-missing' || code === 'go-sum-malformed';
  const first = answer.refusals.find(isOfSums);
  if (first === undefined) return answer;
  const subject = first.code === 'go-sum-malformed' ? first.subject : odd.file;
  const told = withCause<Refusal>({ code: 'go-sum-malformed', subject, text: first.text }, [odd]);
  return { state: 'refused', refusals: [told, ...answer.refusals.filter((one) => !isOfSums(one))] };
}

/** Settings with which no go command runs, or of which nobody knows it. */
function stopsAll(answer: Answer | undefined): boolean {
  if (answer?.state !== 'refused') return answer?.state === 'not asked';
  return answer.refusals.some(({ code }) => code === 'modules-off' || code === 'toolchain-refused');
}

function isLacking({ code }: Refusal): boolean {
  return code === 'package-missing' || code === 'version-missing' || code === 'module-unreachable';
}

function isOfSum({ code }: Refusal): boolean {
  return code === 'go-sum-missing';
}

function isUpdate({ code }: Refusal): boolean {
  return code === 'updates-needed';
}

/** What go would change in go.mod, asked of `go mod tidy -diff`; empty where it cannot tell (a go before 1.23, sources not at hand). */
async function wantedOf(go: Go, root: string, copy: Copy, goflags: string, options: LoadOptions): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  const GOFLAGS = ownFlags(goflags, 'mod', options.tags);
  const settings = { GOWORK: 'off', GOFLAGS, ...(options.packages === true ? {} : noNetwork) };
  try {
    await go.run(root, goCommands.modTidyDiff(copy), settings, (chunk) => {
      chunks.push(chunk);
    });
  } catch (error) {
    const { code } = toFault(error);
    if (code === 'cancelled' || code === 'defect') throw error;
  }
  return goModChanges(Buffer.concat(chunks).toString('utf8')).slice(0, mostWanted);
}

function withWants(verdict: GoVerdict, wants: readonly string[]): GoVerdict {
  const told = (answer: Answer): Answer =>
    answer.state === 'refused' && wants.length > 0
      ? { ...answer, refusals: answer.refusals.map((one) => (isUpdate(one) ? { ...one, wants } : one)) }
      : answer;
  return { ...verdict, graph: told(verdict.graph), build: told(verdict.build) };
}

/** Go's status is the answer; its words say why. A command that did not come to an end of its own answers nothing. */
async function answerOf(asked: Promise<unknown>, words: (text: string) => string): Promise<Answer> {
  try {
    await asked;
    return { state: 'accepted' };
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    if (fault.detail === undefined) return { state: 'not asked', why: words(fault.message) };
    const { refusals, notAsked } = understood(words(fault.detail));
    if (refusals.length > 0) return { state: 'refused', refusals };
    return { state: 'not asked', why: notAsked[0] ?? words(fault.message) };
  }
}
