/** modscope killed at moments chosen by chance, and what is left of the trees it looks at. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../conformance/random.ts';
import { mainMod, world } from '../support/modules.ts';
import { start } from '../support/program.ts';
import { makeProxy } from '../support/proxy.ts';
import { layOut, treeState } from '../support/tree-state.ts';

/** Verbs with arguments; -o names a file outside of the tree. */
export const verbs: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--packages'],
  ['query', 'is:direct'],
  ['why', 'example.com/a'],
  ['conflicts'],
  ['cycles'],
  ['findings', '--packages'],
  ['snapshot', '--facts'],
  ['export', '--format', 'svg'],
  ['what-if', '--drop', 'example.com/d'],
  ['what-if', '--get', 'example.com/b@v1.2.0'],
  ['what-if', '--unimport', 'example.com/a'],
  ['check'],
  ['diff'],
];

export interface Tree {
  readonly name: string;
  readonly folder: string;
  /** The folder that modscope is told of. */
  readonly dir: string;
}

const source = 'package main\n\nimport _ "example.com/a"\n\nfunc main() {}\n';
const modulesText =
  '# example.com/a v1.1.0\n## explicit\nexample.com/a\n# example.com/b v1.2.0\n## explicit\n# example.com/d v1.0.0\n## explicit\n# example.com/Caps v0.3.0\n## explicit; go 1.21\n# example.com/e v1.0.0\n## explicit\n';

/** A module, a workspace, a vendored module and one that go refuses, in `folder`, with the environment for go. */
export function layTrees(folder: string): { trees: readonly Tree[]; env: Readonly<Record<string, string>> } {
  const { env } = makeProxy(path.join(folder, 'world'), world);
  const tree = (name: string, dir: string, files: Readonly<Record<string, string>>): Tree => {
    const own = layOut(path.join(folder, 'trees', name), files);
    const git = (...args: readonly string[]): void => {
      spawnSync('git', ['-C', own, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        stdio: 'ignore',
      });
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    return { name, folder: own, dir: path.join(own, dir) };
  };
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  return {
    env: { ...env, TMPDIR: temporary, GOCACHE: path.join(folder, 'gocache') },
    trees: [
      tree('module', '.', { 'go.mod': mainMod, 'main.go': source }),
      tree('workspace', 'main', {
        'go.work': 'go 1.21\n\nuse (\n\t./main\n\t./other\n)\n',
        'main/go.mod': mainMod,
        'main/main.go': source,
        'other/go.mod': 'module example.com/other\n\ngo 1.20\n\nrequire example.com/a v1.0.0\n',
      }),
      tree('vendored', '.', {
        'go.mod': mainMod,
        'main.go': source,
        'vendor/modules.txt': modulesText,
        'vendor/example.com/a/a.go': 'package a\n',
      }),
      tree('refused', '.', { 'go.mod': mainMod.replace('example.com/b v1.2.0', 'example.com/b v1.9.9') }),
    ],
  };
}

/** Runs a verb on a tree to its end; gives milliseconds and status. */
export async function runWhole(
  program: string,
  verb: readonly string[],
  tree: Tree,
  env: Readonly<Record<string, string>>,
): Promise<{ took: number; status: number | null }> {
  const began = performance.now();
  const child = start(program, [...verb, '-C', tree.dir], env);
  const status = await exited(child);
  return { took: performance.now() - began, status };
}

/**
 * Kills runs of these verbs with SIGKILL, or ends them with SIGTERM in turn, each at a moment of its own; `took` is how many
 * milliseconds a whole run takes. After each the tree must be what it was: gives the runs after which it was not.
 */
export async function killAtMoments(
  program: string,
  { trees, env }: ReturnType<typeof layTrees>,
  count: number,
  took: number,
  random: Random,
  { of = verbs, signals = ['SIGKILL'] }: { of?: typeof verbs; signals?: readonly ('SIGKILL' | 'SIGTERM')[] } = {},
): Promise<string[]> {
  const before = trees.map(({ folder }) => treeState(folder));
  const changed: string[] = [];
  for (let n = 0; n < count; n++) {
    const place = n % trees.length;
    const tree = trees[place];
    const verb = random.pick(of) ?? [];
    const signal = signals[Math.floor(n / trees.length) % signals.length] ?? 'SIGKILL';
    const wait = random.below(took);
    if (tree === undefined) continue;
    const child = start(program, [...verb, '-C', tree.dir], env);
    const end = exited(child);
    const kill = setTimeout(() => child.kill(signal), wait);
    await end;
    clearTimeout(kill);
    if (treeState(tree.folder).join() !== before[place]?.join()) {
      changed.push(`${verb.join(' ')} on ${tree.name}, ${signal} after ${wait.toFixed(0)} ms`);
    }
  }
  return changed;
}

/** All it prints is read, so that it never waits for a reader. */
async function exited(child: ChildProcess): Promise<number | null> {
  child.stdout?.resume();
  child.stderr?.resume();
  await once(child, 'exit');
  return child.exitCode;
}
