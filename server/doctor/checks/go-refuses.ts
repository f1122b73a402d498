/** Go's own verdict on go.mod and go.work, for what no other check names. */
import { toFault } from '../../../graph/fault.ts';
import { ownFlags } from '../../process/go-flags.ts';
import { wordsOf } from '../../project/machine.ts';
import { makeScratch } from '../../project/scratch.ts';
import { NotRun } from '../not-run.ts';
import type { Check } from '../types.ts';

/** `go list -m` on copies: it reads what is declared and loads no graph, so that it needs no network. */
export const goRefuses: Check = {
  codes: ['go-refuses'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    const env = await ground.settings();
    const scratch = unlessFull(() => makeScratch(project));
    try {
      const { folder, flags, gowork } = unlessFull(() => scratch.copy('doctor'));
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
            command: ground.inFolder(project.root, 'go', 'list', '-m'),
          },
        ];
      }
    } finally {
      scratch.remove();
    }
  },
};

/** A folder for temporary files that cannot be used is another check's finding. */
function unlessFull<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'write-failed') throw new NotRun(fault.message.replace(/\.$/, ''));
    throw fault;
  }
}
