/** The folder was named by a symbolic link: go in a shell may stand in another place than modscope. */
import { onMachine } from '../../../graph/remedy/words.ts';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { typed } from '../../../graph/remedy/typed.ts';
import { goCommands } from '../../process/go-commands.ts';
import type { Declared } from '../../project/declared.ts';
import type { Project } from '../../project/find.ts';
import type { Ground } from '../ground.ts';
import type { Check } from '../types.ts';

const places = v.object({ GOMOD: v.optional(v.string(), ''), GOWORK: v.optional(v.string(), '') });

export const byLink: Check = {
  codes: ['folder-by-link'],
  run: async (ground) => {
    const { named, start } = ground;
    if (named === start) return [];
    const { project, declared } = await ground.declared();
    await ground.settings();
    const differs = [...(await otherFiles(ground)), ...otherReplacements(named, start, project, declared)];
    return [
      {
        code: 'folder-by-link',
        severity: differs.length > 0 ? 'warn' : 'info',
        what: `${named} is a link, or below one: it is ${start}.${differs.length > 0 ? ` From there, ${differs.join('; ')}.` : ''}`,
        why:
          differs.length > 0
            ? 'go typed in a shell counts folders upwards from the name of the link, modscope from the folder itself: they load different things.'
            : 'go and modscope find the same files both ways; messages name the folder itself.',
        remedy: onMachine('Stand in the folder itself.', typed('cd', start)),
      },
    ];
  },
};

/** go believes PWD where it names the folder that it stands in (os.Getwd). */
async function otherFiles(ground: Ground): Promise<string[]> {
  const ask = async (pwd: string): Promise<v.InferOutput<typeof places>> => {
    const env = { PWD: pwd, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' };
    const words = await ground.go.text(ground.start, goCommands.env(['GOMOD', 'GOWORK']), env);
    return v.parse(places, JSON.parse(words));
  };
  const [byName, byFolder] = await Promise.all([ask(ground.named), ask(ground.start)]);
  return (['GOMOD', 'GOWORK'] as const).flatMap((name) =>
    realOr(byName[name]) === realOr(byFolder[name])
      ? []
      : [`${name} is ${byName[name] || 'empty'} by the link and ${byFolder[name] || 'empty'} by the folder`],
  );
}

/** `replace … => ../x` is counted from the go.mod by its name (modload joins the words, and resolves no link). */
function otherReplacements(named: string, start: string, project: Project, { mains }: Declared): string[] {
  const inside = path.relative(project.root, start);
  // The name of the root, where the user stands below it by folders alone.
  const root = inside === '' ? named : path.resolve(named, path.relative(start, project.root));
  return mains.flatMap(({ dir, replace }) =>
    replace
      .filter(({ new: by }) => by.version === undefined && !path.isAbsolute(by.path))
      .filter(
        ({ new: by }) => realOr(path.resolve(root, dir, by.path)) !== realOr(path.resolve(project.root, dir, by.path)),
      )
      .map(({ old, new: by }) => `the replacement ${by.path} of ${old.path} is another folder`),
  );
}

function realOr(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
