/** The fast part of `npm run hostile`: every request but the slow ones, on a real server on a real socket. */
import { expect, test } from 'vitest';
import { askAs, serve } from '../server/http/served.ts';
import { Git } from '../../server/process/git.ts';
import { findRevision } from '../../server/project/revision-name.ts';
import { commit, makeRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/tree.ts';
import { hostileRequests } from './list.ts';
import { send } from './send.ts';

/** Kept small enough for a second or two; the long run has ten times as many. */
const noisy = 300;

test('no hostile request is let in, starts a load or ends the server', async () => {
  const asked: unknown[] = [];
  const repository = makeRepository(temporaryFolder());
  commit(repository, 'v1', { 'go.mod': 'module example.com/main\n' });
  const server = await serve({
    // No name gets past the real git; what is past it would be loaded.
    compare: {
      revisions: () => {
        asked.push('revisions');
        return Promise.reject(new Error('was asked'));
      },
      diff: async (base, signal) => {
        asked.push(await findRevision(new Git(repository, 10_000, signal), base));
        throw new Error('was asked');
      },
    },
    whatIf: (question) => {
      asked.push(question);
      return Promise.reject(new Error('was asked'));
    },
    doctor: () => {
      asked.push('doctor');
      return Promise.reject(new Error('was asked'));
    },
  });
  let count = 0;
  const allowed: string[] = [];
  for (const requests of hostileRequests(server, noisy, 1).values()) {
    for (const request of requests) {
      count++;
      const { refused, answer } = await send(server, request, 'example.com/main', 5000);
      if (!refused) allowed.push(`${request.what}\n${answer}`);
    }
    expect((await askAs(server, '/api/health')).status).toBe(200);
  }
  expect(allowed).toEqual([]);
  expect(count).toBeGreaterThan(2000);
  expect(server.project.loads).toHaveLength(1);
  expect(asked).toEqual([]);
  expect(Reflect.has({}, 'polluted')).toBe(false);
});

test('what means well is let in by the same sender: the test can fail', async () => {
  const server = await serve();
  const raw = `GET /api/snapshot HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\nConnection: close\r\n\r\n`;
  expect(await send(server, { what: 'good', raw }, 'nowhere', 5000)).toMatchObject({ refused: false });
  const init = { headers: { Authorization: `Bearer ${server.token}` } };
  expect(await send(server, { what: 'good', path: '/', init }, 'nowhere', 5000)).toMatchObject({ refused: false });
});
