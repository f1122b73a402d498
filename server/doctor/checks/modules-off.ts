/** GO111MODULE=off: go passes over every go.mod. */
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
        severity: 'warn',
        what: 'GO111MODULE is off: go looks for packages in GOPATH, and reads no go.mod.',
        why: 'modscope sets it on for the go that it runs, so what it shows is not what your builds use.',
        remedy: { words: '', command: unset('GO111MODULE', ground.machine.platform) },
      },
    ];
  },
};
