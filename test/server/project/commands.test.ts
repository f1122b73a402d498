import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { MainModule, Snapshot } from '../../../graph/snapshot/types.ts';
import { commandsOf } from '../../../server/project/commands.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';
import { layWorld } from '../../support/world.ts';

const main: MainModule = {
  path: 'example.com/m',
  dir: '.',
  require: [],
  replace: [{ old: { path: 'example.com/a' }, new: { path: './a' } }],
  exclude: [],
  retract: [],
  tool: [],
  ignore: [],
};
const snapshotOf = (...mains: MainModule[]): Snapshot => ({ format: 1, mains, modules: [], problems: [] });

describe('commandsOf', () => {
  it.each([
    ['at the root', { 'main.go': 'package main\n' }, 'example.com/m'],
    ['behind a licence', { 'cmd/x/x.go': '/*\npackage other\n*/\n// Words.\n\npackage main\n' }, 'example.com/m/cmd/x'],
    ['in cmd/', { 'cmd/x/x.go': '// Words.\n\npackage main\n', 'lib.go': 'package m\n' }, 'example.com/m/cmd/x'],
    ['the one that is least deep', { 'a/b/c.go': 'package main\n', 'z/c.go': 'package main\n' }, 'example.com/m/z'],
    ['a script', { 'gen.go': '//go:build ignore\n\npackage main\n' }, undefined],
    ['an old script', { 'gen.go': '// +build ignore\n\npackage main\n' }, undefined],
    ['a test of one', { 'x_test.go': 'package main\n' }, undefined],
    ['what ./... passes over', { 'testdata/x.go': 'package main\n', '_x/x.go': 'package main\n' }, undefined],
    ['another module', { 'sub/go.mod': 'module x\n', 'sub/x.go': 'package main\n' }, undefined],
  ])('%s', (_, files, found) => {
    const folder = layOut(temporaryFolder(), files);
    expect(commandsOf(folder, snapshotOf(main))[0]?.package).toBe(found);
  });

  it('does not look at a module without replace and exclude lines', () => {
    const folder = layOut(temporaryFolder(), { 'main.go': 'package main\n' });
    expect(commandsOf(folder, snapshotOf({ ...main, replace: [] }))).toEqual([]);
  });
});

test.each([
  ['replace example.com/a => example.com/a v1.0.0', /replace directives/],
  ['exclude example.com/a v1.0.0', /exclude directives/],
  ['retract v0.1.0', undefined],
])('go itself, of a published module with %s', (line, refusal) => {
  const folder = temporaryFolder();
  const env = {
    ...process.env,
    ...layWorld(folder, {
      'proxy/example.com/m@v1.0.0/go.mod': `module example.com/m\n\ngo 1.21\n\n${line}\n`,
      'proxy/example.com/m@v1.0.0/main.go': 'package main\n\nfunc main() {}\n',
    }),
    GOBIN: path.join(folder, 'bin'),
  };
  const install = (): unknown =>
    execFileSync('go', ['install', 'example.com/m@v1.0.0'], { cwd: folder, env, stdio: 'pipe' });
  if (refusal === undefined) expect(install).not.toThrow();
  else expect(install).toThrow(refusal);
});
