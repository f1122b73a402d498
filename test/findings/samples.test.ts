/** Every finding, shown by a module of its own, loaded with the real go from a module proxy in a folder. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain } from '../../cli/text/plain.ts';
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

/** What `modscope findings` says of the sample's code in a folder, in the words of its text. */
async function told({ code, args }: FindingSample, cwd: string): Promise<string> {
  const { out, err } = await modscope(['findings', '--json', ...args], { cwd });
  expect(out, err).not.toBe('');
  const found: unknown = JSON.parse(out);
  return (found as Finding[])
    .filter((one) => one.code === code)
    .map(
      ({ severity, subject, evidence, remedy }) =>
        `${severity.padEnd(5)}  ${code}  ${plain(subject)}\n       ${plain(evidence)}\n       → ${plain(remedy)}\n`,
    )
    .join('\n');
}

/** The sample in a folder of its own, and go set to read from its proxy alone. */
function laid(sample: FindingSample): string {
  const folder = temporaryFolder();
  for (const [name, value] of Object.entries(layFindingSample(sample, folder))) vi.stubEnv(name, value);
  return folder;
}

describe.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
  it('is found as it stands in the sample, goes away by its remedy, and is not found in the other case', async () => {
    const folder = laid(sample);
    const shows = path.join(folder, 'shows');
    const found = await told(sample, shows);
    expect(found).not.toBe('');
    await expect(sample.textWith(found)).toMatchFileSnapshot(sample.file);
    expect(await told(sample, path.join(folder, 'not'))).toBe('');
    for (const command of sample.mend) {
      expect(found).toContain(`\`${command}\``);
      const [program = '', ...args] = command.split(' ');
      expect(program).toBe('go');
      execFileSync(program, args, { cwd: shows, stdio: 'pipe' });
    }
    if (sample.mend.length > 0) expect(await told(sample, shows)).toBe('');
  });
});

/** Codes of what the load does not bring yet; tests of graph/findings/ show them on models. Each leaves when its sample comes. */
const withoutSample = [
  'deprecated',
  'proxy-settings',
  'pruned-frontier',
  'selected-retracted',
  'toolchain-mismatch',
  'update-available',
  'vulnerable',
];

it('each code has a sample, and each sample a code', () => {
  const shown = [...new Set(samples.map((sample) => sample.code))];
  expect([...shown, ...withoutSample].sort()).toEqual(Object.keys(meanings).sort());
});
