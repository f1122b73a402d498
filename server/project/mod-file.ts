/** Another file in the place of go.mod: --modfile, or -modfile in the user's GOFLAGS. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { GoEnv } from '../process/go-env.ts';
import { modFileIn } from '../process/go-flags.ts';
import { findProject, type Project } from './find.ts';
import { realOr } from './by-link.ts';
import type { LoadOptions } from './types.ts';

/**
 * The project of `start`, with the go.mod that is to be read for it. As for go (modload/init.go): the root is where go.mod
 * is all the same, its go.sum is the file with `.sum` in the place of `.mod`, and in a workspace there is no such thing.
 * `env`: what go says there, where it could be asked. Throws the Faults of findProject, and 'usage' or 'bad-input' for a file that
 * go would refuse.
 */
export function projectOf(start: string, options: Pick<LoadOptions, 'gowork' | 'modfile'>, env?: GoEnv): Project {
  const project = findProject(start, options.gowork, env?.GOWORK);
  const file = chosenModFile(start, options, env);
  if (file === undefined) return project;
  const by = options.modfile === undefined ? 'GOFLAGS' : '--modfile';
  if (project.work !== undefined) {
    throw new Fault('usage', `${by} names ${file.name}, and go takes no -modfile in a workspace (${project.gowork}).`, {
      hint:
        options.modfile === undefined
          ? '`--gowork off` looks at the module by itself.'
          : 'Leave --modfile out, or look at the module by itself with `--gowork off`.',
    });
  }
  if (!file.absolute.endsWith('.mod')) {
    throw new Fault('usage', `${by} names ${file.name}, whose name does not end in .mod: go refuses it.`);
  }
  if (!existsSync(file.absolute)) {
    throw new Fault(
      'bad-input',
      `There is no file ${file.absolute}, which ${by === 'GOFLAGS' ? 'GOFLAGS (-modfile)' : by} names.`,
      {
        hint:
          by === 'GOFLAGS'
            ? '`--modfile go.mod` reads the go.mod of the folder instead.'
            : 'It is relative to the current folder, or to that of -C.',
      },
    );
  }
  return realOr(file.absolute) === realOr(path.join(project.root, 'go.mod'))
    ? project
    : { ...project, modFile: file.absolute };
}

interface Chosen {
  /** As it was written. */
  readonly name: string;
  readonly absolute: string;
}

/** The file that an option or the user's settings name, where one does. go takes the latter from the folder it is typed in. */
function chosenModFile(
  start: string,
  { modfile }: Pick<LoadOptions, 'modfile'>,
  env: GoEnv | undefined,
): Chosen | undefined {
  if (modfile !== undefined) return { name: path.basename(modfile), absolute: modfile };
  const name = env === undefined ? undefined : modFileIn(env.GOFLAGS);
  return name === undefined ? undefined : { name, absolute: path.resolve(start, name) };
}

/** The go.mod that is read for the root. */
export function goModOf({ root, modFile }: Pick<Project, 'root' | 'modFile'>): string {
  return modFile ?? path.join(root, 'go.mod');
}

/** The go.sum beside it (modload/init.go, WriteGoMod: `.mod` becomes `.sum`). */
export function goSumOf({ root, modFile }: Pick<Project, 'root' | 'modFile'>): string {
  return sumBeside(modFile ?? path.join(root, 'go.mod'));
}

/** The files in which go looks for sums, in its order: go.sum, or go.work.sum and those of the members. */
export function sumFilesOf(project: Project): string[] {
  const { gowork, work, members } = project;
  return work === undefined
    ? [goSumOf(project)]
    : [`${gowork}.sum`, ...members.map(({ folder }) => path.join(folder, 'go.sum'))];
}

export function sumBeside(modFile: string): string {
  return modFile.replace(/\.mod$/, '.sum');
}

/** Said to the user: which file stands in the place of go.mod, and why. */
export function modFileNote({ root, modFile }: Project, options: Pick<LoadOptions, 'modfile'>): string[] {
  if (modFile === undefined) return [];
  const name = path.relative(root, modFile);
  return [
    options.modfile === undefined
      ? `GOFLAGS names ${name}, which is read in the place of go.mod, as go does; \`--modfile go.mod\` reads go.mod.`
      : `${name} is read in the place of go.mod.`,
  ];
}
