/** Every command that modscope tells in a world, run by the real go in a shell: it mends, and changes what its words say and nothing else. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Changes, Remedy } from '../../graph/remedy/types.ts';
import { modscope } from '../cli/run.ts';
import type { Laid, World } from './worlds.ts';

export interface Proof {
  /** Commands that were run. */
  readonly ran: number;
  /** Findings and complaints that were told in words alone. */
  readonly words: number;
  /** What was not as it was said, a sentence each. */
  readonly wrong: readonly string[];
}

/** A finding or a complaint. */
interface Advice {
  readonly code: string;
  readonly subject: string;
  readonly severity: string;
  readonly remedy: Remedy;
}

/** `newFolder`: an empty one each time; `within`: sets the environment for modscope while it runs. */
export async function prove(
  world: World,
  newFolder: () => string,
  within: <Answer>(env: Readonly<Record<string, string>>, run: () => Promise<Answer>) => Promise<Answer>,
): Promise<Proof | undefined> {
  const first = world.lay(newFolder());
  if (first === undefined) return undefined;
  const ask = (at: Laid): Promise<Advice[]> => within(at.env, () => adviceIn(at, world.args));
  const told = await ask(first);
  const wrong: string[] = [];
  let ran = 0;
  for (const advice of told) {
    const { remedy } = advice;
    if (/`/.test(remedy.words)) wrong.push(`${world.name}: a command in the words: ${remedy.words}`);
    if ((remedy.command === undefined) !== (remedy.tried === undefined))
      wrong.push(`${world.name}: untried: ${remedy.command ?? ''}`);
    if (remedy.command === undefined || remedy.tried !== 'here') continue;
    const at = world.lay(newFolder());
    if (at === undefined) continue;
    ran++;
    const faults = await faultsOf(advice, told, at, first, ask);
    wrong.push(
      ...faults.map((fault) => `${world.name}: ${advice.code} ${advice.subject}: ${remedy.command ?? ''}: ${fault}`),
    );
  }
  return { ran, words: told.filter(({ remedy }) => remedy.command === undefined).length, wrong };
}

async function faultsOf(
  advice: Advice,
  told: readonly Advice[],
  at: Laid,
  first: Laid,
  ask: (at: Laid) => Promise<Advice[]>,
): Promise<string[]> {
  const { words, command = '' } = advice.remedy;
  const changes: Changes = advice.remedy.changes ?? { added: [], removed: [], raised: [], lowered: [], files: [] };
  const faults: string[] = [];
  const [listed, files] = [buildList(at), filesBelow(at.folder)];
  // The doctor names the folder that it looked at.
  const typed = command.replaceAll(first.folder, at.folder);
  try {
    execFileSync('/bin/sh', ['-c', typed], { cwd: at.folder, env: { ...process.env, ...at.env }, stdio: 'pipe' });
  } catch (error) {
    return [`it fails: ${error instanceof Error ? error.message : String(error)}`];
  }
  const after = await ask(at);
  const same = (one: Advice): boolean =>
    one.code === advice.code && one.subject === advice.subject && one.severity === advice.severity;
  if (after.some(same)) faults.push('it is found all the same');
  // What findings had told before, the doctor may tell only once the sources are there.
  const codes = new Set(told.map(({ code }) => bare(code)));
  const worse = after.find((one) => one.severity === 'error' && !codes.has(bare(one.code)));
  if (worse !== undefined) faults.push(`it brings ${worse.code} ${worse.subject}`);
  const now = buildList(at);
  if (listed !== undefined && now === undefined) faults.push('go refuses it then');
  if (listed !== undefined && now !== undefined) {
    const said = new Set([...changes.added, ...changes.removed].map((name) => name.replace(/@.*/, '')));
    for (const { path: module } of [...changes.raised, ...changes.lowered]) said.add(module);
    for (const module of new Set([...listed.keys(), ...now.keys()])) {
      // A folder that go.work uses from now on is a main module, and its words say the folder.
      if (command.includes('go work use ') && now.get(module) === '') continue;
      // What the loader alone tried may bring modules by packages, and its words say so.
      if (changes.atLeast === true && !listed.has(module)) continue;
      if (listed.get(module) !== now.get(module) && !said.has(module))
        faults.push(`it changes ${module}, which is not said`);
      if (listed.get(module) === now.get(module) && said.has(module))
        faults.push(`it does not change ${module}, as is said`);
    }
  }
  if (changes.files.length > 0) {
    const said = new Set(changes.files.map(({ file }) => file));
    const touched = changedFiles(files, filesBelow(at.folder)).filter(
      (file) => !file.startsWith('vendor/') || file === 'vendor/modules.txt',
    );
    for (const file of touched) if (!said.has(file)) faults.push(`it changes the file ${file}, which is not said`);
  }
  const takes = changes.lowered.length > 0 || changes.removed.length > 0;
  if (takes && !/^This (?:lowers|removes) /.test(words))
    faults.push(`its words do not begin with what it takes: ${words}`);
  return faults;
}

function bare(code: string): string {
  return code.replace(/^doctor /, '');
}

async function adviceIn({ folder }: Laid, args: readonly string[]): Promise<Advice[]> {
  const found = await modscope(['findings', '--json', '-q', ...args], { cwd: folder });
  const facts = args.filter((arg) => arg === '--facts');
  const diagnosis = await modscope(['doctor', '--json', '-q', ...facts], { cwd: folder });
  const findings = (found.out === '' ? [] : JSON.parse(found.out)) as Advice[];
  const { found: complaints = [] } = (diagnosis.out === '' ? {} : JSON.parse(diagnosis.out)) as {
    found?: { code: string; severity: string; what: string; remedy?: Remedy }[];
  };
  return [
    ...findings,
    ...complaints.map(({ code, severity, what, remedy = { words: '' } }) => ({
      code: `doctor ${code}`,
      severity,
      subject: what.replaceAll(folder, ''),
      remedy,
    })),
  ];
}

/** What `go list -m all` says, path → version; undefined where go refuses it, go.sum aside. */
function buildList({ folder, env }: Laid): Map<string, string> | undefined {
  const isWork = existsSync(path.join(folder, 'go.work'));
  const vendored = existsSync(path.join(folder, 'vendor'));
  const args = ['list', '-m', ...(isWork ? [] : [vendored ? '-mod=mod' : '-mod=readonly']), 'all'];
  const settings = { ...process.env, ...env, GOFLAGS: '-modcacherw' };
  // -mod=mod writes go.sum: on a copy, beside the folder for what it names by ../
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  try {
    const out = execFileSync('go', args, { cwd: copy, env: settings, encoding: 'utf8', stdio: 'pipe' });
    return new Map(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(' => ')[0]?.split(' ') ?? [])
        .map(([module = '', version = '']) => [module, version]),
    );
  } catch {
    return undefined;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function filesBelow(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}

function changedFiles(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
}
