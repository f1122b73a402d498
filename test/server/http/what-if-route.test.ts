import { request as httpRequest } from 'node:http';
import { expect, test } from 'vitest';
import { WhatIfReader } from '../../../client/backend/what-if-events.ts';
import { Fault } from '../../../graph/fault.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import type { WhatIfStage } from '../../../graph/what-if/stages.ts';
import type { WhatIfPort } from '../../../server/http/what-if-route.ts';
import type { WhatIfAnswer, WhatIfRequest } from '../../../server/project/what-if.ts';
import { type Answer, ask, askAs, serve, type Served } from './served.ts';

const empty: WhatIfAnswer = {
  added: [],
  removed: [],
  changed: [],
  requirements: { added: [], removed: [] },
  findings: { new: [], mended: [] },
  causes: [],
  selected: { from: 1, to: 1 },
  sources: { cache: 0, fetched: [], folders: [] },
  crossCheck: 'same',
};

/** A port that answers when the test says, and keeps what it was asked. */
class Port {
  readonly asked: { request: WhatIfRequest; signal: AbortSignal; answer: (outcome: WhatIfAnswer | Error) => void }[] =
    [];
  readonly ask: WhatIfPort = (request, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Fault('cancelled', 'cancelled'));
      });
      this.asked.push({
        request,
        signal,
        answer: (outcome) => {
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      });
    });
}

const json = { 'Content-Type': 'application/json' };

function post(server: Served, body: unknown): Promise<Answer> {
  return askAs(server, '/api/what-if', {
    method: 'POST',
    headers: json,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('hands the edits on, and the answer back', async () => {
  const server = await serve({ whatIf: () => Promise.resolve(empty) });
  const port = new Port();
  const other = await serve({ whatIf: port.ask });
  const done = post(other, {
    edits: {
      drop: ['example.com/a'],
      set: ['example.com/b@v1.2.0'],
      replace: ['example.com/c=./c'],
      go: '1.22',
      get: ['example.com/d@latest'],
    },
    in: 'api',
  });
  await until(() => port.asked.length === 1);
  expect(port.asked[0]!.request).toEqual({
    edits: [
      { kind: 'drop', path: 'example.com/a' },
      { kind: 'require', path: 'example.com/b', version: 'v1.2.0' },
      { kind: 'replace', old: { path: 'example.com/c' }, new: { path: './c' } },
      { kind: 'go', version: '1.22' },
      { kind: 'get', path: 'example.com/d', query: 'latest' },
    ],
    in: 'api',
  });
  port.asked[0]!.answer({ ...empty, removed: [{ path: 'example.com/a', version: 'v1.0.0' }] });
  const answer = await done;
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(JSON.parse(answer.text)).toMatchObject({ removed: [{ path: 'example.com/a' }], sources: { cache: 0 } });
  expect((await post(server, { edits: { go: '1.22' } })).status).toBe(200);
});

test.each([
  ['no edit', { edits: {} }, 'usage', 400],
  ['a malformed edit', { edits: { set: ['example.com/a'] } }, 'usage', 400],
  ['an unknown word', { edits: { upgrade: ['example.com/a'] } }, 'usage', 400],
  ['another type', { edits: { drop: 'example.com/a' } }, 'usage', 400],
  ['a list', [], 'usage', 400],
  ['too many edits', { edits: { drop: Array.from({ length: 101 }, (_, i) => `x.y/${String(i)}`) } }, 'usage', 400],
  ['no JSON', '{', 'bad-input', 400],
  ['a body that is too long', { edits: { drop: ['x'.repeat(20_000)] } }, 'bad-input', 413],
])('refuses %s as JSON', async (_, body, code, status) => {
  const port = new Port();
  const server = await serve({ whatIf: port.ask });
  const answer = await post(server, body);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toMatchObject({ code, message: expect.any(String) as string });
  expect(port.asked).toEqual([]);
});

test('says what the port says', async () => {
  const fault = new Fault('not-found', 'x is not in the graph.', { hint: 'Did you mean y?', detail: 'go: …' });
  const server = await serve({ whatIf: () => Promise.reject(fault) });
  const answer = await post(server, { edits: { go: '1.22' } });
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.text)).toEqual({
    code: 'not-found',
    message: 'x is not in the graph.',
    hint: 'Did you mean y?',
    detail: 'go: …',
  });
});

test('without a folder on show there is nothing to ask', async () => {
  const answer = await post(await serve(), { edits: { go: '1.22' } });
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([400, { code: 'usage' }]);
});

test('is behind the guard, and knows POST only', async () => {
  const server = await serve({ whatIf: () => Promise.resolve(empty) });
  const body = '{"edits": {"go": "1.22"}}';
  expect((await ask(server.port, '/api/what-if', { method: 'POST', headers: json, body })).status).toBe(403);
  const foreign = { ...json, Origin: 'http://evil.example' };
  expect((await askAs(server, '/api/what-if', { method: 'POST', headers: foreign, body })).status).toBe(403);
  const form = { 'Content-Type': 'text/plain' };
  expect((await askAs(server, '/api/what-if', { method: 'POST', headers: form, body })).status).toBe(415);
  expect((await askAs(server, '/api/what-if')).status).toBe(405);
});

test('works on one question at a time; too many are refused', async () => {
  const port = new Port();
  const server = await serve({ whatIf: port.ask });
  const answers = Array.from({ length: 9 }, () => post(server, { edits: { go: '1.22' } }));
  const refused = await Promise.race(answers);
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
  for (let n = 0; n < 8; n++) {
    await until(() => port.asked.length === n + 1);
    expect(port.asked).toHaveLength(n + 1);
    // A question that fails does not stop those behind it.
    port.asked[n]!.answer(n === 2 ? new Fault('go-failed', 'no') : empty);
  }
  const statuses = (await Promise.all(answers)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 502, 503]);
});

