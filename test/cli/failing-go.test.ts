import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Interrupted } from '../../cli/io.ts';
import { modscope } from './run.ts';

const goMod = 'module example.com/m\n\ngo 1.22\n\nrequire example.com/a v1.0.0\n';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cli-failing-'));
  writeFileSync(path.join(folder, 'go.mod'), goMod);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A go that answers `go env` and then does what `body` says. */
function fakeGo(name: string, body: string): string {
  const file = path.join(folder, name);
  const env = JSON.stringify({ GOVERSION: 'go1.26.8', GOOS: 'linux', GOARCH: 'amd64' });
  writeFileSync(file, `#!/bin/sh\nif [ "$1" = env ]; then echo '${env}'; exit 0; fi\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('a go that fails', () => {
  test.each([
    [
      'with its own words',
      'echo "go: example.com/a@v1.0.0: missing go.sum entry" >&2; exit 1',
      'go.sum has no line for example.com/a@v1.0.0',
    ],
    ['with output that is none', 'echo nonsense', 'line 1: there is no space: "nonsense"'],
    ['with output that is cut off', 'printf "example.com/m example.com/a@v1"', 'the output ends in the middle of it'],
  ])('%s: status 3, what go.mod says is shown, no stack trace', async (_name, body, words) => {
    const go = fakeGo('fails', body);
    const { status, out, err } = await modscope(['list', folder, '--go', go, '--json']);
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject([
      { path: 'example.com/m', main: true },
      { path: 'example.com/a', version: 'v1.0.0' },
    ]);
    expect(err).toContain(words);
    expect(err).toContain('what is shown is what is known without it');
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('a go that is not there', async () => {
    const { status, err } = await modscope(['list', folder, '--go', path.join(folder, 'no-go')]);
    expect(status).toBe(3);
    expect(err).toContain('no-go');
  });

  test('a go that is too slow', async () => {
    const { status, err } = await modscope(['list', folder, '--go', fakeGo('slow', 'sleep 60'), '--timeout', '0.3']);
    expect(status).toBe(3);
    expect(err).toContain('--timeout');
  });

  test('a part never takes the place of a file that is there', async () => {
    const file = path.join(folder, 'old.json');
    const go = fakeGo('fails', 'exit 1');
    const whole = '{\n  "format": 1,\n  "mains": []';
    writeFileSync(file, whole);
    for (const verb of ['snapshot', 'export']) {
      const { status, err } = await modscope([verb, folder, '--go', go, '-o', file]);
      expect(status).toBe(3);
      expect(err).toContain('is left as it was');
      expect(readFileSync(file, 'utf8')).toBe(whole);
    }
    const fresh = path.join(folder, 'new.json');
    expect((await modscope(['snapshot', folder, '--go', go, '-o', fresh])).status).toBe(3);
    expect(readFileSync(fresh, 'utf8')).toContain('"load-error"');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s while go runs: status %i, and nothing else is said', async (signal, expected) => {
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort(new Interrupted(signal));
    }, 300);
    const go = fakeGo('slow', 'sleep 60');
    const ran = await modscope(['list', folder, '--go', go], { signal: controller.signal });
    expect(ran).toEqual({ status: expected, out: '', err: '' });
  });

  test('go.mod is the same afterwards', () => {
    expect(readFileSync(path.join(folder, 'go.mod'), 'utf8')).toBe(goMod);
  });
});
