/** What leaves by stdout and stderr: nothing that a terminal or what runs a CI job acts on, whichever verb and format. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scripts } from '../../cli/completion/scripts.ts';
import type { Io } from '../../cli/io.ts';
import { plain } from '../../cli/text/plain.ts';
import { textFormats } from '../../drawing/formats/names.ts';
import { json } from '../../graph/json-text.ts';
import { evil, evilName, evilPath, hostileSnapshot } from '../support/hostile-snapshot.ts';
import { temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

/** What must not compile stands behind `@ts-expect-error`: where it does compile, `npm run types` fails. */
export function refused({ stdout, stderr }: Io, raw: string): unknown[] {
  // @ts-expect-error a raw string is nothing for a terminal
  void stdout.say(raw);
  // @ts-expect-error a template is a raw string, too
  void stderr.say(`${plain(raw)} ${raw}`);
  // @ts-expect-error nor is it data
  void stdout.hand(raw);
  // @ts-expect-error data is escaped for programs, not for people
  void stderr.say(json(raw));
  // @ts-expect-error what is for people is no data
  void stdout.hand(plain(raw));
  // @ts-expect-error progress is for people
  void stderr.redraw(raw);
  // @ts-expect-error there is no other way to the stream
  const { write } = stdout;
  // @ts-expect-error stderr is for people alone
  const { hand } = stderr;
  return [write, hand];
}

/** Anything that is acted on rather than shown. JSON for programs may hold none of it either. */
function expectQuiet(text: string): void {
  expect(text).not.toMatch(/(?![\n\r\t])[\p{Cc}\p{Cf}]|\u2028|\u2029/u);
  expect(text).not.toMatch(/^\s*::|##\[|##vso\[/m);
}

function tabsIn(line: string): number {
  return line.split('\t').length;
}

describe('a snapshot that is hostile in every field', () => {
  const verbs: readonly (readonly string[])[] = [
    ...['text', 'json', 'plain'].flatMap((format) =>
      [
        ['list'],
        ['conflicts'],
        ['weight'],
        ['cycles'],
        ['findings'],
        ['query', 'is:selected'],
        ['why', evilPath],
        ['why', evilName],
        ['why', 'go'],
        ['why', `${evilPath}/p`],
        ['why', `${evil}nowhere`],
      ].map((words) => [...words, '--format', format]),
    ),
    ...['text', 'json', 'plain', 'sarif', 'junit'].map((format) => ['check', '--format', format, '--fail-on', 'info']),
    ...textFormats.map((format) => ['export', '--format', format, '--title', evil]),
    ['snapshot'],
    ['snapshot', '--selected'],
  ];

  it.each(
    verbs.map((words) => [words.map((word) => (word === '' ? "''" : plain(word).slice(0, 30))).join(' '), words]),
  )('%s', async (_, words) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'evil.json'), hostileSnapshot());
    const { status, out, err } = await modscope([...words, '--snapshot', 'evil.json'], { cwd: folder });
    expect([0, 1, 2]).toContain(status);
    expect(out + err).toMatch(/error|35;error/);
    expectQuiet(out);
    expectQuiet(err);
    if (words.includes('plain')) expect(new Set(out.split('\n').slice(0, -1).map(tabsIn)).size).toBeLessThanOrEqual(1);
  });

  it.each(['text', 'json', 'markdown', 'svg', 'html'])('diff --format %s', async (format) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'evil.json'), hostileSnapshot());
    const plainOne = { path: evilName, selected: true };
    const main = { path: evilName, dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] };
    writeFileSync(
      path.join(folder, 'a.json'),
      JSON.stringify({ format: 1, mains: [main], modules: [plainOne], problems: [] }),
    );
    const words = ['diff', 'a.json', 'evil.json', '--format', format, '--offline', '--fail-on', 'added'];
    const { out, err } = await modscope(words, { cwd: folder });
    expect(out).not.toBe('');
    expectQuiet(out);
    expectQuiet(err);
  });
});

it('what is completed is nobody’s command, and the scripts for the shells are handed on as they are', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'evil.json'), hostileSnapshot());
  for (const words of [
    ['why', '--snapshot', 'evil.json', ''],
    ['query', '--snapshot', 'evil.json', evilName],
    [evilName],
  ]) {
    const { status, out, err } = await modscope(['__complete', '--', ...words], { cwd: folder });
    expect([status, err]).toEqual([0, '']);
    expectQuiet(out);
  }
  for (const script of Object.values(scripts)) expect(script).not.toMatch(/\ufffd|^ :|## /m);
});

it.each([
  ['an unknown flag', ['list', `--${evil}`]],
  ['an unknown verb', [evil]],
  ['a file that is not there', ['list', '--snapshot', evil]],
  ['an unknown word of a query', ['query', `is:${evil}`, '--sample', 'echo']],
  ['an unknown sample', ['list', '--sample', evil]],
  ['a file to write', ['snapshot', '--sample', 'echo', '-o', `${evil.replaceAll('\u0000', '')}/x.json`]],
])('%s is named without doing anything', async (_, words) => {
  const { status, out, err } = await modscope(words, { cwd: temporaryFolder() });
  expect(status).not.toBe(0);
  expect(err).not.toBe('');
  expectQuiet(out);
  expectQuiet(err);
});
