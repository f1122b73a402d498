/** A go.work from a folder above the module: it changes which modules are loaded, and whether. */
import { inWords, onMachine } from '../../../graph/remedy/words.ts';
import path from 'node:path';
import { existsSync, realpathSync } from 'node:fs';
import type { Project } from '../../project/find.ts';
import type { Ground } from '../ground.ts';
import type { Check, Told } from '../types.ts';

export const gowork: Check = {
  codes: ['workspace-above', 'workspace-elsewhere'],
  patience: 120_000,
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
      remedy: onMachine('This shows the module by itself.', 'modscope --gowork off'),
    },
  ];
}

async function above(ground: Ground): Promise<Told[]> {
  const { project } = await ground.declared();
  const named = (process.env['GOWORK'] ?? '') !== '' || ground.options.gowork !== 'auto';
  if (project.work === undefined) {
    const elsewhere = project.elsewhere === undefined ? undefined : (await ground.settings()).GOWORK;
    if (elsewhere === undefined) return [];
    const folder = path.dirname(realpathSync(elsewhere));
    const own = path.relative(folder, project.root);
    const words = await refused(ground);
    // What go says of a module that is not used is said here already; anything else is wrong with the go.work itself.
    const broken = words !== undefined && !words.includes('does not contain modules listed in go.work');
    return [
      {
        code: 'workspace-elsewhere',
        severity: words === undefined ? 'warn' : 'error',
        what: `${elsewhere} is in force here, and does not use this module.${broken ? ` go says: ${words.replace(/\s*\n\s*/g, ' ')}` : ''}`,
        why: `modscope shows the module by itself; go commands that you type here ${words === undefined ? 'answer for the modules of that workspace, or fail' : 'fail'}.`,
        remedy: inWords(
          named
            ? 'With GOWORK=off a go command answers for this module by itself.'
            : broken
              ? 'Mend that go.work; with GOWORK=off a go command answers for this module by itself.'
              : 'Add the module to that go.work, or set GOWORK=off for this module.',
        ),
        ...(named
          ? {}
          : {
              at: folder,
              proposals: [
                {
                  words: 'This adds the module to that go.work; with GOWORK=off a go command answers for it by itself.',
                  steps: [{ do: 'use', folders: [own.startsWith('..') ? project.root : `./${own}`] }],
                },
              ],
            }),
      },
    ];
  }
  const module = nearestModule(ground.start);
  if (module === undefined || module === project.root || !isBelow(project.root, module)) return [];
  return [
    {
      code: 'workspace-above',
      severity: 'info',
      what: `${project.gowork} is in force here${project.members.length === 1 ? ', with this module alone.' : `: ${String(project.members.length)} modules are loaded together, and ${ground.shown(project.root, module)} is one of them.`}`,
      why: 'Versions are selected for all of them at once; the module alone, as its users get it, may select others.',
      remedy: onMachine('This shows the module by itself.', 'modscope --gowork off'),
    },
  ];
}

/** Go's words where it refuses `./...` with that go.work. */
async function refused(ground: Ground): Promise<string | undefined> {
  const { verdict } = await ground.judged();
  if (verdict?.build.state !== 'refused') return undefined;
  return verdict.build.refusals.find(({ code }) => code === 'workspace-elsewhere')?.text;
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
