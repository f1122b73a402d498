/** What was broken once by trying: each a case. */
import { expect, it } from 'vitest';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

it('a query may begin with the sign of not', async () => {
  const { status, out } = await modscope(['query', '-golang.org/x/... limit:3', '--sample', 'echo']);
  expect(status).toBe(0);
  expect(out).not.toContain('golang.org/x/');
});

it.each(['9999999999', '-1', 'soon'])('a timeout of %s is refused', async (seconds) => {
  const { status, err } = await modscope(['list', '--sample', 'echo', '--timeout', seconds]);
  expect([status, /number of seconds/.test(err)]).toEqual([2, true]);
});

it('a folder with a name that is too long is not there', async () => {
  expect((await modscope(['list', 'x'.repeat(300)])).status).toBe(2);
});

it('a file that cannot be written is said as such, and a long name is written', async () => {
  const folder = layOut(temporaryFolder(), { file: '' });
  const write = async (name: string): Promise<number> =>
    (await modscope(['snapshot', '--sample', 'cobra', '-o', `${folder}/${name}`])).status;
  expect([await write('file/x'), await write('x'.repeat(300)), await write('x'.repeat(250))]).toEqual([74, 74, 0]);
});
