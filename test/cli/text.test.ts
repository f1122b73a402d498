import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { statusOf } from '../../cli/exit.ts';
import { Hider } from '../../cli/hide.ts';
import { outputOn, speechOn } from '../../cli/outputs.ts';
import type { Io } from '../../cli/io.ts';
import { Progress } from '../../cli/progress.ts';
import { faultText } from '../../cli/report.ts';
import { counted, listed } from '../../drawing/words/counted.ts';
import { jsonText } from '../../cli/text/json.ts';
import { forLog, plain, plainLines } from '../../cli/text/plain.ts';
import { table } from '../../cli/text/table.ts';
import { Fault } from '../../graph/fault.ts';
import { modscope } from './run.ts';

describe('text', () => {
  test('a table has columns, and no spaces at the end of a line', () => {
    expect(table([['a', 'bbb', ''], ['größe', '', 'c'], []])).toBe('a      bbb\ngröße       c\n\n');
    expect(table([])).toBe('');
  });

  test('JSON: an item a line; what a terminal would act on is escaped', () => {
    expect(jsonText([])).toBe('[]\n');
    expect(jsonText([{ a: 1 }, 2])).toBe('[\n  {"a":1},\n  2\n]\n');
    expect(jsonText({ a: '\u009b31m\u2028\u007f\u202e' })).toBe('{\n  "a": "\\u009b31m\\u2028\\u007f\\u202e"\n}\n');
  });

  test('numbers in sentences', () => {
    expect([counted(1, 'module'), counted(1245, 'module'), counted(2, 'box', 'boxes')]).toEqual([
      '1 module',
      '1,245 modules',
      '2 boxes',
    ]);
    expect([listed(['a', 'b'], 2), listed(['a', 'b', 'c', 'd'], 2)]).toEqual(['a, b', 'a, b and 2 more']);
  });

  test('text of strangers', () => {
    expect(plain('a\u001b[31mb\u202ec\nd')).toBe('a\ufffd[31mb\ufffdc\ufffdd');
    expect(plainLines('go: x\r\n\ty\u001b')).toBe('go: x\n\ty\ufffd');
    expect(forLog(plainLines('a\n::set-output::b\n  :::c ::d\nx ##[error]y'))).toBe(
      'a\n: :set-output::b\n  : ::c ::d\nx ## [error]y',
    );
  });

  test('a mistake of ours is told in words', () => {
    const text = faultText(new Fault('defect', 'x is undefined'));
    expect(text).toMatch(/^modscope: internal error: x is undefined\n {2}Please report it/);
  });

  test('statuses of all kinds', () => {
    const statuses = (
      ['usage', 'bad-input', 'no-module', 'go-failed', 'write-failed', 'cancelled', 'defect'] as const
    ).map(statusOf);
    expect(statuses).toEqual([2, 4, 4, 3, 74, 130, 70]);
  });
});

describe('a hostile snapshot', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cli-hostile-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each(['list', 'conflicts', 'cycles', 'findings', 'query', 'why'])(
    '%s prints nothing that moves the cursor or commands a runner',
    async (verb) => {
      const evil = '::error::##[error]\u001b]0;owned\u0007\u009b2J\u202e';
      const modules = [
        { path: 'm', selected: true, requires: [`${evil}@v1.0.0`, `${evil}@v2.0.0`] },
        { path: evil, version: 'v1.0.0', requires: [`${evil}@v2.0.0`] },
        { path: evil, version: 'v2.0.0', selected: true, requires: [`${evil}@v1.0.0`], replace: { path: evil } },
      ];
      const main = { path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] };
      const file = path.join(folder, 'evil.json');
      const problems = [{ code: 'load-error', subject: evil, text: evil }];
      writeFileSync(file, JSON.stringify({ format: 1, mains: [main], modules, problems }));
      const argument = verb === 'query' ? ['is:selected'] : verb === 'why' ? [evil] : [];
      for (const format of ['text', 'json']) {
        const { status, out, err } = await modscope([verb, ...argument, '--snapshot', file, '--format', format]);
        expect(status).toBe(0);
        expect(out).toContain('error::');
        expect(out + err).not.toMatch(/(?![\n\t])\p{Cc}|\u202e/u);
        expect(out + err).not.toMatch(/^\s*::|##\[/m);
      }
    },
  );
});

describe('progress', () => {
  const phases = [{ name: 'go mod graph', state: 'running', count: 1245, took: 1200 }] as const;

  async function shown(env: Record<string, string>, isTerminal: boolean, quiet: boolean): Promise<string> {
    vi.useFakeTimers({ toFake: ['performance'] });
    let text = '';
    const stream = {
      isTerminal,
      columns: 80,
      write: (piece: string) => {
        text += piece;
        return Promise.resolve();
      },
    };
    const hider = new Hider();
    const io: Io = {
      stdout: outputOn(stream, hider),
      stderr: speechOn(stream, hider),
      env,
      cwd: '/',
      pid: 1,
      pageFolder: '',
      hider,
      signal: new AbortController().signal,
    };
    const progress = new Progress(io, quiet);
    progress.show(phases);
    vi.advanceTimersByTime(500);
    progress.show(phases);
    await progress.end();
    vi.useRealTimers();
    return text;
  }

  test('is one line on a terminal, shown when it takes a while, and taken away', async () => {
    expect(await shown({}, true, false)).toBe('\r\u001b[2Kgo mod graph 1,245 modules… 1.2 s\r\u001b[2K');
  });

  test.each([
    ['no terminal', {}, false, false],
    ['CI', { CI: 'true' }, true, false],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['--quiet', {}, true, true],
  ])('%s: nothing', async (_name, env, isTerminal, quiet) => {
    expect(await shown(env, isTerminal, quiet)).toBe('');
  });
});
