/** Replacements in a workspace that go refuses: two members that do not agree, and a member that is replaced itself. */
import path from 'node:path';
import { joinName } from '../../../graph/model/name.ts';
import type { MainModule, Workspace } from '../../../graph/snapshot/types.ts';
import type { Ground } from '../ground.ts';
import type { Check, Told } from '../types.ts';

export const workspaceReplace: Check = {
  codes: ['workspace-replace-conflict', 'workspace-main-replaced'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    const { work, mains } = declared;
    if (work === undefined) return [];
    return [...conflicts(ground, project.root, work, mains), ...replacedMains(ground, project.root, work, mains)];
  },
};

/**
 * modload/init.go, makeMainModules: one path and version replaced by two, folders made absolute first; a replace line of
 * go.work for the path settles it.
 */
function conflicts(ground: Ground, root: string, work: Workspace, mains: readonly MainModule[]): Told[] {
  const settled = new Set(work.replace.map(({ old }) => old.path));
  const met = new Map<string, Map<string, string>>();
  for (const { dir, replace } of mains) {
    for (const { old, new: by } of replace) {
      if (settled.has(old.path)) continue;
      const key = nameOf(old);
      const target = by.version === undefined ? folderOf(root, dir, by.path) : nameOf(by);
      met.set(key, (met.get(key) ?? new Map<string, string>()).set(target, dir));
    }
  }
  return [...met]
    .filter(([, targets]) => targets.size > 1)
    .map(([key, targets]) => {
      const [[first] = ['']] = [...targets];
      const all = [...targets].map(([target, dir]) => `${target} (${dir}/go.mod)`);
      return {
        code: 'workspace-replace-conflict',
        severity: 'error',
        what: `The members of go.work replace ${key} by different things: ${all.join(', ')}.`,
        why: 'go refuses the whole workspace until go.work itself says which it is.',
        remedy: { words: '', command: ground.inFolder(root, 'go', 'work', 'edit', `-replace=${key}=${first}`) },
      };
    });
}

function nameOf({ path: module, version }: { readonly path: string; readonly version?: string }): string {
  return version === undefined ? module : joinName(module, version);
}

/** From the folder of go.work, as a line there would say it. */
function folderOf(root: string, dir: string, folder: string): string {
  if (path.isAbsolute(folder)) return folder;
  const way = path
    .relative(root, path.resolve(root, dir, folder))
    .split(path.sep)
    .join('/');
  return way.startsWith('../') || way === '..' ? way : `./${way}`;
}

function replacedMains(ground: Ground, root: string, work: Workspace, mains: readonly MainModule[]): Told[] {
  const members = new Set(mains.map((main) => main.path));
  return work.replace
    .filter(({ old }) => old.version === undefined && members.has(old.path))
    .map(({ old }) => ({
      code: 'workspace-main-replaced',
      severity: 'error',
      what: `go.work replaces ${old.path}, which is one of its own modules.`,
      why: 'go refuses the whole workspace: a member stands for its module at every version.',
      remedy: { words: '', command: ground.inFolder(root, 'go', 'work', 'edit', `-dropreplace=${old.path}`) },
    }));
}
