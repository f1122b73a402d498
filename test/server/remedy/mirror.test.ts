/** The tree in which go may write: nothing of the user's is reached from it. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { declaredBy } from '../../../server/project/declared.ts';
import { findProject } from '../../../server/project/find.ts';
import { Mirror } from '../../../server/remedy/mirror.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const signal = new AbortController().signal;
const made: Mirror[] = [];

afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

async function mirrorOf(folder: string): Promise<Mirror> {
  const project = findProject(folder);
  const mirror = await Mirror.of(project, await declaredBy(project, undefined), signal);
  made.push(mirror);
  return mirror;
}

const text = (file: string): string => readFileSync(file, 'utf8');

describe('a mirror', () => {
  it('copies what go writes, links Go files and what replace lines name outside, and is as it was after a reset', async () => {
    const root = layOut(temporaryFolder(), {
      'm/go.mod': 'module m\n\nreplace x => ../x\n',
      'm/go.sum': 'sum\n',
      'm/p/p.go': 'package p\n',
      'm/vendor/modules.txt': '# x v1.0.0\n',
      'm/vendor/x/x.go': 'package x\n',
      'm/.git/config': 'secret\n',
      'x/go.mod': 'module x\n',
    });
    const mirror = await mirrorOf(path.join(root, 'm'));
    expect(text(path.join(mirror.root, 'p/p.go'))).toBe('package p\n');
    expect(text(path.join(mirror.root, '../x/go.mod'))).toBe('module x\n');
    expect(existsSync(path.join(mirror.root, '.git'))).toBe(false);
    writeFileSync(path.join(mirror.root, 'go.mod'), 'module m\n\nrequire a v1.0.0\n');
    writeFileSync(path.join(mirror.root, 'vendor/modules.txt'), 'other\n');
    expect(mirror.written()).toEqual([
      { file: 'go.mod', added: 1, removed: 1 },
      { file: 'vendor/modules.txt', added: 1, removed: 1 },
    ]);
    await mirror.reset(signal);
    expect(mirror.written()).toEqual([]);
    expect(text(path.join(mirror.root, 'vendor/x/x.go'))).toBe('package x\n');
    expect(text(path.join(root, 'm/go.mod'))).toContain('replace x');
  });

  it('has a folder of its own for a member that go.work names by a link', async () => {
    const root = layOut(temporaryFolder(), { 'w/go.work': 'go 1.21\n\nuse ./link\n', 'real/go.mod': 'module r\n' });
    symlinkSync('../real', path.join(root, 'w', 'link'));
    const mirror = await mirrorOf(path.join(root, 'w'));
    writeFileSync(path.join(mirror.root, 'link/go.mod'), 'module other\n');
    expect(text(path.join(root, 'real/go.mod'))).toBe('module r\n');
  });

  it('is not made where go.work names a folder by an absolute path: go would write there', async () => {
    const root = layOut(temporaryFolder(), { 'a/go.mod': 'module a\n' });
    mkdirSync(path.join(root, 'w'));
    writeFileSync(path.join(root, 'w', 'go.work'), `go 1.21\n\nuse ${path.join(root, 'a')}\n`);
    await expect(mirrorOf(path.join(root, 'w'))).rejects.toThrow('absolute path');
  });
});
