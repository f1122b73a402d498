/**
 * `npm run bench -- history [MODULE@BASE..HEAD …]`: released modules, two versions each, fetched with go and committed into a
 * throw-away git repository. The diff of both revisions must be the difference of `go list -m all` at both, exactly; and each
 * cause, its lines alone applied to BASE's go.mod and loaded by the real go, must show every module that it lists.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Cause, Diff } from '../graph/diff/types.ts';
import { compare } from '../server/project/revision-diff.ts';
import { defaultLoad } from '../server/project/types.ts';

const defaults = [
  'github.com/spf13/cobra@v1.3.0..v1.8.1',
  'github.com/gin-gonic/gin@v1.8.2..v1.10.0',
  'k8s.io/kubectl@v0.29.0..v0.31.0',
  'helm.sh/helm/v3@v3.14.4..v3.16.0',
  'github.com/prometheus/prometheus@v0.48.1..v0.53.0',
];

const wanted = process.argv.slice(2).length === 0 ? defaults : process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-history-'));
let failures = 0;
try {
  for (const one of wanted) failures += await judge(one);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? `${String(wanted.length)} modules, nothing differs.` : `${String(failures)} differences.`);
process.exitCode = failures === 0 ? 0 : 1;

async function judge(one: string): Promise<number> {
  const [, module = '', base = '', head = ''] = /^(.+)@(.+)\.\.(.+)$/.exec(one) ?? [];
  const place = mkdtempSync(path.join(folder, 'module-'));
  run('node', ['scripts/fetch-module.mjs', place, `base=${module}@${base}`, `head=${module}@${head}`], process.cwd());
  const repository = path.join(place, 'repository');
  mkdirSync(repository);
  git(repository, 'init', '-q');
  for (const side of ['base', 'head']) {
    for (const name of readdirSync(repository))
      if (name !== '.git') rmSync(path.join(repository, name), { recursive: true });
    cpSync(path.join(place, side), repository, { recursive: true });
    git(repository, 'add', '-A', '-f');
    git(repository, '-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '-qm', side);
    git(repository, 'tag', side);
  }
  const started = performance.now();
  const { diff, unknown } = await compare(
    { kind: 'revision', name: 'base' },
    { kind: 'revision', name: 'head' },
    {
      cwd: repository,
      dir: repository,
      options: defaultLoad,
      onPhases: () => undefined,
      signal: new AbortController().signal,
    },
  );
  const took = Math.round(performance.now() - started);
  const [before, after] = [buildList(path.join(place, 'base')), buildList(path.join(place, 'head'))];
  const lists = differences(diff, before, after);
  const followers = causesAgainstGo(diff, place, after);
  const counts = `${String(diff.added.length)} added, ${String(diff.removed.length)} removed, ${String(diff.changed.length)} changed`;
  const without = new Set([...diff.added, ...diff.removed, ...diff.changed].map((change) => change.path));
  for (const cause of diff.causes) for (const follower of cause.follows) without.delete(follower);
  console.log(
    `${one}: ${counts}; ${String(lists.length)} differ from go list -m all; ${String(diff.causes.length)} lines, ${String(followers.asked)} followers asked of go, ` +
      `${String(followers.wrong.length)} wrong; ${String(without.size)} changes without a cause; ${String(took)} ms${unknown === undefined ? '' : `; ${unknown}`}`,
  );
  for (const text of [...lists, ...followers.wrong].slice(0, 20)) console.log(`  ${text}`);
  return lists.length + followers.wrong.length;
}

/** Path → what go list -m says of it: version and replacement. */
type List = ReadonlyMap<string, string>;

function buildList(place: string, env: Record<string, string> = {}): List {
  const format = '{{.Path}} {{.Version}}{{with .Replace}} => {{.Path}} {{.Version}}{{end}}';
  const text = run('go', ['list', '-m', '-mod=mod', '-f', format, 'all'], place, {
    GOWORK: 'off',
    GOFLAGS: '',
    ...env,
  });
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).trim()]),
  );
}

