/** Where a command of a remedy is typed, and which file it edits. */
import type { MainModule, Snapshot } from '../snapshot/types.ts';
import type { Proposal } from './proposal.ts';
import type { Step } from './steps.ts';

/** `go.mod`, or `app/go.mod` of a member of a workspace. */
export function goModOf({ dir }: Pick<MainModule, 'dir'>): string {
  return dir === '.' ? 'go.mod' : `${dir}/go.mod`;
}

/** `go get` edits one go.mod: in a workspace that of the module that requires the path, else of the first. */
export function getStep({ work, mains }: Snapshot, path: string, version: string): Step {
  const requiring = mains.find((main) => main.require.some((line) => line.path === path)) ?? mains[0];
  return { do: 'get', dir: work === undefined ? '.' : (requiring?.dir ?? '.'), path, version };
}

/** The folder for a command on one main module. */
export function dirOf({ work }: Snapshot, main: Pick<MainModule, 'dir'> | undefined): string {
  return work === undefined ? '.' : (main?.dir ?? '.');
}

/** `go work edit -dropuse` goes by the very words of the line: with `./` before them, or without. */
export function useDropped(dir: string, words: string, refused?: string): Proposal[] {
  const forms = /^(?:\.|\/)/.test(dir) ? [dir] : [`./${dir}`, dir];
  return forms.map((folder) => ({
    words,
    steps: [{ do: 'edit', edits: [{ kind: 'drop-use', folder, file: 'go.work' }] }],
    ...(refused === undefined ? {} : { refused }),
  }));
}
