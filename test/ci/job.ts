/** A job of CI on this machine: a repository, a proxy in a folder, a forge that is a file, and the shell parts of ci/. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeProxy, type ProxyModule } from '../support/proxy.ts';
import { git, gitEnv, makeRepository } from '../support/repository.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { home, readAction, runStep, takeOutputs, type Ended } from './action.ts';
import { makeForge, type Forge } from './forge.ts';

const world: readonly ProxyModule[] = [
  { path: 'example.com/a', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/a', version: 'v1.1.0', mod: 'go 1.21\nrequire example.com/c v1.0.0\n' },
  { path: 'example.com/c', version: 'v1.0.0', mod: 'go 1.21\n' },
];

export function goMod(...lines: string[]): string {
  return `module example.com/main\n\ngo 1.21\n\n${lines.map((line) => `require ${line}\n`).join('')}`;
}

/** What an event of GitHub says, as far as action.yml asks. */
export interface Event {
  readonly number?: string;
  readonly base?: string;
  readonly before?: string;
  readonly fork?: true;
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface JobRun extends Ended {
  /** Status of each step that ran, by its name. */
  readonly steps: ReadonlyMap<string, number | null>;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
}

export interface Job {
  readonly tree: string;
  readonly root: string;
  readonly forge: Forge;
  readonly env: Readonly<Record<string, string>>;
  /** The steps of action.yml, one after the other. */
  github(event?: Event): JobRun;
  /** One of ci/. */
  script(name: string, env?: Readonly<Record<string, string>>, cwd?: string): Ended;
}

/** The repository has a branch main with one commit, and stands on a branch change that has another one. */
export function makeJob(modscope: string): Job {
  const root = temporaryFolder();
  const tree = makeRepository(path.join(root, 'tree'));
  const forge = makeForge(layForge(root));
  const env = {
    ...makeProxy(root, world).env,
    ...gitEnv,
    PATH: `${forge.folder}:${process.env['PATH'] ?? ''}`,
    HOME: root,
    GOCACHE: path.join(root, 'gocache'),
    RUNNER_TEMP: layOut(path.join(root, 'runner'), { '.keep': '' }),
    FORGE_STATE: path.join(forge.folder, 'state.json'),
    MODSCOPE_COMMAND: modscope,
  };
  layOut(tree, { 'go.mod': goMod('example.com/a v1.0.0') });
  git(tree, 'add', '-A');
  git(tree, 'commit', '-qm', 'one');
  git(tree, 'checkout', '-qb', 'change');
  layOut(tree, { 'go.mod': goMod('example.com/a v1.1.0') });
  git(tree, 'commit', '-qam', 'two');
  const script = (name: string, more: Readonly<Record<string, string>> = {}, cwd = tree): Ended =>
    runStep(`bash "$HERE/ci/${name}"`, cwd, { ...env, HERE: home, ...more });
  return { root, tree, forge, env, script, github: (event = {}) => runAction(tree, env, event) };
}

function layForge(root: string): string {
  const folder = path.join(root, 'forge');
  mkdirSync(folder);
  return folder;
}

function runAction(cwd: string, given: Readonly<Record<string, string>>, event: Event): JobRun {
  const action = readAction();
  const inputs = new Map(Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]));
  for (const [name, value] of Object.entries(event.inputs ?? {})) inputs.set(name, value);
  const outputs = new Map<string, string>();
  const [outputFile, summaryFile] = ['output', 'summary'].map((name) =>
    path.join(given['RUNNER_TEMP'] ?? '', `github-${name}`),
  );
  if (outputFile === undefined || summaryFile === undefined) throw new Error('no files');
  for (const file of [outputFile, summaryFile]) writeFileSync(file, '');
  const pull = event.number !== undefined;
  /** What the runner makes of each expression of action.yml; one that is not here fails. */
  const values = new Map<string, string>([
    ['github.event.pull_request.number', event.number ?? ''],
    [
      'github.event.pull_request.base.sha || github.event.merge_group.base_sha || github.event.before',
      event.base ?? event.before ?? '',
    ],
    ['github.event.pull_request.head.repo.full_name != github.repository', String(event.fork === true)],
    [
      "github.event.pull_request && github.event.pull_request.head.repo.full_name != github.repository && 'off' || 'user'",
      pull && event.fork === true ? 'off' : 'user',
    ],
    ['steps.picture.outputs.artifact-url', outputs.has('picture') ? 'https://github.com/o/r/artifacts/1' : ''],
  ]);
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
      const [, kind, name = ''] = /^(inputs|steps\.\w+\.outputs)\.([\w-]+)$/.exec(expression) ?? [];
      if (kind === 'inputs' && name === 'token') return 'secret-token';
      if (kind === 'inputs') return inputs.get(name) ?? fail(expression);
      const known = values.get(expression);
      if (known !== undefined) return known;
      return kind === undefined ? fail(expression) : (outputs.get(name) ?? '');
    });
  const conditions = new Map<string | undefined, () => boolean>([
    [undefined, () => true],
    ["steps.report.outputs.picture != ''", () => (outputs.get('picture') ?? '') !== ''],
    ["inputs.comment == 'true' && github.event.pull_request", () => inputs.get('comment') === 'true' && pull],
  ]);
  inputs.set('modscope', given['MODSCOPE_COMMAND'] ?? '');
  const steps = new Map<string, number | null>();
  let [out, err, status]: [string, string, number | null] = ['', '', 0];
  for (const step of action.runs.steps) {
    const goes = conditions.get(step.if) ?? fail(step.if ?? '');
    if (!goes()) continue;
    if (step.run === undefined) {
      if (step.id === 'picture') values.set('steps.picture.outputs.artifact-url', 'https://github.com/o/r/artifacts/1');
      steps.set(step.name, 0);
      continue;
    }
    const { MODSCOPE_COMMAND: _, ...rest } = given;
    const ended = runStep(step.run, cwd, {
      ...rest,
      GITHUB_ACTION_PATH: home,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '4711',
      GITHUB_SHA: git(cwd, 'rev-parse', 'HEAD').trim(),
      GITHUB_REF: event.ref ?? 'refs/heads/change',
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, evaluate(text)])),
    });
    steps.set(step.name, ended.status);
    for (const [name, value] of takeOutputs(outputFile)) outputs.set(name, value);
    [out, err, status] = [out + ended.out, err + ended.err, ended.status];
    if (status !== 0) break;
  }
  return { status, out, err, steps, outputs, summary: readFileSync(summaryFile, 'utf8') };
}

function fail(expression: string): never {
  throw new Error(`no value for \${{ ${expression} }}`);
}
