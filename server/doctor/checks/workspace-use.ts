/** `use` lines of a go.work: a folder that is not there, one folder or module twice, one inside another. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import type { Member } from '../../project/find.ts';
import type { Ground } from '../ground.ts';
import type { Check, Told } from '../types.ts';

export const workspaceUse: Check = {
  codes: ['workspace-use-missing', 'workspace-use-repeated', 'workspace-use-nested'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    if (project.work === undefined) return [];
    const { root, members } = project;
    const uses = members.map((member, i) => ({ ...member, use: project.work?.use[i] ?? member.dir }));
    return [
      ...missing(ground, root, uses),
      ...repeatedFolders(ground, root, uses),
      ...repeatedModules(ground, root, declared.mains),
      ...nested(uses),
    ];
  },
};

interface Use extends Member {
  /** As go.work writes it. */
  readonly use: string;
}

function missing(ground: Ground, root: string, uses: readonly Use[]): Told[] {
  return uses
    .filter(({ folder }) => !existsSync(path.join(folder, 'go.mod')))
    .map(({ use, folder }) => ({
      code: 'workspace-use-missing',
      severity: 'error',
      what: existsSync(folder)
        ? `go.work uses ${use}, where there is no go.mod.`
        : `go.work uses ${use}, and there is no such folder.`,
      why: 'go refuses the whole workspace.',
      remedy: { words: '', command: ground.inFolder(root, 'go', 'work', 'edit', `-dropuse=${use}`) },
    }));
}

/** Go compares clean paths (modload, loadWorkFile); links are not resolved there. */
function repeatedFolders(ground: Ground, root: string, uses: readonly Use[]): Told[] {
  const lines = new Map<string, string[]>();
  for (const { folder, use } of uses) lines.set(folder, [...(lines.get(folder) ?? []), use]);
  return [...lines]
    .filter(([, all]) => all.length > 1)
    .map(([folder, all]) => ({
      code: 'workspace-use-repeated',
      severity: 'error',
      what: `go.work uses the folder ${ground.shown(root, folder)} ${String(all.length)} times: ${all.join(', ')}.`,
      why: 'go refuses the whole workspace.',
      // Drops every line of a folder and leaves one.
      remedy: { words: '', command: ground.inFolder(root, 'go', 'work', 'use', dotted(path.relative(root, folder))) },
    }));
}

function dotted(way: string): string {
  return way === '' ? '.' : way.startsWith('..') ? way : `./${way}`;
}

function repeatedModules(ground: Ground, root: string, mains: readonly MainModule[]): Told[] {
  const folders = new Map<string, Set<string>>();
  for (const { path: module, dir } of mains) folders.set(module, (folders.get(module) ?? new Set()).add(dir));
  return [...folders]
    .filter(([, dirs]) => dirs.size > 1)
    .map(([module, dirs]) => ({
      code: 'workspace-use-repeated',
      severity: 'error',
      what: `go.work uses the module ${module} in more than one folder: ${[...dirs].join(', ')}.`,
      why: 'go refuses the whole workspace: a module can stand in one folder only.',
      remedy: {
        words: '',
        command: ground.inFolder(
          root,
          'go',
          'work',
          'edit',
          ...[...dirs].slice(1).map((dir) => `-dropuse=${dotted(dir)}`),
        ),
      },
    }));
}

function nested(uses: readonly Use[]): Told[] {
  const pairs = uses.flatMap((outer) =>
    uses
      .filter(({ folder }) => folder !== outer.folder && folder.startsWith(`${outer.folder}${path.sep}`))
      .map((inner) => ({ outer, inner })),
  );
  const [first, ...more] = pairs;
  if (first === undefined) return [];
  const others = more.length === 0 ? '' : ` and ${String(more.length)} more such`;
  return [
    {
      code: 'workspace-use-nested',
      severity: 'info',
      what: `go.work uses ${first.outer.use}, and ${first.inner.use} inside it${others}.`,
      why: 'Go allows that: the inner one is a module of its own, and `./...` of the outer one does not enter it.',
    },
  ];
}
