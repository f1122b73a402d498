/** Every finding, shown by a module of its own, loaded with the real go from a module proxy in a folder. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../../cli/text/plain.ts';
import { remedyLines } from '../../cli/text/remedy.ts';
import { meanings } from '../../graph/findings/meanings.ts';
import type { Finding } from '../../graph/findings/types.ts';
import { modscope } from '../cli/run.ts';
import {
  findingSampleNames,
  layFindingSample,
  readFindingSample,
  type FindingSample,
} from '../support/finding-sample.ts';
import { temporaryFolder } from '../support/tree.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const samples = findingSampleNames().map(readFindingSample);

/** The go that runs, as 1.26.8; samples call it VERSION. */
const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim().replace(/^go/, '');

/** The findings of the sample's code in one of its folders. */
async function foundIn({ code, args }: FindingSample, at: Laid, which: 'shows' | 'not'): Promise<Finding[]> {
  for (const [name, value] of Object.entries(at.env[which])) vi.stubEnv(name, value);
  const { out, err } = await modscope(['findings', '--json', ...args], { cwd: path.join(at.folder, which) });
  expect(out, err).not.toBe('');
  const found: unknown = JSON.parse(out);
  return (found as Finding[]).filter((one) => one.code === code);
}

/** The same in the words of its text. */
function textOf(found: readonly Finding[]): string {
  return found
    .map(
      ({ severity, code, subject, evidence, remedy }) =>
        `${severity.padEnd(5)}  ${code}  ${plain(subject)}\n       ${plain(evidence)}\n${remedyLines(remedy, '       ').map(plain).join('\n')}\n`,
    )
    .join('\n')
    .replaceAll(version, 'VERSION');
}

/** The exit statuses of check, where it shows, and of the doctor, and what they print. */
async function both(
  sample: FindingSample,
  which: 'shows' | 'not',
): Promise<{ check: number; doctor: number; words: string }> {
  const at = laid(sample);
  for (const [name, value] of Object.entries(at.env[which])) vi.stubEnv(name, value);
  const cwd = path.join(at.folder, which);
  const check = which === 'shows' ? await modscope(['check', '-q', ...sample.args], { cwd }) : { status: 0, out: '' };
  const doctor = await modscope(['doctor', '-q'], { cwd });
  return { check: check.status, doctor: doctor.status, words: check.out + doctor.out };
}

interface Laid {
  readonly folder: string;
  readonly env: ReturnType<typeof layFindingSample>;
}

function laid(sample: FindingSample): Laid {
  const folder = temporaryFolder();
  return { folder, env: layFindingSample(sample, folder) };
}

/** Types commands in one of its folders. Throws when one fails. */
function type(command: string, at: Laid, which: 'shows' | 'not' = 'shows'): void {
  const env = { ...process.env, ...at.env[which] };
  execFileSync('/bin/sh', ['-c', command], { cwd: path.join(at.folder, which), stdio: 'pipe', env });
}

describe.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
  it('is found as it stands in the sample, goes away by each command that is told, and is not found in the other case', async () => {
    const at = laid(sample);
    const found = await foundIn(sample, at, 'shows');
    expect(found).not.toEqual([]);
    const text = textOf(found);
    // What is no text of one line comes out of plain() as U+FFFD.
    expect(text).not.toContain('\u{FFFD}');
    await expect(sample.textWith(text)).toMatchFileSnapshot(sample.file);
    expect(await foundIn(sample, at, 'not')).toEqual([]);
    for (const { subject, severity, remedy } of found) {
      if (remedy.command === undefined || remedy.tried !== 'here') continue;
      const anew = laid(sample);
      for (const command of sample.refused)
        expect(() => {
          type(command, anew);
        }, command).toThrow();
      type(remedy.command, anew);
      if (found.length === 1) for (const command of sample.refused) type(command, anew);
      // A report names the version all the same, and says lightly that it is not selected.
      const stays = await foundIn(sample, anew, 'shows');
      expect(stays.filter((one) => one.subject === subject && one.severity === severity)).toEqual([]);
    }
  });

  it.runIf(sample.refused.length > 0)('is refused by go as it stands, and taken in the other case', () => {
    const at = laid(sample);
    for (const command of sample.refused) {
      expect(() => {
        type(command, at);
      }, command).toThrow();
      type(command, at, 'not');
    }
  });

  it.runIf(sample.refused.length > 0)('check and the doctor say so, too', async () => {
    // A warning where go builds from the vendor folder all the same.
    const isVendored = sample.files.some(({ name }) => name.startsWith('shows/vendor/'));
    const status = isVendored && !/^error /m.test(sample.found) ? 0 : 1;
    const shows = await both(sample, 'shows');
    // Where the graph cannot be loaded, check ends with that, too.
    if (status === 1) expect(shows.check, shows.words).not.toBe(0);
    else expect(shows.check, shows.words).not.toBe(1);
    expect(shows.doctor, shows.words).toBe(status);
    expect(shows.words).not.toContain('Nothing is wrong');
    const not = await both(sample, 'not');
    expect(not.words).not.toContain('go refuses');
  });
});

it('each code has a sample, and each sample a code', () => {
  const shown = [...new Set(samples.map((sample) => sample.code))];
  expect(shown.sort()).toEqual(Object.keys(meanings).sort());
});
