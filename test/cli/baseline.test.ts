/** What a policy may have read: a baseline in its repository; and no message holds a word of any other file. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

const secret = 'hunter2';
const foreign = `machine example.com login ${secret} password ${secret}\n`;

/** A repository with a policy of this baseline, beside a folder that is nobody's business. */
async function checked(baseline: string, config: readonly string[] = []): Promise<{ status: number; err: string }> {
  const top = temporaryFolder();
  layOut(top, {
    'home/.netrc': foreign,
    'home/repository-2/x.json': foreign,
    'repository/.git/HEAD': '',
    'repository/sub/x': '',
  });
  const cwd = path.join(top, 'repository');
  expect((await modscope(['snapshot', '--sample', 'echo', '-o', 'good.json'], { cwd })).status).toBe(0);
  symlinkSync('../home/.netrc', path.join(cwd, 'link.json'));
  symlinkSync('../home', path.join(cwd, 'home'));
  symlinkSync('../home/none', path.join(cwd, 'dangling.json'));
  symlinkSync('good.json', path.join(cwd, 'inside.json'));
  writeFileSync(path.join(cwd, 'here.json'), foreign);
  writeFileSync(path.join(cwd, 'sub/modscope.config.json'), JSON.stringify({ baseline }));
  const words = ['check', '--sample', 'echo', '-C', 'sub', ...config];
  const { status, out, err } = await modscope(words, { cwd });
  expect(out + err).not.toContain(secret);
  return { status, err };
}

describe('a baseline', () => {
  it.each(['../good.json', '../inside.json', '../sub/../good.json'])(
    '%s in the repository is read',
    async (baseline) => {
      expect((await checked(baseline)).err).not.toContain('baseline');
    },
  );

  it.each([
    '../../home/.netrc',
    '../../home/none',
    '../link.json',
    '../home/.netrc',
    '../dangling.json',
    '../home/none/x.json',
    '/etc/passwd',
    '../../home/repository-2/x.json',
    '../..',
  ])('%s is outside of it: status 4, and nothing of it is told', async (baseline) => {
    const { status, err } = await checked(baseline);
    expect(status).toBe(4);
    expect(err).toContain('its baseline lies outside of the repository');
  });

  it('that is not there, or is no snapshot, is told without a word of it', async () => {
    expect((await checked('../none.json')).err).toContain('it is not there');
    expect((await checked('../here.json')).err).toContain('The snapshot is not JSON');
  });
});

it('a policy that is a link out of the repository is not read', async () => {
  const top = temporaryFolder();
  layOut(top, { 'home/.netrc': foreign, 'repository/.git/HEAD': '' });
  const cwd = path.join(top, 'repository');
  symlinkSync('../home/.netrc', path.join(cwd, 'modscope.config.json'));
  const { status, out, err } = await modscope(['check', '--sample', 'echo', '-C', '.'], { cwd });
  expect(status).toBe(4);
  expect(err).toContain('leads out of the repository');
  expect(out + err).not.toContain(secret);
});

const asJson = JSON.stringify({ [secret]: secret, format: secret, Path: 7, config: secret, forbid: secret });

describe.each([
  ['text', foreign],
  ['JSON', asJson],
  ['JSON that is cut off', asJson.slice(0, -1)],
  ['JSON with a mistake', `${asJson}, ${secret} ${secret}`],
  ['a list', `["${secret}", "${secret}", 1]`],
  ['a key twice', `{"${secret}": 1, "${secret}": 2}`],
])('no message quotes a file that is %s', (_, text) => {
  it.each([
    ['--snapshot', ['list', '--snapshot', 'x']],
    ['--graph', ['list', '--graph', 'x']],
    ['--list', ['list', '--graph', 'graph.txt', '--list', 'x']],
    ['--vuln', ['list', '--sample', 'echo', '--vuln', 'x']],
    ['--config', ['check', '--sample', 'echo', '--config', 'x']],
    ['diff', ['diff', 'x', 'x']],
    ['snapshot --check', ['snapshot', '--sample', 'echo', '--check', 'x']],
    ['export --check', ['export', '--sample', 'echo', '--format', 'svg', '-o', 'x', '--check']],
    ['-o', ['snapshot', '--sample', 'echo', '-o', 'x']],
  ] as [string, string[]][])('of %s', async (_name, words) => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, 'd'));
    writeFileSync(path.join(cwd, 'x'), text);
    writeFileSync(path.join(cwd, 'graph.txt'), 'm a@v1.0.0\n');
    const { status, out, err } = await modscope(words, { cwd });
    expect(status).not.toBe(0);
    expect(err).not.toBe('');
    expect(out + err).not.toContain(secret);
  });
});
