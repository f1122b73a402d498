/** A repository that belongs to another user, as in a container: git refuses to read it, and go fails with it. */
import { toFault } from '../../../graph/fault.ts';
import { gitCommands } from '../../process/git-commands.ts';
import { realOr } from '../../project/by-link.ts';
import { distrustedFolder, trustCommand } from '../../project/revision-name.ts';
import { NotRun } from '../not-run.ts';
import type { Check } from '../types.ts';

export const gitOwner: Check = {
  codes: ['git-owner'],
  run: async (ground) => {
    try {
      await ground.git(realOr(ground.start)).text(gitCommands.topLevel());
      return [];
    } catch (error) {
      const fault = toFault(error);
      if (fault.code === 'go-missing' || fault.code === 'go-not-executable') throw new NotRun('there is no git');
      if (fault.code !== 'go-failed') throw fault;
      const folder = distrustedFolder(fault.detail ?? '');
      if (folder === undefined) return [];
      return [
        {
          code: 'git-owner',
          severity: 'warn',
          what: `git does not trust the owner of ${folder}: the repository belongs to another user.`,
          why: '`modscope diff` can read no revision, and `go build` fails with "error obtaining VCS status" unless -buildvcs=false is set. If you trust what is in it, tell git so.',
          remedy: { words: '', command: trustCommand(folder) },
        },
      ];
    }
  },
};
