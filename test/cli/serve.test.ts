import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Interrupted } from '../../cli/io.ts';
import { commit, makeRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/tree.ts';
import { modscope, type Ran } from './run.ts';

let page = '';
beforeAll(() => {
  page = mkdtempSync(path.join(tmpdir(), 'cli-serve-'));
  writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>page</title>');
});
afterAll(() => {
  rmSync(page, { recursive: true });
});

/** Serves until `use` has ended, then ends it by a signal. */
async function serving(
  argv: readonly string[],
  use: (firstLine: string) => Promise<void>,
  by: NodeJS.Signals,
): Promise<Ran> {
  const controller = new AbortController();
  let failed: Error | undefined;
  const ran = await modscope(argv, {
    pageFolder: page,
    signal: controller.signal,
    onOut: (out) => {
      use(out)
        .catch((error: unknown) => {
          failed = error instanceof Error ? error : new Error(String(error));
        })
        .finally(() => {
          controller.abort(new Interrupted(by));
        });
    },
  });
  if (failed !== undefined) throw failed;
  return ran;
}

test('prints the address, serves the snapshot to who has the token, and ends by a signal', async () => {
  const { status, out, err } = await serving(
    ['--sample', 'echo', '--no-open', '--port', '0'],
    async (line) => {
      const url = new URL(line.trim());
      const token = url.searchParams.get('token') ?? '';
      const health = await waitFor(new URL('/api/health', url), token);
      expect(health).toMatchObject({ ok: true, state: { type: 'ready', run: { source: 'sample echo' } } });
      const answer = await fetch(new URL('/api/snapshot', url), { headers: { Authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ format: 1, mains: [{ path: 'github.com/labstack/echo/v4' }] });
      expect((await fetch(new URL('/api/snapshot', url))).status).toBe(401);
    },
    'SIGTERM',
  );
  expect(status).toBe(143);
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+\n$/);
  expect(err).toBe('modscope: shows the sample echo. Ctrl-C ends it.\n');
});

test('--json prints url and pid; Ctrl-C is 130', async () => {
  const { status, out } = await serving(
    ['serve', '--sample', 'cobra', '--no-open', '--json', '--port', '0', '-q'],
    () => Promise.resolve(),
    'SIGINT',
  );
  expect(status).toBe(130);
  const { url, pid } = JSON.parse(out) as { url: string; pid: number };
  expect(pid).toBe(4711);
  expect(url).toContain('http://127.0.0.1:');
});

test.each([[[]], [['--port', '0']], [['-q']], [['--sample', 'echo']], [['--sample']]])(
  'npm start %j: a sample where nothing else is named',
  async (argv) => {
    const controller = new AbortController();
    const { err } = await modscope([...argv, '--no-open', '--port', '0'], {
      pageFolder: page,
      env: { MODSCOPE_OR_SAMPLE: 'kubectl' },
      signal: controller.signal,
      onOut: () => {
        controller.abort(new Interrupted('SIGTERM'));
      },
    });
    const sample = argv.includes('echo') ? 'echo' : 'kubectl';
    expect(err).toBe(argv.includes('-q') ? '' : `modscope: shows the sample ${sample}. Ctrl-C ends it.\n`);
  },
);

test.each([
  [['-C', '/']],
  [['/']],
  [['--snapshot', 'none.json']],
  [['--graph', 'none.txt']],
  [['lst']],
  [['list', '/']],
])('npm start %j: what is named is shown, or told of', async (argv) => {
  const env = { MODSCOPE_OR_SAMPLE: 'kubectl' };
  const named = await modscope([...argv], { pageFolder: page });
  expect(await modscope([...argv], { pageFolder: page, env })).toEqual(named);
  expect(named.status).not.toBe(0);
});

test('--compare: the address begins with what changed since', async () => {
  const tree = makeRepository(temporaryFolder());
  commit(tree, 'v1', { 'go.mod': 'module example.com/main\n\ngo 1.21\n' });
  const { status, out } = await serving(
    ['--compare', 'HEAD~0', '-C', tree, '--offline', '--no-open', '--port', '0', '-q'],
    () => Promise.resolve(),
    'SIGTERM',
  );
  expect(status).toBe(143);
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+&compare=HEAD~0\n$/);
  const unknown = await modscope(['--compare', '&x', '-C', tree, '--no-open'], { pageFolder: page });
  expect([unknown.status, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toContain('There is no revision &x.');
  rmSync(path.join(tree, '.git'), { recursive: true });
  const bare = await modscope(['--compare', 'v1', '-C', tree, '--no-open'], { pageFolder: page });
  expect(bare.err).toContain('is not in the working tree of a git repository');
});

test('a port in use: status 2', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const { status, out, err } = await modscope(['--sample', 'echo', '--no-open', '--port', String(port)], {
    pageFolder: page,
  });
  other.close();
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(`Port ${port} is in use.`);
});

test.each([
  [
    'a word that is nearly a verb',
    ['lst'],
    2,
    'There is no such verb: lst, and no folder of that name.\n  Did you mean `modscope list`?',
  ],
  ['a folder that is not there', ['./lst'], 2, 'There is no folder ./lst.'],
  ['a recording that has no revisions', ['--compare', 'v1', '--sample', 'echo'], 2, 'A recording has no git history'],
  ['no go.mod', ['-C', '/'], 4, 'There is no go.mod'],
  ['an unknown sample', ['--sample', 'echoo'], 2, 'Did you mean echo?'],
  ['a snapshot that is none', ['--snapshot', 'echo/go.mod'], 4, 'echo/go.mod is a go.mod'],
  ['a graph that is none', ['--graph', 'echo/go.mod'], 4, 'For `--graph`: `go mod graph > graph.txt`'],
  ['a port that is none', ['--port', '70000', '--sample', 'echo'], 2, 'from 0 to 65535'],
  ['a host that is not loopback', ['--host', '0.0.0.0', '--sample', 'echo'], 2, '0.0.0.0'],
])('%s is told before anything is served', async (_name, argv, expected, words) => {
  const { status, out, err } = await modscope([...argv, '--no-open'], { pageFolder: page });
  expect({ status, out }).toEqual({ status: expected, out: '' });
  expect(err).toContain(words);
});

/** The health once the load has ended. */
async function waitFor(url: URL, token: string): Promise<unknown> {
  for (;;) {
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    const health = (await answer.json()) as { state?: { type?: string } };
    if (health.state?.type !== 'loading') return health;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
