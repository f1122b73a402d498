/** The git on the PATH: go fetches with it what no proxy has, and modscope reads revisions with it. */
import { toFault } from '../../../graph/fault.ts';
import { gitCommands } from '../../process/git-commands.ts';
import { NotRun } from '../not-run.ts';
import type { Check } from '../types.ts';

/**
 * Oldest that knows all we ask of it and is safe in a checkout of others: safe.directory came with 2.35.2 (CVE-2022-24765).
 */
const oldest = [2, 35, 2] as const;

export const git: Check = {
  codes: ['git-missing', 'git-old'],
  run: async (ground) => {
    let words: string;
    try {
      words = await ground.git(ground.start).text(gitCommands.version());
    } catch (error) {
      const fault = toFault(error);
      if (fault.code !== 'go-missing' && fault.code !== 'go-not-executable') throw fault;
      return [
        {
          code: 'git-missing',
          severity: 'warn',
          what: 'There is no git that can be run on the PATH.',
          why: 'go fetches with it the modules that no proxy has (GOPRIVATE, direct), and `modscope diff` reads revisions with it.',
          remedy: { words: '', command: install(ground.machine.platform) },
        },
      ];
    }
    const [, version = ''] = /^git version (\d+(?:\.\d+)*)/.exec(words) ?? [];
    if (version === '') throw new NotRun('git does not say its version');
    if (!isOlder(version.split('.').map(Number))) return [];
    return [
      {
        code: 'git-old',
        severity: 'warn',
        what: `git is ${version}, older than ${oldest.join('.')}.`,
        why: 'It may run programs that the configuration of a repository of others names (CVE-2022-24765); go and modscope run it in your checkouts.',
        remedy: { words: '', command: install(ground.machine.platform) },
      },
    ];
  },
};

function isOlder(version: readonly number[]): boolean {
  const at = oldest.findIndex((number, i) => (version[i] ?? 0) !== number);
  return at !== -1 && (version[at] ?? 0) < (oldest[at] ?? 0);
}

function install(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'brew install git';
  return platform === 'win32' ? 'winget install Git.Git' : 'sudo apt-get install git';
}
