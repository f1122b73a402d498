/** Which module or workspace a folder belongs to, against what `go env GOMOD GOWORK` says there. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findProject, notesOf, realFolder } from '../../../server/project/find.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

beforeEach(() => {
  vi.stubEnv('GOENV', 'off');
  vi.stubEnv('GOFLAGS', '');
  vi.stubEnv('GOWORK', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const files = {
  'go.mod': 'module example.com/top\n',
  'in/go.work': 'go 1.21\n\nuse (\n\t./a\n\t./link\n\t../side\n)\n',
  'in/a/go.mod': 'module example.com/a\n\ngo 1.21\n',
  'in/a/deep/x.go': 'package deep\n',
  'in/plain/x.go': 'package plain\n',
  'in/unused/go.mod': 'module example.com/unused\n',
  'real/go.mod': 'module example.com/real\n\ngo 1.21\n',
  'side/go.mod': 'module example.com/side\n\ngo 1.21\n',
};

function tree(): string {
  const folder = layOut(temporaryFolder(), files);
  symlinkSync('../real', path.join(folder, 'in/link'));
  return folder;
}

describe('a go.work in a folder above', () => {
  const uid = process.getuid?.();

  it.runIf(uid !== undefined)('is told where it belongs to another user, and only there', () => {
    const root = tree();
    const own = findProject(path.join(root, 'in/a'));
    expect(own.foreign).toBeUndefined();
    vi.spyOn(process, 'getuid').mockReturnValue((uid ?? 0) + 1);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const words = `${path.join(root, 'in/go.work')} belongs to another user (uid ${String(uid)})`;
    expect(findProject(path.join(root, 'in/a')).foreign).toContain(words);
    // One that does not use the module is left out, and was found all the same.
    const unused = findProject(path.join(root, 'in/unused'));
    expect(notesOf(unused)).toEqual([
      expect.stringContaining(words),
      expect.stringContaining('does not use this module'),
    ]);
    // In the folder itself it is as much whose as the go.mod there; one that was named is the user's own choice.
    expect(findProject(path.join(root, 'in')).foreign).toBeUndefined();
    expect(findProject(path.join(root, 'in/a'), 'off').foreign).toBeUndefined();
    expect(findProject(path.join(root, 'in/a'), { file: path.join(root, 'in/go.work') }).foreign).toBeUndefined();
    vi.stubEnv('GOWORK', path.join(root, 'in/go.work'));
    expect(findProject(path.join(root, 'in/a')).foreign).toBeUndefined();
  });
});

describe('findProject', () => {
  it.each(['.', 'in', 'in/a', 'in/a/deep', 'in/plain', 'side', 'real'])('agrees with go in %s', (name) => {
    const root = tree();
    const start = path.join(root, name);
    const found = findProject(start);
    const [gomod = '', gowork = ''] = execFileSync('go', ['env', 'GOMOD', 'GOWORK'], {
      cwd: start,
      encoding: 'utf8',
    }).split('\n');
    expect(found.gowork).toBe(gowork === '' ? 'off' : gowork);
    if (gowork === '') expect(found.root).toBe(path.dirname(gomod));
    expect(found.note).toBeUndefined();
  });

  it('keeps the order and the names of go.work, links and folders outside too', () => {
    const root = tree();
    const { members } = findProject(path.join(root, 'in'));
    expect(members.map(({ dir }) => dir)).toEqual(['a', 'link', '../side']);
    expect(members[1]?.folder).toBe(path.join(root, 'in/link'));
  });

  it('knows a member by whichever way one came to it', () => {
    const root = tree();
    const choice = { file: path.join(root, 'in/go.work') };
    expect(findProject(path.join(root, 'real'), choice).note).toBeUndefined();
    expect(findProject(realFolder(path.join(root, 'in/link'))).gowork).toBe('off');
  });

  it('loads a module that go.work does not use by itself, and says so', () => {
    const root = tree();
    const found = findProject(path.join(root, 'in/unused'));
    expect(found).toMatchObject({ root: path.join(root, 'in/unused'), gowork: 'off' });
    expect(found.note).toContain('../go.work does not use this module');
  });

  it('believes go env GOWORK where it was asked', () => {
    const root = tree();
    expect(findProject(path.join(root, 'in/a'), 'auto', 'off').gowork).toBe('off');
    expect(findProject(path.join(root, 'in/a'), 'auto', '').gowork).toBe('off');
    const work = path.join(root, 'in/go.work');
    expect(findProject(path.join(root, 'side'), 'auto', work).gowork).toBe(work);
  });

  it('passes over a go.mod in the folder for temporary files, as go does', () => {
    const folder = layOut(temporaryFolder(), { 'go.mod': 'module example.com/anybody\n' });
    vi.stubEnv('TMPDIR', folder);
    mkdirSync(path.join(folder, 'inner'));
    expect(() => findProject(path.join(folder, 'inner'))).toThrow(expect.objectContaining({ code: 'no-module' }));
  });
});

describe('realFolder', () => {
  it('takes a go.mod for its folder, and no other file', () => {
    const root = tree();
    expect(realFolder(path.join(root, 'in/a/go.mod'))).toBe(path.join(root, 'in/a'));
    expect(() => realFolder(path.join(root, 'in/a/deep/x.go'))).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
