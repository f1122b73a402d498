/** `npm start`: one build at a time, whatever is started in one checkout meanwhile, and what is shown where nothing is named. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/tree.ts';
import { checkout, type Checkout } from './checkout.ts';

const patient = { timeout: 300_000, interval: 20 };

/** The lock of a checkout, held by what `name` says. */
function locked({ folder }: Checkout, name: string): string {
  const file = path.join(folder, 'node_modules/.cache/modscope-build.lock');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, name);
  return file;
}

/** The number of a process that has ended. */
function ended(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('builds in one checkout', () => {
  it('three at once build once, and those who wait say so', { timeout: 300_000 }, async () => {
    const tree = checkout();
    const first = tree.start(['--port', '1']);
    await vi.waitUntil(() => tree.builds().length === 1, patient);
    const others = [tree.start(['--port', '2']), tree.start(['--port', '3'])];
    for (const one of others) await vi.waitUntil(() => one.err().includes('waiting'), patient);
    tree.go();
    expect(await Promise.all([first, ...others].map((one) => one.ended))).toEqual([0, 0, 0]);
    expect(tree.builds()).toHaveLength(1);
    expect(first.err()).toBe('modscope: building (a few seconds, once)\n');
    const [builder = ''] = tree.builds();
    for (const one of others) expect(one.err()).toBe(`modscope: waiting for the build of process ${builder}\n`);
    for (const one of [first, ...others]) expect(one.out()).toContain('"--port"');
  });

  it('the dist/ that is there stays whole until the new one is', { timeout: 300_000 }, async () => {
    const tree = checkout();
    tree.go();
    expect(await tree.start([]).ended).toBe(0);
    rmSync(path.join(tree.folder, 'go'));
    const whole = readdirSync(path.join(tree.folder, 'dist'), { recursive: true }).sort();
    writeFileSync(path.join(tree.folder, 'cli/main.ts'), 'changed');
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(path.join(tree.folder, 'cli/main.ts'), later, later);
    const again = tree.start([]);
    await vi.waitUntil(() => tree.builds().length === 2, patient);
    expect(readdirSync(path.join(tree.folder, 'dist'), { recursive: true }).sort()).toEqual(whole);
    tree.go();
    expect(await again.ended).toBe(0);
  });

  it('a build that fails leaves what was there, and no lock', { timeout: 300_000 }, async () => {
    const tree = checkout();
    tree.go();
    writeFileSync(path.join(tree.folder, 'fail'), '');
    const failing = tree.start([]);
    expect(await failing.ended).toBe(1);
    expect(failing.err()).toContain('the build failed');
    expect(readdirSync(tree.folder).filter((name) => name.includes('dist'))).toEqual([]);
    rmSync(path.join(tree.folder, 'fail'));
    expect(await tree.start([]).ended).toBe(0);
  });

  it('a builder that was killed is not waited for, and what it left goes', { timeout: 300_000 }, async () => {
    const tree = checkout();
    const first = tree.start([]);
    await vi.waitUntil(() => tree.builds().length === 1, patient);
    const second = tree.start([]);
    await vi.waitUntil(() => second.err().includes('waiting'), patient);
    process.kill(Number(tree.builds()[0]), 'SIGKILL');
    tree.go();
    expect(await second.ended).toBe(0);
    expect(await first.ended).toBe(1);
    expect(readdirSync(tree.folder).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });

  const lost: readonly (readonly [string, () => string])[] = [
    ['of a process that has ended', () => `${String(ended())} 12345`],
    ['that names no process', () => 'nonsense'],
    // Only Linux tells when a process began.
    ...(process.platform === 'linux'
      ? [['of another process of that number', () => `${String(process.pid)} 1`] as const]
      : []),
  ];
  it.each(lost)('a lock %s is nobody’s', { timeout: 300_000 }, async (_, name) => {
    const tree = checkout();
    tree.go();
    const file = locked(tree, name());
    const one = tree.start([]);
    expect(await one.ended).toBe(0);
    expect(one.err()).not.toContain('waiting');
    expect(existsSync(file)).toBe(false);
  });

  it('so is an empty one that is old', { timeout: 300_000 }, async () => {
    const tree = checkout();
    tree.go();
    const file = locked(tree, '');
    utimesSync(file, new Date(0), new Date(0));
    expect(await tree.start([]).ended).toBe(0);
  });
});

describe('what is started', () => {
  it('gets every argument as it is, and is told of the sample', { timeout: 300_000 }, async () => {
    const tree = checkout();
    tree.go();
    const one = tree.start(['--no-open', '--title', 'a b', '']);
    await one.ended;
    expect(JSON.parse(one.out())).toMatchObject({ argv: ['--no-open', '--title', 'a b', ''], sample: 'kubectl' });
  });

  it(
    'stands where npm was started, and not where the environment of another script says',
    { timeout: 300_000 },
    async () => {
      const tree = checkout();
      tree.go();
      const elsewhere = temporaryFolder();
      const cwdOf = async (env: Readonly<Record<string, string>>): Promise<string> => {
        const one = tree.start([], env);
        await one.ended;
        const { cwd } = JSON.parse(one.out()) as { cwd: string };
        return cwd;
      };
      expect(await cwdOf({ INIT_CWD: elsewhere, npm_lifecycle_event: 'start' })).toBe(elsewhere);
      expect(await cwdOf({ INIT_CWD: elsewhere })).toBe(process.cwd());
      expect(await cwdOf({ INIT_CWD: path.join(elsewhere, 'none'), npm_lifecycle_event: 'start' })).toBe(process.cwd());
    },
  );
});
