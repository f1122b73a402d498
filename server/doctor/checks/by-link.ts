/** The folder was named by a symbolic link: go finds other things by that name than from the folder itself. */
import { onMachine } from '../../../graph/remedy/words.ts';
import * as v from 'valibot';
import { typed } from '../../../graph/remedy/typed.ts';
import { goCommands } from '../../process/go-commands.ts';
import { realOr, replacementsByLink } from '../../project/by-link.ts';
import type { Ground } from '../ground.ts';
import type { Check } from '../types.ts';

const places = v.object({ GOMOD: v.optional(v.string(), ''), GOWORK: v.optional(v.string(), '') });

export const byLink: Check = {
  codes: ['folder-by-link'],
  run: async (ground) => {
    const { start } = ground;
    const real = realOr(start);
    if (real === start) return [];
    const { project, declared } = await ground.declared();
    await ground.settings();
    const differs = [...(await otherFiles(ground, real)), ...replacementsByLink(start, real, project.root, declared)];
    return [
      {
        code: 'folder-by-link',
        severity: differs.length > 0 ? 'warn' : 'info',
        what: `${start} is a link, or below one: it is ${real}.${differs.length > 0 ? ` From there, ${differs.join('; ')}.` : ''}`,
        why:
          differs.length > 0
            ? 'modscope, like go typed in a shell, counts folders upwards from the name of the link; an editor, `go -C` and whatever stands in the folder itself count from there: they load different things.'
            : 'go finds the same files by the link and by the folder itself.',
        remedy: onMachine('Stand in the folder itself.', typed('cd', real)),
      },
    ];
  },
};

/** go believes PWD where it names the folder that it stands in (os.Getwd). */
async function otherFiles(ground: Ground, real: string): Promise<string[]> {
  const ask = async (pwd: string): Promise<v.InferOutput<typeof places>> => {
    const env = { PWD: pwd, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' };
    const words = await ground.go.text(ground.start, goCommands.env(['GOMOD', 'GOWORK']), env);
    return v.parse(places, JSON.parse(words));
  };
  const [byName, byFolder] = await Promise.all([ask(ground.start), ask(real)]);
  return (['GOMOD', 'GOWORK'] as const).flatMap((name) =>
    realOr(byName[name]) === realOr(byFolder[name])
      ? []
      : [`${name} is ${byName[name] || 'empty'} by the link and ${byFolder[name] || 'empty'} by the folder`],
  );
}
