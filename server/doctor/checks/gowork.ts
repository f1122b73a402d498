/** A go.work from a folder above the module: it changes which modules are loaded, and whether. */
import path from 'node:path';
import { existsSync, realpathSync } from 'node:fs';
import type { Project } from '../../project/find.ts';
import type { Ground } from '../ground.ts';
import type { Check, Told } from '../types.ts';

export const gowork: Check = {
  codes: ['workspace-above', 'workspace-elsewhere'],
  run: async (ground) => [...foreign((await ground.declared()).project), ...(await above(ground))],
};

/** Whoever may write a go.work above chooses what is loaded. */
function foreign({ foreign: what }: Project): Told[] {
  if (what === undefined) return [];
  const why =
    'A go.work counts in every folder below it: its use and replace lines choose what is loaded and built there.';
  return [
    {
      code: 'workspace-above',
      severity: 'warn',
      what,
      why,
      remedy: { words: '', command: 'modscope --gowork off', tried: 'in tests' },
    },
  ];
}

async function above(ground: Ground): Promise<Told[]> {
  const { project } = await ground.declared();
  const named = (process.env['GOWORK'] ?? '') !== '' || ground.options.gowork !== 'auto';
  if (project.work === undefined) {
    const elsewhere = project.note === undefined ? undefined : (await ground.settings()).GOWORK;
    if (elsewhere === undefined) return [];
    const folder = path.dirname(realpathSync(elsewhere));
    const own = path.relative(folder, project.root);
    return [
      {
        code: 'workspace-elsewhere',
        severity: 'warn',
        what: `${elsewhere} is in force here, and does not use this module.`,
        why: 'modscope shows the module by itself; go commands that you type here fail, or answer for the modules of that workspace.',
        remedy: {
          words: '',
          command: named
            ? 'GOWORK=off go list -m all'
            : ground.inFolder(folder, 'go', 'work', 'use', own.startsWith('..') ? project.root : `./${own}`),
        },
      },
    ];
  }
  const module = nearestModule(ground.start);
  if (module === undefined || module === project.root || !isBelow(project.root, module)) return [];
  return [
    {
      code: 'workspace-above',
      severity: 'info',
      what: `${project.gowork} is in force here: ${String(project.members.length)} modules are loaded together, and ${ground.shown(project.root, module)} is one of them.`,
      why: 'Versions are selected for all of them at once; the module alone, as its users get it, may select others.',
      remedy: { words: '', command: 'modscope --gowork off' },
    },
  ];
}

function nearestModule(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'go.mod'))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

function isBelow(folder: string, inner: string): boolean {
  const way = path.relative(folder, inner);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}
