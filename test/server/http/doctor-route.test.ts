import { expect, test } from 'vitest';
import type { Diagnosis } from '../../../graph/diagnosis/types.ts';
import { Fault } from '../../../graph/fault.ts';
import type { DoctorPort } from '../../../server/http/doctor-route.ts';
import { ask, askAs, serve } from './served.ts';

const fine: Diagnosis = { about: { version: '1.26.8' }, found: [], checks: 36, notRun: [] };

/** Waits for the test to let each go on, and counts how many run at once. */
function slowPort(): { port: DoctorPort; begun: () => number; most: () => number; release: () => void } {
  let begun = 0;
  let running = 0;
  let most = 0;
  let waiting: (() => void)[] = [];
  return {
    port: (signal) =>
      new Promise((resolve, reject) => {
        begun++;
        most = Math.max(most, ++running);
        const end = (): void => {
          running--;
          resolve(fine);
        };
        waiting.push(end);
        signal.addEventListener('abort', () => {
          running--;
          reject(new Fault('cancelled', 'cancelled'));
        });
      }),
    begun: () => begun,
    most: () => most,
    release: () => {
      const all = waiting;
      waiting = [];
      for (const one of all) one();
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('hands on what the doctor says, never from a cache', async () => {
  const server = await serve({ doctor: () => Promise.resolve(fine) });
  const answer = await askAs(server, '/api/doctor');
  expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(JSON.parse(answer.text)).toEqual(fine);
});

test('is behind guard and door, and knows GET only: nothing is looked at', async () => {
  let asked = 0;
  const server = await serve({
    doctor: () => {
      asked++;
      return Promise.resolve(fine);
    },
  });
  expect((await ask(server.port, '/api/doctor')).status).toBe(401);
  expect((await askAs(server, '/api/doctor', { headers: { Origin: 'http://evil.example' } })).status).toBe(403);
  expect((await askAs(server, '/api/doctor', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
  expect((await askAs(server, '/api/doctor', { headers: { Host: 'evil.example' } })).status).toBe(403);
  expect((await askAs(server, '/api/doctor', { method: 'HEAD' })).status).toBe(405);
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
  expect((await askAs(server, '/api/doctor', post)).status).toBe(405);
  expect(asked).toBe(0);
});

test('looks once at a time; too many askers are refused', async () => {
  const { port, begun, most, release } = slowPort();
  const server = await serve({ doctor: port });
  const answers = Array.from({ length: 9 }, () => askAs(server, '/api/doctor'));
  const first = await Promise.race(answers);
  expect([first.status, first.headers['retry-after']]).toEqual([503, '1']);
  for (let n = 1; n <= 8; n++) {
    await until(() => begun() === n);
    release();
  }
  const statuses = (await Promise.all(answers)).map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array<number>(8).fill(200), 503]);
  expect(most()).toBe(1);
});

test('a recording has no doctor', async () => {
  const answer = await askAs(await serve(), '/api/doctor');
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([400, { code: 'usage' }]);
});
