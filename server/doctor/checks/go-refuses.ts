/** Go's own verdict on go.mod and go.work, for what no other check names. */
import { inWords } from '../../../graph/remedy/words.ts';
import type { Proposal } from '../../../graph/remedy/proposal.ts';
import { toFault } from '../../../graph/fault.ts';
import { ownFlags } from '../../process/go-flags.ts';
import { wordsOf } from '../../project/machine.ts';
import { makeScratch } from '../../project/scratch.ts';
import type { Project } from '../../project/find.ts';
import { NotRun } from '../not-run.ts';
import type { Check } from '../types.ts';

/** `go list -m` on copies: it reads what is declared and loads no graph, so that it needs no network. */
export const goRefuses: Check = {
  codes: ['go-refuses'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    const env = await ground.settings();
    let scratch: ReturnType<typeof makeScratch>;
    try {
      scratch = makeScratch(project);
    } catch (error) {
      throw new NotRun(toFault(error).message);
    }
    try {
      const { folder, flags, gowork } = scratch.copy('doctor');
      const GOFLAGS = ownFlags(env.GOFLAGS, 'readonly');
      try {
        await ground.go.text(project.root, ['list', '-m', ...flags], {
          GOWORK: gowork,
          GOFLAGS,
          GOPROXY: 'off',
          GOSUMDB: 'off',
        });
        return [];
      } catch (error) {
        const fault = toFault(error);
        if (fault.detail === undefined) throw fault;
        if (/lookup disabled by GOPROXY=off/.test(fault.detail)) {
          throw new NotRun('go.mod names a version that only the network can tell');
        }
        const words = wordsOf({ project, env, mains: declared.mains, scratch: [folder, scratch.folder] });
        const text = words(fault.detail).trim();
        return [
          {
            code: 'go-refuses',
            severity: 'error',
            what: text.replace(/\s*\n\s*/g, ' ').slice(0, 600),
            why: 'These are the words of `go list -m`: until it succeeds, no go command loads this module.',
            remedy: inWords('go.mod or go.work has to be changed until go takes it.'),
            proposals: mending(project),
          },
        ];
      }
    } finally {
      scratch.remove();
    }
  },
};

/** What go itself mends: which of these it is, trying tells. */
function mending({ work, members }: Project): Proposal[] {
  const tidy = (dir: string): Proposal => ({
    words: 'This writes go.mod as go wants it.',
    steps: [{ do: 'tidy', dir }],
  });
  if (work === undefined) return [tidy('.')];
  return [
    { words: 'This writes go.work as go wants it.', steps: [{ do: 'use', folders: [] }] },
    ...members.slice(0, mostMembers).map(({ dir }) => tidy(dir)),
  ];
}

/** Each is tried in its turn. */
const mostMembers = 5;
