/** diff in a tree that is being worked in: nothing of it or of .git is touched, to the end or killed at any moment, and nothing stays in the scratch folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtModscope } from '../support/built.ts';
import { makeProxy, type ProxyModule } from '../support/proxy.ts';
import { commit, git, gitEnv, makeRepository, repositoryState } from '../support/repository.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';

const world: readonly ProxyModule[] = [
  { path: 'example.com/a', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/a', version: 'v1.1.0', mod: 'go 1.21\nrequire example.com/c v1.0.0\n' },
  { path: 'example.com/c', version: 'v1.0.0', mod: 'go 1.21\n' },
];

const goMod = (version: string): string =>
  `module example.com/main\n\ngo 1.21\n\nrequire (\n\texample.com/a ${version}\n\texample.com/lib v0.0.0\n)\n\nreplace example.com/lib => ./lib\n`;

/** Changes that are staged, that are not, a stash, a file that is ignored, one that may not be written, a link, a lock of somebody else. */
function busyTree(root: string): string {
  const tree = makeRepository(path.join(root, 'tree'));
  commit(tree, 'v1', {
    'go.mod': goMod('v1.0.0'),
    'lib/go.mod': 'module example.com/lib\n\ngo 1.21\n',
    'main.go': 'package main\n\nfunc main() {}\n',
    '.gitignore': 'ignored\n',
  });
  commit(tree, 'v2', { 'go.mod': goMod('v1.1.0') });
  layOut(tree, { 'stashed.txt': 'stashed' });
  git(tree, 'add', 'stashed.txt');
  git(tree, 'stash', 'push', '-q');
  layOut(tree, { 'staged.go': 'package main\n', ignored: 'x', 'new.txt': 'x' });
  git(tree, 'add', 'staged.go');
  layOut(tree, { 'go.mod': `${goMod('v1.1.0')}\n// being edited\n`, 'staged.go': 'package main // again\n' });
  symlinkSync('nowhere', path.join(tree, 'dangling'));
  chmodSync(path.join(tree, 'new.txt'), 0o444);
  return tree;
}

let modscope: string;

beforeAll(async () => {
  modscope = await builtModscope();
});

test('to the end, and killed at moments of its run', async () => {
  const root = temporaryFolder();
  const scratch = path.join(root, 'scratch');
  mkdirSync(scratch);
  const env = {
    ...process.env,
    ...makeProxy(root, world).env,
    ...gitEnv,
    GOCACHE: path.join(root, 'gocache'),
    TMPDIR: scratch,
  };
  const tree = busyTree(root);
  const run = async (
    argv: readonly string[],
    kill?: { readonly signal: NodeJS.Signals; readonly after: number },
  ): Promise<{ code: number | null; signal: NodeJS.Signals | null; took: number }> => {
    const started = performance.now();
    const child = spawn(modscope, ['diff', ...argv], { cwd: tree, env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const timer = kill === undefined ? undefined : setTimeout(() => child.kill(kill.signal), kill.after);
    await ended;
    clearTimeout(timer);
    return { code: child.exitCode, signal: child.signalCode, took: performance.now() - started };
  };
  const left = (): string[] => readdirSync(scratch).filter((name) => name.startsWith('modscope-'));
  git(tree, 'status');
  const before = repositoryState(tree);
  const verbs = [[], ['v1', 'v2', '--packages'], ['v1', '--format', 'markdown'], ['HEAD~1', 'stash@{0}', '--json']];
  let longest = 0;
  for (const verb of verbs) {
    const { code, took } = await run(verb);
    longest = Math.max(longest, took);
    expect([verb, code]).toEqual([verb, 0]);
    expect(repositoryState(tree)).toEqual(before);
  }
  expect(left()).toEqual([]);
  const seen = new Set<string>();
  for (let n = 0; n < 16; n++) {
    const kill = { signal: n % 2 === 0 ? 'SIGKILL' : 'SIGTERM', after: (longest * (n + 1)) / 17 } as const;
    const { code, signal } = await run(verbs[n % verbs.length] ?? [], kill);
    seen.add(signal ?? String(code));
    expect([kill, repositoryState(tree)]).toEqual([kill, before]);
  }
  // Some were killed, and some told to end; who was done before is no matter.
  expect(seen).toContain('SIGKILL');
  expect([...seen].some((one) => one === '143' || one === 'SIGTERM')).toBe(true);
  // The next run takes away what those that were killed left.
  expect((await run(['v1', 'v2'])).code).toBe(0);
  expect(left()).toEqual([]);
});
