/** Folders that replace modules of a workspace: named as the real go names them in the user's tree, whatever copies we work on. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadFolder } from '../../../server/project/load-folder.ts';
import { defaultLoad } from '../../../server/project/types.ts';
import { modscope } from '../../cli/run.ts';
import { makeProxy } from '../../support/proxy.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

let folder: string;
let tree: string;
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('GOENV', 'off');
  for (const [name, value] of Object.entries(makeProxy(folder, []).env)) vi.stubEnv(name, value);
  const names = ['below', 'beside', 'far', 'member', 'members'];
  const replaced = names.map((name): [string, string] => [
    name === 'beside' || name === 'far' ? `${name}/go.mod` : `repo/${name}/go.mod`,
    `module example.com/${name}\n\ngo 1.21\n`,
  ]);
  layOut(folder, {
    ...Object.fromEntries(replaced),
    'repo/go.work': `go 1.21\n\nuse ./m\n\nreplace (\n\texample.com/below => ./below/\n\texample.com/beside v1.0.0 => ../beside\n\texample.com/far => ${folder}/far\n)\n`,
    'repo/m/go.mod': `module example.com/m\n\ngo 1.21\n\nrequire (\n${names.map((name) => `\texample.com/${name} v1.0.0\n`).join('')})\n\nreplace example.com/member => ./../member\n\nreplace example.com/members => ${folder}/repo/members\n`,
  });
  tree = path.join(folder, 'repo');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

it('as go list -m names them', async () => {
  const names = '{{if .Replace}}{{.Path}} {{.Replace.Path}}{{end}}';
  const told = execFileSync('go', ['list', '-m', '-f', names, 'all'], { cwd: tree, encoding: 'utf8' });
  const { snapshot } = await loadFolder(tree, defaultLoad, () => undefined, AbortSignal.timeout(60_000));
  const ours = snapshot.modules.flatMap(({ path: name, replace }) =>
    replace === undefined ? [] : [`${name} ${replace.path}`],
  );
  expect(ours).toHaveLength(5);
  expect(ours).toEqual(told.split('\n').filter((line) => line !== ''));
});

it('so a revision with the same lines is no change', async () => {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: tree });
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  expect(await modscope(['diff'], { cwd: tree })).toMatchObject({ status: 0, out: '' });
});
