/** `use` lines of a go.work: a folder that is not there, one folder or module twice, one inside another. */
import type { Proposal } from '../../../graph/remedy/proposal.ts';
import { inWords } from '../../../graph/remedy/words.ts';
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
      ...missing(uses),
      ...repeatedFolders(ground, root, uses),
      ...repeatedModules(uses, declared.mains),
      ...nested(uses),
    ];
  },
};

interface Use extends Member {
  /** As go.work writes it. */
  readonly use: string;
}

function missing(uses: readonly Use[]): Told[] {
  return uses
    .filter(({ folder }) => !existsSync(path.join(folder, 'go.mod')))
    .map(({ use, folder }) => ({
      code: 'workspace-use-missing',
      severity: 'error',
      what: existsSync(folder)
        ? `go.work uses ${use}, where there is no go.mod.`
        : `go.work uses ${use}, and there is no such folder.`,
      why: 'go refuses the whole workspace.',
      remedy: inWords('Restore its go.mod, or take the folder out of go.work.'),
      proposals: [
        {
          words: 'Restore its go.mod, or take the folder out of go.work, as this does.',
          steps: [{ do: 'edit', edits: [{ kind: 'drop-use', folder: use, file: 'go.work' }] }],
          refused: 'Restore its go.mod; the folder cannot be left out',
        },
      ],
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
      remedy: inWords('Keep one of the lines.'),
      proposals: [
        {
          words: 'Keep one of the lines: this takes the others out.',
          steps: [{ do: 'use', folders: [dotted(path.relative(root, folder))] }],
        },
      ],
    }));
}

function dotted(way: string): string {
  return way === '' ? '.' : way.startsWith('..') ? way : `./${way}`;
}

function repeatedModules(uses: readonly Use[], mains: readonly MainModule[]): Told[] {
  const folders = new Map<string, Set<string>>();
  for (const { path: module, dir } of mains) folders.set(module, (folders.get(module) ?? new Set()).add(dir));
  return [...folders]
    .filter(([, dirs]) => dirs.size > 1)
    .map(([module, dirs]) => ({
      code: 'workspace-use-repeated',
      severity: 'error',
      what: `go.work uses the module ${module} in more than one folder: ${[...dirs].join(', ')}.`,
      why: 'go refuses the whole workspace: a module can stand in one folder only.',
      remedy: inWords('Keep one of the folders.'),
      proposals: secondOut([...dirs].slice(1), uses),
    }));
}

/** By the very words of go.work: `-dropuse` knows no others. */
function secondOut(dirs: readonly string[], uses: readonly Use[]): Proposal[] {
  const [first, ...more] = uses
    .filter(({ dir }) => dirs.includes(dir))
    .map(({ use }) => ({ kind: 'drop-use', folder: use, file: 'go.work' }) as const);
  if (first === undefined) return [];
  return [
    { words: 'Keep one of the folders: this keeps the first.', steps: [{ do: 'edit', edits: [first, ...more] }] },
  ];
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
