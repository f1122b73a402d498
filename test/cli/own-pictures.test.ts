/** `export --poster` and `--versions`: files that say what they were made of, and what cannot be asked of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

const sample = ['--sample', 'kubectl'];
const hidden = /(?<!google\.)golang\.org/;

describe('the picture', () => {
  it('is SVG on stdout; what it says stands on stderr', async () => {
    const { status, out, err } = await modscope(['export', '--poster', ...sample]);
    expect([status, out.startsWith('<svg '), out.endsWith('</svg>\n')]).toEqual([0, true, true]);
    expect(err).toBe(
      'modscope: 159 modules by 83 owners, 661 requirements. golang.org/x/sys: 21 modules require it; no other has more requirers. It requires no module.\n',
    );
  });

  it('of versions is of the path with the most, or of the one that is named', async () => {
    const most = await modscope(['export', '--versions', ...sample]);
    expect(most.err).toContain('14 versions of golang.org/x/sys are requested. One is built.');
    const named = await modscope(['export', ...sample, '--versions', 'golang.org/x/net', '--title', 'Net']);
    expect(named.err).toContain('versions of golang.org/x/net are requested.');
    expect(named.out).toContain('>Net</title>');
  });

  it.each([['png'], ['pdf']])('is written as %s', async (ending) => {
    const folder = temporaryFolder();
    const words = ['export', '--poster', ...sample, '--scale', '1', '-o', `p.${ending}`].filter(
      (word, place, all) => ending === 'png' || (word !== '--scale' && all[place - 1] !== '--scale'),
    );
    expect((await modscope(words, { cwd: folder })).status).toBe(0);
    const bytes = readFileSync(path.join(folder, `p.${ending}`));
    expect(bytes.toString('latin1', 0, 5)).toBe(ending === 'png' ? '\x89PNG\r' : '%PDF-');
    if (ending === 'png') expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1600, 1000]);
    expect(await modscope([...words, '--check', '--quiet'], { cwd: folder })).toEqual({ status: 0, out: '', err: '' });
  });

  it('hides what --redact names, also where it is the one that is lit', async () => {
    const { status, out } = await modscope([
      ...['export', '--poster', '--hub', 'golang.org/x/net', '--redact', 'golang.org/...'],
      ...sample,
    ]);
    expect(status).toBe(0);
    // google.golang.org is another host.
    expect(out).not.toMatch(hidden);
    const other = await modscope(['export', '--versions', 'golang.org/x/net', '--redact', 'golang.org/...', ...sample]);
    expect([other.status, hidden.test(other.out)]).toEqual([0, false]);
  });
});

describe('--check', () => {
  it.each([
    ['--poster', '--hub', 'google.golang.org/grpc'],
    ['--versions', 'golang.org/x/net'],
  ])('%s %s %s: fresh, of another module, of boxes, altered', async (...flags) => {
    const folder = temporaryFolder();
    const words = ['export', ...sample, '-o', 'p.svg'];
    const check = async (...others: string[]) => modscope([...words, ...others, '--check', '--quiet'], { cwd: folder });
    expect((await modscope([...words, ...flags], { cwd: folder })).status).toBe(0);
    expect(await check(...flags)).toEqual({ status: 0, out: '', err: '' });
    const another = await check(...flags.slice(0, -1), 'golang.org/x/text');
    expect(another.status).toBe(1);
    expect(another.err).toMatch(/(hub|of) was "go[\w./]+", is "golang.org\/x\/text"/);
    const boxes = await check();
    expect([boxes.status, boxes.err]).toEqual([1, expect.stringContaining('picture was "')]);
    const file = path.join(folder, 'p.svg');
    writeFileSync(file, readFileSync(file, 'utf8').replace('modules', 'models').replace('versions', 'visions'));
    expect((await check(...flags)).err).toContain('altered after modscope had written it');
  });
});

const wrong: readonly (readonly [what: string, argv: readonly string[], status: number, words: string])[] = [
  ['a hub without a poster', ['--hub', 'golang.org/x/net'], 2, '--hub needs --poster'],
  ['both', ['--poster', '--versions'], 2, 'exclude one another'],
  ['a format of boxes', ['--poster', '--format', 'dot'], 2, '--poster is for svg, png, pdf, and this is dot.'],
  ['JSON', ['--versions', '--json'], 2, '--versions is for svg, png, pdf, and this is json.'],
  ['what shapes boxes', ['--poster', '--collapse', 'owner'], 2, '--collapse does not go with --poster'],
  ['a direction', ['--poster', '--direction', 'up'], 2, '--direction does not go with --poster'],
  ['a query of versions', ['--query', 'is:direct', '--versions'], 2, '--query does not go with --versions'],
  ['a hub that is empty', ['--poster', '--hub', ''], 2, '--hub needs a value'],
  [
    'a hub that is not there',
    ['--poster', '--hub', 'golang.org/x/nett'],
    2,
    'golang.org/x/nett is not in the module graph.',
  ],
  ['a path that is not there', ['--versions', 'golang.org/x/nett'], 2, 'golang.org/x/nett is not in the module graph.'],
];

it.each(wrong)('refuses %s', async (_, argv, status, words) => {
  const ran = await modscope(['export', ...sample, ...argv]);
  expect(ran.out).toBe('');
  expect(ran.err).toContain(words);
  expect(ran.status).toBe(status);
});
