/** `modscope check [DIR]`: the policy and the findings; exits 1 with each breach, its cause and its remedy. */
import path from 'node:path';
import pkg from '../../package.json' with { type: 'json' };
import { coverageText } from '../../graph/findings/coverage.ts';
import { judge, needsOfPolicy } from '../../graph/policy/judge.ts';
import type { CauseLine, Policy, Threshold, Verdict } from '../../graph/policy/types.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { causePlaces } from '../../server/project/cause-places.ts';
import {
  baselineFile,
  findConfig,
  readConfig,
  repositoryTop,
  type ConfigFile,
} from '../../server/project/config-file.ts';
import { loadSnapshotFile } from '../../server/project/load-recorded.ts';
import { refuseIrregular } from '../../server/project/regular-file.ts';
import type { LoadOptions } from '../../server/project/types.ts';
import { exit } from '../exit.ts';
import { sourceOf } from '../input.ts';
import type { InputOptions } from '../input-options.ts';
import type { Io } from '../io.ts';
import { read, type Input } from '../read.ts';
import { withRemedies } from '../with-remedies.ts';
import { checkJson } from '../text/check-json.ts';
import { checkJunit } from '../text/check-junit.ts';
import { lackText, type CheckReport } from '../text/check-report.ts';
import { checkSarif } from '../text/check-sarif.ts';
import { checkRows } from '../text/check-rows.ts';
import { checkText } from '../text/check.ts';
import { rowsText } from '../text/rows.ts';

export interface CheckOptions extends InputOptions {
  readonly format: 'text' | 'json' | 'plain' | 'sarif' | 'junit';
  readonly json?: true;
  readonly plain?: true;
  readonly config?: string;
  readonly failOn?: Threshold;
}

const none: Policy = { forbid: [], allow: [], limits: [] };

/** Exits 1 with a breach, 2 when a rule could not be judged, with the status of go's failure when it failed. */
export async function check(io: Io, options: CheckOptions, dir?: string): Promise<number> {
  const source = sourceOf(io, options, dir);
  const start = source.kind === 'folder' ? source.dir : path.resolve(io.cwd, options.C ?? '.');
  const file =
    options.config === undefined ? findConfig(start) : path.resolve(io.cwd, options.C ?? '.', options.config);
  const config =
    file === undefined ? undefined : await readConfig(file, io.cwd, io.signal, options.config === undefined);
  const policy: Policy = {
    ...(config?.policy ?? none),
    ...(options.failOn === undefined ? {} : { findings: options.failOn }),
  };
  const base = await baselineOf(io, config);
  const input = await read(io, options, dir, wanted(policy, base, options));
  const first = judge(input.model, policy, base);
  const about = new Set(first.breaches.map(({ rule, subject }) => `${rule} ${subject}`));
  const { model } = await withRemedies(io, options, dir, input, ({ code, subject }) => about.has(`${code} ${subject}`));
  const verdict = model === input.model ? first : judge(model, policy, base);
  const recorded = source.kind !== 'folder';
  const report = reportOf(io, verdict, policy, input, config, { recorded, offline: options.offline === true });
  await printed(io, report, policy, options);
  if (input.status !== exit.fine) return input.status;
  if (verdict.breaches.length > 0) return exit.failed;
  return verdict.unjudged.length > 0 ? exit.usage : exit.fine;
}

async function baselineOf(io: Io, config: ConfigFile | undefined): Promise<Snapshot | undefined> {
  const name = config?.policy.baseline;
  if (config === undefined || name === undefined) return undefined;
  const file = baselineFile(config, name);
  const shown = path.relative(process.cwd(), file);
  // A file that is called `-` is not standard input.
  const told = shown === '' || shown === '-' ? file : shown;
  refuseIrregular(file, path.join(path.dirname(config.name), name));
  return (await loadSnapshotFile(told, () => undefined, io.signal)).snapshot;
}

/** What is loaded beside the graph: what queries ask for, and packages where the baseline has them. */
function wanted(policy: Policy, base: Snapshot | undefined, options: InputOptions): Partial<LoadOptions> {
  const needs = needsOfPolicy(policy);
  return {
    frontier: true,
    verdict: true,
    ...(needs.has('facts') && options.offline !== true ? { facts: true } : {}),
    ...(needs.has('packages') || base?.packages !== undefined ? { packages: true } : {}),
  };
}

function reportOf(
  io: Io,
  verdict: Verdict,
  { forbid, limits }: Policy,
  { model, loaded }: Input,
  config: ConfigFile | undefined,
  lack: { readonly recorded: boolean; readonly offline: boolean },
): CheckReport {
  const [root] = loaded.folders;
  const lineOf = root === undefined ? (): undefined => undefined : causePlaces(root, loaded.modFile);
  const placed = (cause: CauseLine): CauseLine & { line?: number } => {
    const line = lineOf(cause);
    const file =
      cause.file === 'go.mod' && loaded.modFile !== undefined ? path.relative(root ?? '.', loaded.modFile) : cause.file;
    return { ...cause, file: slashed(file), ...(line === undefined ? {} : { line }) };
  };
  const top = repositoryTop(root ?? config?.folder ?? io.cwd) ?? root ?? config?.folder ?? io.cwd;
  const below = root === undefined ? '' : slashed(path.relative(top, root));
  const configUri =
    config === undefined
      ? undefined
      : slashed(path.relative(top, path.join(config.folder, path.basename(config.name))));
  return {
    ...verdict,
    breaches: verdict.breaches.map((breach) => ({ ...breach, cause: breach.cause.map(placed) })),
    unjudged: verdict.unjudged.map((gap) => ({ ...gap, why: gap.why ?? lackText(gap.needs, lack) })),
    ...(config === undefined ? {} : { config: config.name }),
    ...(configUri === undefined || configUri.startsWith('../') ? {} : { configUri }),
    rules: { forbid: forbid.length, limits: limits.length },
    looked: coverageText(model),
    ...(loaded.fault === undefined ? {} : { partial: loaded.fault.message }),
    prefix: below === '' ? '' : `${below}/`,
    version: pkg.version,
  };
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

function printed({ stdout }: Io, report: CheckReport, policy: Policy, options: CheckOptions): Promise<void> {
  const { format, json, plain } = options;
  if (json === true || format === 'json') return stdout.hand(checkJson(report));
  if (plain === true || format === 'plain') return stdout.say(rowsText('check', checkRows(report)));
  if (format === 'sarif') return stdout.hand(checkSarif(report));
  return format === 'junit' ? stdout.hand(checkJunit(report, policy)) : stdout.say(checkText(report));
}
