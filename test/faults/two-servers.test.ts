/** Two servers at once, and one browser that holds the cookies of both: a session each, and neither ends the other's. */
import { expect, it } from 'vitest';
import { serving, type Serving } from './serving.ts';

/** Follows the printed link as a browser does; gives the cookie. */
async function enter({ url }: Serving, cookies: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual', headers: { Cookie: cookies } });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).not.toContain('token');
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

async function status({ url }: Serving, cookies: string): Promise<number> {
  return (await fetch(new URL('/api/health', url), { headers: { Cookie: cookies } })).status;
}

it('each has a cookie of its own, which the other leaves alone', async () => {
  const [one, two] = await Promise.all([serving(['--sample', 'echo']), serving(['--sample', 'cobra'])]);
  const first = await enter(one, '');
  const second = await enter(two, first);
  // A browser sends both to both: cookies know no ports.
  const both = `${first}; ${second}`;
  expect([await status(one, both), await status(two, both)]).toEqual([200, 200]);
  // The cookie of one opens nothing at the other.
  expect([await status(one, second), await status(two, first)]).toEqual([401, 401]);
  await one.end();
  expect(await status(two, both)).toBe(200);
  await two.end();
});
