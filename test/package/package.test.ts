/** The package as a user gets it: packed, installed without a network in an empty folder, run. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'modscope-package-'));
const installed = path.join(folder, 'node_modules', 'modscope');
// No Go, no settings of the user: what is in the package has to do.
const env = { PATH: path.dirname(process.execPath), HOME: folder };

function run(command: string, args: readonly string[], cwd: string, more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...more },
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${String(status)}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Runs the installed command. */
function modscope(...args: readonly string[]) {
  const bin = path.join(folder, 'node_modules', '.bin', 'modscope');
  return spawnSync(bin, args, { cwd: folder, encoding: 'utf8', env, maxBuffer: 1 << 26 });
}

beforeAll(() => {
  run(process.execPath, [path.join(root, 'scripts', 'fresh.mjs')], root);
  const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root).trim();
  // Without a package.json here npm would install into a project above.
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', `./${path.basename(packed)}`], folder, {
    npm_config_cache: path.join(folder, 'cache'),
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a PNG without the optional package: status 2, and the command that installs it', () => {
  const { status, stderr } = modscope('export', '--sample', 'echo', '-o', 'deps.png');
  expect(stderr).toContain(`\`npm install @resvg/resvg-js@${pkg.optionalDependencies['@resvg/resvg-js']}\``);
  expect([status, existsSync(path.join(folder, 'deps.png'))]).toEqual([2, false]);
  expect(modscope('export', '--sample', 'echo', '-o', 'deps.svg').status).toBe(0);
});

test('it depends on nothing and runs no script when it is installed', () => {
  const { dependencies, scripts } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as {
    dependencies?: unknown;
    scripts: Record<string, string>;
  };
  expect(dependencies).toBeUndefined();
  for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts).not.toHaveProperty(hook);
  expect(readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['modscope']);
});

test('it holds what is needed, the licences of what is bundled, and no sources', () => {
  const files = readdirSync(installed, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(installed, path.join(entry.parentPath, entry.name)));
  expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'dist/main.js', 'dist/client/index.html.gz']));
  expect(files.filter((file) => /\.(?:ts|svelte|map|tgz)$|\.test\.|^test\/|\.env|\.npmrc/.test(file))).toEqual([]);
  const licences = readFileSync(path.join(installed, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['elkjs', 'cytoscape', 'express', 'execa', 'svelte', 'commander']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
  expect(licences).toContain('Eclipse Public License');
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(installed, file)).size, 0);
  expect(bytes).toBeLessThan(9_000_000);
});

test('no bundled file names a folder of the machine it was built on', () => {
  const dist = path.join(installed, 'dist');
  for (const name of readdirSync(dist).filter((file) => file.endsWith('.js'))) {
    expect(readFileSync(path.join(dist, name), 'utf8').includes(root), name).toBe(false);
  }
});

test('--version', () => {
  expect(modscope('--version').stdout).toBe(`${pkg.version}\n`);
});

test('list --sample echo --json', () => {
  const { status, stdout } = modscope('list', '--sample', 'echo', '--json');
  expect(status).toBe(0);
  const list = JSON.parse(stdout) as { path: string; version?: string; main?: true }[];
  expect(list).toHaveLength(21);
  expect(list[0]).toMatchObject({ path: 'github.com/labstack/echo/v4', main: true });
});

test('every sample that is offered is whole', () => {
  const samples = JSON.parse(readFileSync(path.join(installed, 'samples', 'index.json'), 'utf8')) as { name: string }[];
  for (const { name } of samples) expect(modscope('list', '--sample', name).status, name).toBe(0);
  expect(samples.length).toBeGreaterThan(0);
});

test('export draws the sample', () => {
  const { status } = modscope('export', '--sample', 'echo', '-o', 'echo.svg');
  expect(status).toBe(0);
  const svg = readFileSync(path.join(folder, 'echo.svg'), 'utf8');
  expect(svg).toMatch(/^(?:<\?xml[^>]*>\s*)?<svg /);
  expect(svg).toContain('crypto');
});

test('without Go a module is an error that says so, with status 3', () => {
  writeFileSync(path.join(folder, 'go.mod'), 'module example.com/x\n\ngo 1.22\n');
  const { status, stderr } = modscope('list');
  rmSync(path.join(folder, 'go.mod'));
  expect(status).toBe(3);
  expect(stderr).toMatch(/go/i);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('serve gives the page and the snapshot, and ends with 143 on SIGTERM though a stream is open', async () => {
  const child = spawn(
    process.execPath,
    [path.join(installed, 'dist', 'main.js'), '--sample', 'echo', '--no-open', '--json'],
    {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const exited = once(child, 'exit');
  const { value } = (await createInterface(child.stdout)[Symbol.asyncIterator]().next()) as { value: string };
  const { url } = JSON.parse(value) as { url: string };
  const headers = { Authorization: `Bearer ${new URL(url).searchParams.get('token') ?? ''}` };
  const page = await fetch(new URL('/', url), { headers });
  const html = await page.text();
  expect(html).toContain('<title>modscope</title>');
  for (const [, file] of html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
    expect((await fetch(new URL(`/${file ?? ''}`, url), { headers })).status, file).toBe(200);
  }
  await new Promise<void>((resolve) => {
    const stream = get(new URL('/api/events', url), { headers }, (response) => {
      response
        .on('error', () => undefined)
        .once('data', () => {
          resolve();
        });
    });
    stream.on('error', () => undefined);
  });
  child.kill('SIGTERM');
  await exited;
  expect(child.exitCode).toBe(143);
  expect(existsSync(`/proc/${String(child.pid)}`)).toBe(false);
});
