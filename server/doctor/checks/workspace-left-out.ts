/** Modules below a go.work that it does not use. */
import { inWords } from '../../../graph/remedy/words.ts';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { readText } from '../../project/read-text.ts';
import type { Check } from '../types.ts';

/** Folders that a sentence and a command name. */
const mostNamed = 8;

export const workspaceLeftOut: Check = {
  codes: ['workspace-left-out'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    const { root, work } = project;
    if (work === undefined) return [];
    const used = new Set(project.members.map(({ folder }) => realOr(folder)));
    const { modules } = await ground.walked();
    const own = new Set(declared.mains.map((main) => main.path));
    // One of a path that a member has cannot be added.
    const left = modules.filter((folder) => !used.has(folder) && !own.has(moduleIn(folder) ?? ''));
    if (left.length === 0) return [];
    const required = new Set(declared.mains.flatMap((main) => main.require.map((one) => one.path)));
    const asked = left.filter((folder) => required.has(moduleIn(folder) ?? ''));
    const names = (folders: readonly string[]): string =>
      folders
        .slice(0, mostNamed)
        .map((folder) => ground.shown(root, folder))
        .join(', ') + (folders.length > mostNamed ? ` and ${String(folders.length - mostNamed)} more` : '');
    const named = asked.length > 0 ? asked : left;
    return [
      {
        code: 'workspace-left-out',
        severity: asked.length > 0 ? 'warn' : 'info',
        what: `${String(left.length)} ${left.length === 1 ? 'module' : 'modules'} below go.work ${left.length === 1 ? 'is' : 'are'} not used by it: ${names(left)}.`,
        why:
          asked.length > 0
            ? `Members require ${names(asked)}: go takes the published version, not the folder.`
            : 'go commands there answer for the workspace or fail, and `./...` does not enter them.',
        remedy: inWords('Add them to go.work, where they are to be built together.'),
        proposals: [
          {
            words: 'This adds them to go.work, where they are to be built together.',
            steps: [{ do: 'use', folders: named.slice(0, mostNamed).map((folder) => `./${shown(root, folder)}`) }],
            refused: 'They cannot be added to go.work as they are',
          },
        ],
      },
    ];
  },
};

/** With `/`, as go.work names it. */
function shown(root: string, folder: string): string {
  return path.relative(root, folder).split(path.sep).join('/');
}

function moduleIn(folder: string): string | undefined {
  try {
    return readGoMod(readText(path.join(folder, 'go.mod'))).main.path;
  } catch {
    return undefined;
  }
}

function realOr(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
