/** A disk that is full, and a folder in which nothing may be written: what is said, and that nothing is half. */
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { changingGo, fakeMod } from '../support/fake-go.ts';
import { commit, makeRepository } from '../support/repository.ts';
import { tinyDisk } from '../support/tiny-disk.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from '../cli/run.ts';
import { serving } from './serving.ts';

function stub(env: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

function project() {
  const folder = temporaryFolder();
  const go = changingGo(folder);
  return { folder, go, dir: layOut(path.join(folder, 'module'), { 'go.mod': fakeMod }) };
}

describe('disk full', () => {
  it.for(['snapshot', 'export'])(
    '%s -o: the old file stays, status 74, and once there is room it is written',
    async (verb, { skip }) => {
      const disk = tinyDisk(64);
      if (disk === undefined) return skip();
      const { dir, go } = project();
      const file = path.join(disk.folder, 'out.svg');
      writeFileSync(file, 'old');
      disk.fill();
      const argv = [verb, dir, '--go', go.file, '-o', file, '--force'];
      const { status, err } = await modscope(argv);
      expect(status).toBe(74);
      expect(err).toContain(`${file} cannot be written: ENOSPC`);
      expect(readFileSync(file, 'utf8')).toBe('old');
      expect(readdirSync(disk.folder).sort()).toEqual(['ballast', 'out.svg']);
      rmSync(path.join(disk.folder, 'ballast'));
      expect(await modscope(argv)).toMatchObject({ status: 0 });
      expect(readFileSync(file, 'utf8').length).toBeGreaterThan(100);
    },
  );

  it('no room for copies of go.mod: what go.mod says is shown, and the next refresh works', async ({ skip }) => {
    const disk = tinyDisk(64);
    if (disk === undefined) return skip();
    const { dir, go } = project();
    const server = await serving([dir, '--go', go.file]);
    await server.settled();
    stub({ TMPDIR: disk.folder });
    disk.fill();
    const { status, out, err } = await modscope(['list', dir, '--go', go.file]);
    expect(status).toBe(74);
    expect(err).toContain(`modscope: The folder for temporary files, ${disk.folder}, is full.`);
    expect(err).toContain('Make room there, or name another folder: TMPDIR=DIR.');
    // The copy stands for the user's file, whose disk has room.
    expect(err).not.toContain(path.join(dir, 'go.mod'));
    expect(out).toContain('example.com/a');
    await server.refresh();
    expect(await server.until(({ type }) => type === 'failed')).toMatchObject({ fault: { code: 'write-failed' } });
    rmSync(path.join(disk.folder, 'ballast'));
    expect(await modscope(['list', dir, '--go', go.file])).toMatchObject({ status: 0 });
    await server.refresh();
    await server.until(({ type }) => type === 'ready');
    await server.end();
    expect(readdirSync(disk.folder)).toEqual([]);
  });
});

/** Every verb that runs go or git, in a folder that is a repository. */
const verbs: readonly (readonly [string, ...string[]])[] = [
  ['list'],
  ['list', '--packages'],
  ['query', 'is:main'],
  ['why', 'example.com/a'],
  ['conflicts'],
  ['cycles'],
  ['findings'],
  ['check'],
  ['snapshot'],
  ['export'],
  ['diff'],
  ['diff', '--packages'],
  ['what-if', '--drop', 'example.com/a'],
];

describe('the folder for temporary files', () => {
  const tried = async (temporary: string, what: string): Promise<void> => {
    const { folder, go, dir } = project();
    makeRepository(dir);
    commit(dir, 'v1', {});
    const env = { TMPDIR: temporary, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', HOME: folder };
    stub(env);
    for (const verb of verbs) {
      const { status, err } = await modscope([...verb, '-C', dir, '--go', go.file]);
      expect([verb, status]).toEqual([verb, 74]);
      expect(err).toContain(`modscope: The folder for temporary files, ${temporary}, ${what}.\n`);
      expect(err).toMatch(/another folder: TMPDIR=DIR\./);
      expect([verb, err.match(/folder for temporary files/g)]).toEqual([verb, ['folder for temporary files']]);
    }
    const { status, out } = await modscope(['doctor', dir, '--go', go.file]);
    expect(status).toBe(1);
    expect(out).toMatch(/temporary-(?:full|not-writable)/);
  };

  it('is full: every verb says so', async ({ skip }) => {
    const disk = tinyDisk(64);
    if (disk === undefined) return skip();
    disk.fill();
    await tried(disk.folder, 'is full');
    expect(readdirSync(disk.folder)).toEqual(['ballast']);
  });

  it('is not there: every verb says so', async () => {
    await tried(path.join(temporaryFolder(), 'none'), 'is not there');
  });

  it('is a file: every verb says so', async () => {
    await tried(path.join(layOut(temporaryFolder(), { file: '' }), 'file'), 'is no folder');
  });

  it('may not be written: every verb says so', async ({ skip }) => {
    const locked = lockable();
    if (locked === undefined) return skip();
    locked.lock(true);
    onTestFinished(() => {
      locked.lock(false);
    });
    const readOnly = tinyDisk(1) !== undefined;
    await tried(locked.folder, `cannot be written: ${readOnly ? 'its file system is read-only' : 'permission denied'}`);
  });
});

/** A folder that can be locked, against root too; undefined where root may not mount. */
function lockable(): { folder: string; lock: (on: boolean) => void } | undefined {
  const disk = tinyDisk(256);
  if (disk !== undefined) return { folder: disk.folder, lock: disk.readOnly };
  if (process.getuid?.() === 0) return undefined;
  const folder = temporaryFolder();
  return {
    folder,
    lock: (on) => {
      chmodSync(folder, on ? 0o555 : 0o755);
    },
  };
}

describe('read-only folder', () => {
  it('a module in it is shown; a file in it is not written: status 74, and then it is', async ({ skip }) => {
    const locked = lockable();
    if (locked === undefined) return skip();
    const { folder, lock } = locked;
    const { go } = project();
    layOut(folder, { 'go.mod': fakeMod, 'deps.json': 'old' });
    lock(true);
    expect(await modscope(['list', folder, '--go', go.file])).toMatchObject({ status: 0, err: '' });
    const file = path.join(folder, 'deps.json');
    const argv = ['snapshot', folder, '--go', go.file, '-o', file, '--force'];
    const { status, err } = await modscope(argv);
    expect(status).toBe(74);
    expect(err).toMatch(/deps\.json cannot be written: E(?:ROFS|ACCES)/);
    expect(readFileSync(file, 'utf8')).toBe('old');
    lock(false);
    expect(await modscope(argv)).toMatchObject({ status: 0 });
    expect(readdirSync(folder).sort()).toEqual(['deps.json', 'go.mod']);
  });
});
