import { expect, test } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import type { DiffAnswer, Revisions } from '../../../graph/wire.ts';
import type { ComparePort } from '../../../server/http/compare-routes.ts';
import { smallSnapshot } from '../session/fake-project.ts';
import { type Answer, ask, askAs, serve, type Served } from './served.ts';

const revisions: Revisions = {
  branch: 'main',
  rows: [{ kind: 'tag', name: 'v1', commit: 'a'.repeat(40), time: 1 }],
  more: false,
};
const answer: DiffAnswer = {
  base: { name: 'v1', commit: 'a'.repeat(40) },
  head: { name: 'the folder as it stands' },
  added: [{ path: 'example.com/a', version: 'v1.0.0' }],
  removed: [],
  changed: [],
  requirements: { added: [], removed: [] },
  findings: { new: [], mended: [] },
  causes: [],
  notes: [],
  snapshots: { base: smallSnapshot(), head: smallSnapshot(2) },
};

const json = { 'Content-Type': 'application/json' };

function post(server: Served, body: unknown): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return askAs(server, '/api/diff', { method: 'POST', headers: json, body: text });
}

/** Keeps what it was asked. */
function port(): ComparePort & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    revisions: () => Promise.resolve(revisions),
    diff: (base) => {
      asked.push(base);
      return base === 'no'
        ? Promise.reject(new Fault('not-found', 'There is no revision no.'))
        : Promise.resolve(answer);
    },
  };
}

test('hands the name on, and the answer back', async () => {
  const compare = port();
  const server = await serve({ compare });
  const listed = await askAs(server, '/api/revisions');
  expect([listed.status, listed.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(JSON.parse(listed.text)).toEqual(revisions);
  const told = await post(server, { base: 'v1' });
  expect([told.status, told.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(JSON.parse(told.text)).toEqual(answer);
  expect(compare.asked).toEqual(['v1']);
  expect((await post(server, { base: 'no' })).status).toBe(404);
});

test.each([
  ['no name', {}],
  ['an empty name', { base: '' }],
  ['another type', { base: ['v1'] }],
  ['a name that is too long', { base: 'x'.repeat(1001) }],
  ['a second side', { base: 'v1', head: 'v2' }],
  ['a file', { base: 'v1', file: '/etc/passwd' }],
  ['a list', []],
])('refuses %s as JSON', async (_, body) => {
  const compare = port();
  const refused = await post(await serve({ compare }), body);
  expect(refused.status).toBe(400);
  expect(JSON.parse(refused.text)).toMatchObject({ code: 'usage' });
  expect(compare.asked).toEqual([]);
});

test('a recording has no revisions', async () => {
  const server = await serve();
  for (const refused of [await askAs(server, '/api/revisions'), await post(server, { base: 'v1' })])
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([400, { code: 'usage' }]);
});

test('both are behind the guard and the door', async () => {
  const compare = port();
  const server = await serve({ compare });
  const body = '{"base": "v1"}';
  const foreign = { ...json, Origin: 'http://evil.example' };
  expect((await ask(server.port, '/api/revisions')).status).toBe(401);
  expect((await ask(server.port, '/api/diff', { method: 'POST', headers: json, body })).status).toBe(403);
  expect((await askAs(server, '/api/diff', { method: 'POST', headers: foreign, body })).status).toBe(403);
  expect((await askAs(server, '/api/revisions', { headers: { Origin: 'http://evil.example' } })).status).toBe(403);
  expect((await askAs(server, '/api/revisions', { headers: { Host: 'evil.example' } })).status).toBe(403);
  const form = { 'Content-Type': 'text/plain' };
  expect((await askAs(server, '/api/diff', { method: 'POST', headers: form, body })).status).toBe(415);
  expect((await askAs(server, '/api/diff')).status).toBe(405);
  expect((await askAs(server, '/api/revisions', { method: 'POST', headers: json, body })).status).toBe(405);
  expect(compare.asked).toEqual([]);
});
