/**
 * The completion scripts in the shells themselves, by the keys that a person presses. Shells that the machine lacks are skipped:
 * CI has bash. PowerShell's script was never run.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtModscope } from '../support/built.ts';
import { layOut } from '../support/tree.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-shells-'));
  const program = await builtModscope();
  layOut(folder, {
    'm/go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire golang.org/x/net v0.20.0\n',
    'm/deps.json': '{}',
    'm/sub dir/x': '',
    // A modscope of somebody else, in the folder where one stands: it is never asked.
    'm/modscope': '#!/bin/sh\ntouch "$HOME/pwned"\n',
  });
  chmodSync(path.join(folder, 'm/modscope'), 0o755);
  mkdirSync(path.join(folder, 'bin'));
  mkdirSync(path.join(folder, 'home'));
  const started = path.join(folder, 'bin/modscope');
  writeFileSync(started, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(started, 0o755);
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout } = spawnSync(started, ['completion', shell], { encoding: 'utf8' });
    writeFileSync(path.join(folder, `completion.${shell}`), stdout);
  }
});
afterAll(() => {
  expect(existsSync(path.join(folder, 'home/pwned'))).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

function shell(program: string, args: readonly string[], input = ''): string {
  const { PATH = '' } = process.env;
  const env = { PATH: `${path.join(folder, 'bin')}:${PATH}`, HOME: path.join(folder, 'home'), TERM: 'dumb' };
  return spawnSync(program, args, { cwd: path.join(folder, 'm'), env, input, encoding: 'utf8', timeout: 180_000 })
    .stdout;
}

/** What is typed, and the words that the shell has after the tabulator. */
const unique: readonly (readonly [string, string])[] = [
  ['modscope findi', '<findings>'],
  ['modscope --sample echo findi', '<--sample><echo><findings>'],
  ['modscope list --sampl', '<list><--sample>'],
  ['modscope list --format=j', '<list><--format=json>'],
  ['modscope export --theme l', '<export><--theme><light>'],
  ['modscope why golang.org/x/n', '<why><golang.org/x/net>'],
  ['modscope why golang.org/x/net@', '<why><golang.org/x/net@v0.20.0>'],
  ['modscope why golang.org/x/net@v0', '<why><golang.org/x/net@v0.20.0>'],
  ['modscope what-if --drop=golang.org/x/n', '<what-if><--drop=golang.org/x/net>'],
  ['modscope query is:confl', '<query><is:conflict>'],
  ["modscope query 'is:direct is:confl", '<query><is:direct is:conflict>'],
  ['modscope query "is:direct golang.org/x/n', '<query><is:direct golang.org/x/net>'],
  ['modscope query shortes', '<query><shortest(>'],
  ['modscope list --snapshot dep', '<list><--snapshot><deps.json>'],
  ['modscope completion fi', '<completion><fish>'],
];

describe.skipIf(!has('bash'))('bash', () => {
  const run = (line: string, keys: string): string =>
    shell(
      'bash',
      ['--norc', '--noprofile', '-i'],
      `source '${folder}/completion.bash'\nmodscope() { printf '<%s>' "$@"; echo; }\n${line}${keys}\nexit\n`,
    ).trim();

  it.each(unique)('%s', (line, words) => {
    // The shell closes the quote itself where there is one answer.
    expect(run(line, '\t')).toBe(words);
  });

  it('inserts all that fit', () => {
    expect(run('modscope wh', '\u001b*')).toBe('<what-if><why>');
  });

  it('completes a folder with a blank in its name', () => {
    expect(run('modscope -C su', '\t')).toBe('<-C><sub dir/>');
  });

  it('completes in the middle of a line', () => {
    // Four characters back, before " end".
    expect(run('modscope findi end', `${'\u0002'.repeat(4)}\t`)).toMatch(/^<findings><end>$/);
  });
});

describe.skipIf(!has('zsh'))('zsh', () => {
  /** A terminal of zsh's own making: completion needs one. */
  const run = (line: string): string => {
    const out = path.join(folder, 'zsh.out');
    rmSync(out, { force: true });
    const typed = [
      `PS1=; fpath=('${folder}/zsh' $fpath); autoload -U compinit; compinit -u -D`,
      `modscope() { printf '<%s>' "$@" > '${out}' }`,
      `${line}\t`,
      'exit',
    ];
    mkdirSync(path.join(folder, 'zsh'), { recursive: true });
    writeFileSync(path.join(folder, 'zsh/_modscope'), readFileSync(path.join(folder, 'completion.zsh')));
    const script = [
      'zmodload zsh/zpty',
      'zpty z zsh -f -i',
      'for line in "$@"; do zpty -w z "$line"; done',
      'while zpty -r z text; do :; done',
    ].join('\n');
    shell('zsh', ['-f', '-c', script, 'zsh', ...typed]);
    return existsSync(out) ? readFileSync(out, 'utf8') : '';
  };

  it.each(unique)('%s', { timeout: 300_000 }, (line, words) => {
    expect(run(line)).toBe(words);
  });
});

describe.skipIf(!has('fish'))('fish', () => {
  const run = (line: string): string[] =>
    shell('fish', ['--no-config', '-c', `source '${folder}/completion.fish'; complete -C "$argv[1]"`, line])
      .trim()
      .split('\n')
      .map((one) => one.split('\t')[0] ?? '');

  it.each(unique)('%s', (line, words) => {
    const last = /<([^<>]*)>$/.exec(words)?.[1] ?? '';
    // Fish offers the word as it will stand, in the quotes that were begun.
    expect(run(line).map((one) => one.replace(/^["']/, ''))).toEqual([last]);
  });

  it('shows what each means', () => {
    const out = shell('fish', ['--no-config', '-c', `source '${folder}/completion.fish'; complete -C 'modscope wh'`]);
    expect(out).toContain('why\texplain a module');
  });

  it('completes folders', () => {
    expect(run('modscope -C su')).toEqual(['sub dir/']);
  });
});