/** Where the diff is not the difference of the lists; changes of directness alone are in no list. */
function differences(diff: Diff, before: List, after: List): string[] {
  const told = new Map<string, string>();
  const ref = (one: { path: string; version?: string } | undefined): string =>
    one === undefined ? '' : ` => ${one.path} ${one.version ?? ''}`.trimEnd();
  for (const { path: name, version = '' } of diff.added) told.set(name, `+ ${version}`);
  for (const { path: name, version = '' } of diff.removed) told.set(name, `- ${version}`);
  for (const one of diff.changed) {
    if (one.direction === 'same' && one.replaceFrom === undefined && one.replaceTo === undefined) continue;
    const replaced = one.replaceFrom !== undefined || one.replaceTo !== undefined;
    told.set(
      one.path,
      `${one.from}${replaced ? ref(one.replaceFrom) : ''} > ${one.to}${replaced ? ref(one.replaceTo) : ''}`,
    );
  }
  const real = new Map<string, string>();
  const bare = (text: string): string => text.replace(/ => .*/, '');
  for (const [name, is] of after) {
    const was = before.get(name);
    if (was === undefined) real.set(name, `+ ${bare(is)}`);
    else if (was !== is) {
      const same = was.replace(/^\S*/, '') === is.replace(/^\S*/, '');
      real.set(name, same ? `${bare(was)} > ${bare(is)}` : `${was} > ${is}`);
    }
  }
  for (const [name, was] of before) if (!after.has(name)) real.set(name, `- ${bare(was)}`);
  return [...new Set([...told.keys(), ...real.keys()])]
    .filter((name) => told.get(name) !== real.get(name))
    .map((name) => `${name}: diff ${told.get(name) ?? 'nothing'}; go ${real.get(name) ?? 'nothing'}`);
}

function causesAgainstGo(diff: Diff, place: string, after: List): { asked: number; wrong: string[] } {
  const wrong: string[] = [];
  let asked = 0;
  const directOnly = new Set(
    diff.changed.filter((one) => one.direction === 'same' && one.replaceTo === one.replaceFrom).map((one) => one.path),
  );
  const check = (set: readonly Cause[], follows: readonly string[]): void => {
    const some = follows.filter((name) => !directOnly.has(name));
    if (some.length === 0) return;
    const list = edited(set, place);
    for (const name of some) {
      asked++;
      if (list.get(name) === after.get(name)) continue;
      const lines = set.map((cause) => `${cause.kind} ${cause.path} ${cause.to ?? ''}`).join(', ');
      wrong.push(`${lines}: go makes ${name} ${list.get(name) ?? 'absent'}, not ${after.get(name) ?? 'absent'}`);
    }
  };
  for (const [n, cause] of diff.causes.entries()) {
    const shared = new Set((cause.together ?? []).flatMap((one) => one.follows));
    check(
      [cause],
      cause.follows.filter((name) => !shared.has(name)),
    );
    for (const one of cause.together ?? []) {
      if (one.with.every((other) => other > n))
        check([cause, ...one.with.flatMap((other) => diff.causes[other] ?? [])], one.follows);
    }
  }
  return { asked, wrong };
}

/** The build list of BASE's go.mod with these lines and no others, by `go mod edit` and `go list -m`. */
function edited(causes: readonly Cause[], place: string): List {
  const copy = mkdtempSync(path.join(place, 'edited-'));
  for (const name of ['go.mod', 'go.sum']) {
    if (existsSync(path.join(place, 'base', name))) cpSync(path.join(place, 'base', name), path.join(copy, name));
  }
  run('go', ['mod', 'edit', ...causes.map(flagOf)], copy, { GOWORK: 'off' });
  return buildList(copy);
}

function flagOf({ kind, path: name, from = '', to }: Cause): string {
  switch (kind) {
    case 'drop':
      return `-droprequire=${name}`;
    case 'require':
    case 'get':
      return `-require=${name}@${to ?? ''}`;
    case 'replace':
      return to === undefined ? `-dropreplace=${name}` : `-replace=${name}=${to}`;
    case 'exclude':
      return to === undefined ? `-dropexclude=${name}@${from}` : `-exclude=${name}@${to}`;
    case 'go':
      return `-${name}=${to ?? 'none'}`;
    case 'module':
      return `-module=${to ?? ''}`;
    case 'use':
    case 'unimport':
      throw new Error('no line of a released module');
  }
}

function git(cwd: string, ...args: string[]): void {
  run('git', args, cwd);
}

function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, GO111MODULE: 'on', GOTOOLCHAIN: 'local', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program} ${args.slice(0, 4).join(' ')}: ${stderr}`);
  return stdout;
}
