/** `weight -o`: pictures, tables and data, each in the format that its ending says. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

const sample = ['--sample', 'kubectl'];

describe('weight -o', () => {
  it.each([
    ['svg', /^<svg [^]*kubectl requires 40 modules[^]*<\/svg>\n$/],
    ['csv', /^path,version,brings,lines,shares,packages,by,flags,modules\r\n/],
    ['json', /^\{\n {2}"requires": 40,\n/],
    [
      'md',
      /^\*\*kubectl requires 40 modules[^]*\n\| Direct requirement \| Brings alone [^]*By requirements; go was not asked\.\n$/,
    ],
  ])('writes %s, and again in its place', async (ending, text) => {
    const folder = temporaryFolder();
    const words = ['weight', ...sample, '-o', `w.${ending}`];
    expect(await modscope(words, { cwd: folder })).toEqual({ status: 0, out: '', err: '' });
    const first = readFileSync(path.join(folder, `w.${ending}`), 'utf8');
    expect(first).toMatch(text);
    expect((await modscope(words, { cwd: folder })).status).toBe(0);
    expect(readFileSync(path.join(folder, `w.${ending}`), 'utf8')).toBe(first);
    // To standard output the same.
    const format = ending === 'md' ? 'markdown' : ending;
    expect((await modscope(['weight', ...sample, '--format', format])).out).toBe(first);
    // What somebody else wrote stays.
    writeFileSync(path.join(folder, `w.${ending}`), 'mine');
    expect((await modscope(words, { cwd: folder })).status).toBe(2);
    expect(readFileSync(path.join(folder, `w.${ending}`), 'utf8')).toBe('mine');
  });

  it('writes PNG at a scale', async () => {
    const folder = temporaryFolder();
    const words = ['weight', '--sample', 'cobra', '--scale', '1', '-o', 'w.png'];
    expect((await modscope(words, { cwd: folder })).status).toBe(0);
    const bytes = readFileSync(path.join(folder, 'w.png'));
    expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)]).toEqual(['PNG', 1600]);
  });

  it('hides what --redact names in every format', async () => {
    for (const format of ['svg', 'csv', 'json', 'markdown']) {
      const { status, out } = await modscope(['weight', ...sample, '--format', format, '--redact', 'k8s.io/...']);
      expect([format, status, out.includes('redacted/'), /(?<!sigs\.)k8s\.io\//.test(out)]).toEqual([
        format,
        0,
        true,
        false,
      ]);
    }
  });

  it.each([
    [['-o', 'w.txt'], 'w.txt: there is no format for the ending .txt.'],
    [['-o', 'w'], 'w: there is no format for a file without an ending.'],
    [['-o', 'w.csv', '--plain'], '--plain goes to standard output, and -o names a file.'],
    [['-o', 'w.svg', '--scale', '2'], '--scale is for PNG, and this is svg.'],
    [['--scale', '2'], '--scale is for PNG, and this is text.'],
  ])('refuses %s', async (words, message) => {
    const { status, out, err } = await modscope(['weight', ...sample, ...words], { cwd: temporaryFolder() });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
