/** The one question to the network, on a proxy of this machine. */
import { readdirSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../../support/tree.ts';
import { goMod, patient } from './examined.ts';

const files = {
  'go.mod': goMod('example.com/m', 'go 1.21\n\nrequire (\n\texample.com/mine v1.0.0\n\texample.com/a v1.1.0\n)\n'),
};

/** Resolves with its GOPROXY and what it is asked. */
async function proxy(
  answer: (response: ServerResponse) => void,
): Promise<{ url: string; asked: string[]; server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, asked, server };
}

function folders(): string[] {
  return readdirSync(os.tmpdir()).filter((name) => name.startsWith('modscope-') && !name.startsWith('modscope-test'));
}

it('a proxy that answers: it is asked for one module that is not private, and no cache is left', async () => {
  const { url, asked } = await proxy((response) => {
    response.end('{"Version":"v1.1.0"}');
  });
  const one = patient(files, { GOPROXY: `${url},direct`, GONOPROXY: 'example.com/mine' });
  // A folder for temporary files that no other program uses.
  vi.stubEnv('TMPDIR', temporaryFolder());
  const { found, notRun } = await one.look();
  // This proxy serves no go.mod that could be read: that is told, and that the network answers is not doubted.
  expect(found.map(({ code }) => code)).not.toContain('no-network');
  expect(notRun.flatMap(({ codes }) => codes)).not.toContain('no-network');
  expect(asked).toEqual(expect.arrayContaining(['/example.com/a/@v/v1.1.0.info', '/example.com/a/@v/v1.1.0.mod']));
  expect(asked.filter((address) => address.includes('mine'))).toEqual([]);
  expect(folders()).toEqual([]);
});

it.each([404, 410])('one that answers %i: it is there', async (status) => {
  const { url } = await proxy((response) => {
    response.writeHead(status).end('not found: x');
  });
  expect(await patient(files, { GOPROXY: url }).told('no-network')).toEqual([]);
});

it('one that refuses, in its words', async () => {
  const { url } = await proxy((response) => {
    response.writeHead(407).end('who are you');
  });
  const [only] = await patient(files, { GOPROXY: url }).told('no-network');
  expect(only).toMatchObject({ severity: 'warn', remedy: { command: 'modscope --offline' } });
  expect(only?.what).toMatch(/^The module proxy wants a sign-in: .*407/);
});

it('a password in GOPROXY is not told', async () => {
  const { url } = await proxy((response) => response.end());
  const env = { GOPROXY: url.replace('//', '//me:secret@') };
  const [only] = await patient(files, env).told('no-network');
  expect(only?.what).toMatch(/refusing to pass credentials/);
  expect(JSON.stringify(only)).not.toMatch(/secret|me:/);
});

it('nobody there', async () => {
  const { url, server } = await proxy(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  const [only] = await patient(files, { GOPROXY: url }).told('no-network');
  expect(only?.what).toMatch(/connection refused/);
});

it('one that never answers is not waited for', async () => {
  const { url } = await proxy(() => undefined);
  const [only] = await patient(files, { GOPROXY: url }).told('no-network', { options: { timeout: 1500 } });
  expect(only?.what).toMatch(/not within 1\.5 seconds/);
});

it.each([
  ['--offline', { GOPROXY: 'http://127.0.0.1:1' }, { offline: true }, '--offline'],
  ['a proxy in a folder', {}, {}, 'GOPROXY begins with no proxy in the network'],
  ['direct', { GOPROXY: 'direct' }, {}, 'GOPROXY begins with no proxy in the network'],
  ['off', { GOPROXY: 'off' }, {}, 'GOPROXY begins with no proxy in the network'],
  [
    'all private',
    { GOPROXY: 'http://127.0.0.1:1', GOPRIVATE: 'example.com', GONOPROXY: 'example.com' },
    {},
    'go.mod requires nothing from the proxy',
  ],
])('%s: it is not asked', async (_, env, options, why) => {
  const { notRun } = await patient(files, env).look({ options });
  expect(notRun).toContainEqual({ codes: ['no-network'], why });
});
