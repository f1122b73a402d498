/** GO111MODULE=off: go passes over every go.mod. */
import { onMachine } from '../../../graph/remedy/words.ts';
import { unset } from '../user-env.ts';
import type { Check } from '../types.ts';

export const modulesOff: Check = {
  codes: ['modules-off'],
  run: async (ground) => {
    const { GO111MODULE } = await ground.settings();
    if (GO111MODULE !== 'off') return [];
    return [
      {
        code: 'modules-off',
        severity: 'error',
        what: 'GO111MODULE is off: go looks for packages in GOPATH, and reads no go.mod.',
        why: 'go commands that you type here fail, or build something else: modscope sets it on for the go that it runs.',
        remedy: onMachine('Unset GO111MODULE, so that go reads go.mod.', unset('GO111MODULE', ground.machine.platform)),
      },
    ];
  },
};