test('is cancelled when the asker goes, and one that waits is not begun', async () => {
  const port = new Port();
  const server = await serve({ whatIf: port.ask });
  const send = (): (() => void) => {
    const sent = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      path: '/api/what-if',
      method: 'POST',
      headers: { ...json, Authorization: `Bearer ${server.token}` },
    });
    sent.on('error', () => undefined);
    sent.end('{"edits": {"go": "1.22"}}');
    return () => sent.destroy();
  };
  const leave = send();
  await until(() => port.asked.length === 1);
  const leaveToo = send();
  // Behind both: begun only when they are gone.
  const third = post(server, { edits: { go: '1.21' } });
  leaveToo();
  await new Promise((resolve) => setTimeout(resolve, 20));
  leave();
  await until(() => port.asked.length === 2);
  expect(port.asked[0]!.signal.aborted).toBe(true);
  expect(port.asked[1]!.request.edits).toEqual([{ kind: 'go', version: '1.21' }]);
  port.asked[1]!.answer(empty);
  expect((await third).status).toBe(200);
});

/** Asks for a stream. */
function stream(server: Served, body: unknown): Promise<Answer> {
  return askAs(server, '/api/what-if', {
    method: 'POST',
    headers: { ...json, Accept: 'application/x-ndjson' },
    body: JSON.stringify(body),
  });
}
const linesOf = ({ body }: Answer): unknown[] =>
  body
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('streams a line for each answer, and what went wrong as the last', async () => {
  const server = await serve({
    whatIfStages: async ({ edits, prove }, { tell, turn }) => {
      tell({ type: 'phases', phases: [] });
      await turn();
      // Asked for twice, it has begun.
      await turn();
      throw new Fault('not-found', `${JSON.stringify(edits)} ${String(prove)}`);
    },
  });
  const answer = await stream(server, { edits: [{ kind: 'drop', value: 'example.com/a', in: 'api' }] });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('application/x-ndjson');
  expect(linesOf(answer)).toEqual([
    { type: 'phases', phases: [] },
    {
      type: 'fault',
      fault: { code: 'not-found', message: '[{"kind":"drop","value":"example.com/a","in":"api"}] false' },
    },
  ]);
});

