/** Pages of somebody else in the same Chromium, while the user has a session: they read nothing and start nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fakeGo } from '../support/fake-go.ts';
import { attackFrom, startAttacker, type Attacker } from './attacker.ts';
import { expect, test, type Serve, type Served } from './serve.ts';

const executablePath = '/usr/bin/chromium';
// Names of strangers lead to this machine, as with DNS rebinding.
test.use({ launchOptions: { executablePath, args: ['--host-resolver-rules=MAP *.example 127.0.0.1'] } });

let folder = '';
let attacker: Attacker;
test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-attack-'));
  attacker = await startAttacker();
});
test.afterEach(async () => {
  await attacker.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

/** modscope on a module, with a go that writes down each of its runs. */
async function victim(serve: Serve): Promise<Served & { readonly runs: () => number }> {
  const log = path.join(folder, 'runs.log');
  writeFileSync(path.join(folder, 'go.mod'), 'module secret.example/project\n\ngo 1.21\n');
  writeFileSync(log, '');
  const echo = 'echo "secret.example/project go@1.21"';
  const go = fakeGo(folder, `echo "$@" >> ${log}\ncase "$1 $2" in "mod graph") ${echo};; esac`, 'fake-go');
  const served = await serve(folder, '--go', go, '--offline');
  return { ...served, runs: () => readFileSync(log, 'utf8').split('\n').length };
}

for (const name of ['127.0.0.1', 'localhost', 'attacker.example']) {
  test(`a page under ${name} on another port reads nothing and starts nothing`, async ({ page, context, serve }) => {
    test.setTimeout(400_000);
    const { url, origin, runs } = await victim(serve);
    await page.goto(url);
    await expect(page).toHaveTitle(/secret\.example/);
    // What runs behind the first picture has ended.
    await expect
      .poll(() => {
        const before = runs();
        return new Promise((resolve) =>
          setTimeout(() => {
            resolve(runs() - before);
          }, 1500),
        );
      })
      .toBe(0);
    const before = runs();
    const passed: string[] = [];
    const stranger = await context.newPage();
    stranger.on('response', (answer) => {
      if (answer.url().startsWith(origin) && answer.status() < 400) passed.push(answer.url());
    });
    await stranger.goto(`http://${name}:${attacker.port}/`);
    const got = await attackFrom(stranger, origin);
    expect(Object.entries(got).filter(([, what]) => what !== 'out')).toEqual([]);
    expect(Object.keys(got).length).toBeGreaterThan(80);
    for (const frame of stranger.frames().slice(1)) expect(await frame.content()).not.toContain('secret.example');
    expect(passed).toEqual([]);
    expect(runs()).toBe(before);
    // A cookie of the same name from another port does not throw the user out.
    await stranger.evaluate(
      (planted) => {
        document.cookie = `${planted}=planted; path=/api`;
        document.cookie = `${planted}=planted; path=/`;
      },
      `modscope-${new URL(origin).port}`,
    );
    await page.reload();
    await expect(page).toHaveTitle(/secret\.example/);
  });
}

test('a page without an origin of its own (sandbox, data:) reads nothing and starts nothing', async ({
  page,
  serve,
}) => {
  const { url, origin } = await victim(serve);
  await page.goto(url);
  await expect(page).toHaveTitle(/secret\.example/);
  await page.goto(`http://127.0.0.1:${attacker.port}/`);
  const said = await page.evaluate(
    (there) =>
      new Promise((resolve) => {
        window.addEventListener('message', (event) => {
          resolve(event.data);
        });
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts allow-forms');
        frame.srcdoc =
          `<script>(async () => {
          const tried = (path, init) => fetch('${there}' + path, init).then((a) => a.type, () => 'out');
          parent.postMessage([
            await tried('/api/snapshot', { credentials: 'include' }),
            await tried('/api/snapshot', { credentials: 'include', mode: 'no-cors' }),
            await tried('/api/refresh', { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}' }),
            await tried('/api/refresh', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }),
          ], '*');
        })();</scr` + `ipt>`;
        document.body.append(frame);
      }),
    origin,
  );
  expect(said).toEqual(['out', 'out', 'out', 'out']);
});

test('a name of a stranger that leads here (DNS rebinding) is not answered', async ({ page, serve }) => {
  const { url, origin, runs } = await victim(serve);
  await page.goto(url);
  await expect(page).toHaveTitle(/secret\.example/);
  const rebound = origin.replace('127.0.0.1', 'rebound.example');
  const { searchParams } = new URL(url);
  for (const way of ['/', '/api/snapshot', `/?token=${searchParams.get('token') ?? ''}`]) {
    const answer = await page.goto(rebound + way);
    expect(answer?.status(), way).toBe(403);
    expect(await page.content()).not.toContain('secret.example');
  }
  // For the browser this page is the same origin: nothing but the Host tells it from ours.
  const before = runs();
  const statuses = await page.evaluate(async () => {
    const json = { 'Content-Type': 'application/json' };
    const asked = [
      fetch('/api/snapshot'),
      fetch('/api/health'),
      fetch('/api/refresh', { method: 'POST', headers: json, body: '{}' }),
    ];
    return (await Promise.all(asked)).map(({ status }) => status);
  });
  expect(statuses).toEqual([403, 403, 403]);
  expect(runs()).toBe(before);
});
