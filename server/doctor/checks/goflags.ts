/** Flags in GOFLAGS that change what go loads, or run a program. */
import { onMachine } from '../../../graph/remedy/words.ts';
import { flagsOf } from '../../process/go-flags.ts';
import { set, unset } from '../user-env.ts';
import type { Check } from '../types.ts';

const effects: readonly (readonly [RegExp, string])[] = [
  [/^--?mod(?:=|$)/, 'says whether go may edit go.mod, and whether it reads the vendor folder'],
  [/^--?modfile(?:=|$)/, 'puts another file in the place of go.mod'],
  [/^--?overlay(?:=|$)/, 'puts other files in the place of those on the disk'],
  [/^--?toolexec(?:=|$)/, 'runs a program around each tool of a build'],
];

export const goflags: Check = {
  codes: ['goflags'],
  run: async (ground) => {
    const { platform } = ground.machine;
    const flags = flagsOf((await ground.settings()).GOFLAGS);
    const changing = flags.flatMap((flag) => {
      const effect = effects.find(([form]) => form.test(flag))?.[1];
      return effect === undefined ? [] : [{ flag, effect }];
    });
    if (changing.length === 0) return [];
    const isModFile = (flag: string): boolean => /^--?modfile=/.test(flag);
    const names = changing.map(({ flag }) => flag);
    const obeyed = names.filter(isModFile);
    const setAside = names.filter((flag) => !isModFile(flag));
    const rest = flags.filter((flag) => changing.every((one) => one.flag !== flag));
    return [
      {
        code: 'goflags',
        severity: setAside.length === 0 ? 'info' : 'warn',
        what: `GOFLAGS has ${changing.map(({ flag, effect }) => `${flag}, which ${effect}`).join('; ')}.`,
        why: [
          ...(obeyed.length === 0
            ? []
            : [`modscope obeys ${obeyed.join(', ')}, as go does; \`--modfile go.mod\` reads go.mod.`]),
          ...(setAside.length === 0
            ? []
            : [
                `modscope sets ${setAside.join(', ')} aside; each go command that you type obeys ${setAside.length === 1 ? 'it' : 'them'}.`,
              ]),
        ].join(' '),
        remedy: onMachine(
          'This takes these flags out of GOFLAGS.',
          rest.length === 0 ? unset('GOFLAGS', platform) : set('GOFLAGS', `'${rest.join(' ')}'`, platform),
        ),
      },
    ];
  },
};
