/** `export --check` tells a picture that somebody altered from one of another graph. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

const endings = ['svg', 'png', 'pdf', 'html', 'dot', 'mmd', 'graphml', 'cyjs', 'json'] as const;

/** Draws the sample echo; gives the file, and what --check says of it after a change. */
async function drawn(ending: string): Promise<{ file: string; check: () => Promise<[number, string]> }> {
  const folder = temporaryFolder();
  const words = ['export', '--sample', 'echo', '-o', `x.${ending}`];
  expect((await modscope(words, { cwd: folder })).status).toBe(0);
  return {
    file: path.join(folder, `x.${ending}`),
    check: async () => {
      const { status, out, err } = await modscope([...words, '--check', '--quiet'], { cwd: folder });
      expect(out).toBe('');
      return [status, err];
    },
  };
}

const keepText = endings.filter((ending) => ending !== 'png' && ending !== 'pdf');

describe.each(endings)('x.%s', (ending) => {
  it('is fresh as it was drawn, and told when a byte of it is another, wherever that stands', async () => {
    const { file, check } = await drawn(ending);
    expect(await check()).toEqual([0, '']);
    const whole = readFileSync(file);
    const places = [0.2, 0.5, 0.8, 0.99].map((part) => Math.floor(whole.length * part));
    for (const place of places) {
      const altered = Buffer.from(whole);
      // A letter for a letter: every format stays what it is, as far as it may.
      altered[place] = altered[place] === 0x61 ? 0x62 : 0x61;
      writeFileSync(file, altered);
      const [status, err] = await check();
      expect([place, status]).toEqual([place, 1]);
      expect(err).toMatch(
        /altered after modscope had written it|does not say what it was made of|other options|has changed/,
      );
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('\n')]));
    expect((await check())[0]).toBe(1);
    writeFileSync(file, whole);
    expect(await check()).toEqual([0, '']);
  });
});

it.each(keepText)('x.%s that keeps no digest, as of an older release, is told as that', async (ending) => {
  const { file, check } = await drawn(ending);
  const text = readFileSync(file, 'utf8');
  const old = text.replace(/,\s*("|&quot;)drawn\1:\s*\1sha256:[0-9a-f]{64}\1/, '');
  expect(old).not.toBe(text);
  writeFileSync(file, old);
  const [status, err] = await check();
  expect(status).toBe(0);
  expect(err).toContain('it keeps no digest, so whether somebody altered it is not known');
});

it.each(['svg', 'dot', 'mmd', 'graphml', 'json', 'csv', 'txt'])(
  'x.%s with CRLF, as git may hand it out, is fresh',
  async (ending) => {
    const { file, check } = await drawn(ending);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\r?\n/g, '\r\n'));
    expect(await check()).toEqual([0, '']);
  },
);

it.each(['csv', 'txt'])('x.%s, which keeps nothing of itself, is compared as a whole', async (ending) => {
  const { file, check } = await drawn(ending);
  expect(await check()).toEqual([0, '']);
  writeFileSync(file, readFileSync(file, 'utf8').replace('golang.org', 'golang.0rg'));
  expect((await check())[0]).toBe(1);
});

it('a name that is changed in a picture is told as altered, not as another graph', async () => {
  const { file, check } = await drawn('svg');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('golang.org', 'golang.0rg'));
  const [status, err] = await check();
  expect(status).toBe(1);
  expect(err).toContain('is stale: it was altered after modscope had written it.');
});