test('a proof waits for its turn, an estimate does not', async () => {
  const order: string[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const server = await serve({
    whatIfStages: async ({ edits: [edit] }, { turn }) => {
      const name = edit?.value ?? '';
      order.push(`estimate ${name}`);
      await turn();
      order.push(`proof ${name}`);
      if (name === 'a') await held;
    },
  });
  const first = stream(server, { edits: [{ kind: 'drop', value: 'a' }] });
  await until(() => order.includes('proof a'));
  const second = stream(server, { edits: [{ kind: 'drop', value: 'b' }] });
  await until(() => order.includes('estimate b'));
  expect(order).not.toContain('proof b');
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(['estimate a', 'proof a', 'estimate b', 'proof b']);
});

test.each([
  ['what is no list of edits', { edits: 'drop' }, 400],
  ['an unknown kind', { edits: [{ kind: 'remove', value: 'a' }] }, 400],
  ['an unknown key', { edits: [], fetch: true }, 400],
  ['more edits than are taken', { edits: Array.from({ length: 101 }, () => ({ kind: 'go', value: '1' })) }, 400],
  ['ten thousand edits', { edits: Array.from({ length: 10_000 }, () => ({ kind: 'drop', value: 'a' })) }, 413],
])('a stream refuses %s', async (_, body, status) => {
  const server = await serve({ whatIfStages: () => Promise.reject(new Error('it was asked')) });
  expect((await stream(server, body)).status).toBe(status);
});

test('a stream of a recording is refused with words', async () => {
  const answer = await stream(await serve({}), { edits: [{ kind: 'drop', value: 'a' }] });
  expect(answer.status).toBe(400);
  expect(answer.body.toString()).toContain('a recording does not hold');
});

test('to one that holds the base, what differs from it; the base once where it is not held', async () => {
  const mains = [{ path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] }];
  const base: Snapshot = {
    format: 1,
    mains,
    modules: [
      { path: 'm', selected: true, requires: ['x@v1.0.0'] },
      { path: 'x', version: 'v1.0.0', selected: true },
      { path: 'y', version: 'v1.0.0' },
    ],
    problems: [],
  };
  const head: Snapshot = { ...base, modules: [{ path: 'm', selected: true }, ...base.modules.slice(2)] };
  const answer: WhatIfStage = {
    by: 'load',
    more: true,
    base,
    head,
    causes: [],
    lines: [],
    kept: [],
    notes: [],
    commands: [],
  };
  const server = await serve({
    whatIfStages: (_, { tell }) => {
      tell({ type: 'answer', answer });
      tell({ type: 'answer', answer: { ...answer, more: false } });
      return Promise.resolve();
    },
  });
  const edits = [{ kind: 'drop', value: 'x' }];
  expect(linesOf(await stream(server, { edits }))).toEqual([
    { type: 'answer', answer },
    { type: 'answer', answer: { ...answer, more: false } },
  ]);
  const reader = new WhatIfReader();
  const [first, second] = (await stream(server, { edits, knows: reader.knows })).body.toString().trim().split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({
    answer: { base, head: { modules: [{ path: 'm' }], gone: ['x@v1.0.0'] } },
  });
  expect(JSON.parse(second ?? '')).not.toHaveProperty('answer.base');
  expect([first, second].map((line = '') => reader.read(line))).toEqual([
    { type: 'answer', answer },
    { type: 'answer', answer: { ...answer, more: false } },
  ]);
  // The next question names what is held.
  const [again = ''] = (await stream(server, { edits, knows: reader.knows })).body.toString().trim().split('\n');
  expect(JSON.parse(again)).not.toHaveProperty('answer.base');
  expect(reader.read(again)).toEqual({ type: 'answer', answer });
  expect(() => new WhatIfReader().read(again)).toThrow('does not hold');
});
