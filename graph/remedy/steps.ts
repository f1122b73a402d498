/** Commands that a remedy may name, as data: what is typed and what is run are made of the same step. */
import { joinName } from '../model/name.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import type { FileEdit } from './types.ts';
import { typed } from './typed.ts';

/** Folders are relative to the root of the project, with `/`; `.` is the root. */
export type Step =
  /** One or more edits of one file: go.mod of the root or of a member, or go.work. */
  | { readonly do: 'edit'; readonly edits: readonly [FileEdit, ...FileEdit[]] }
  /** `version` may be `latest`: it is resolved before it is tried, and what is typed names what came of it. */
  | { readonly do: 'get'; readonly dir: string; readonly path: string; readonly version: string }
  | { readonly do: 'tidy'; readonly dir: string }
  | { readonly do: 'vendor'; readonly of: 'mod' | 'work' }
  | { readonly do: 'sync' }
  /** `go work use`: of these folders, or of those that go.work has. */
  | { readonly do: 'use'; readonly folders: readonly string[] }
  /** `go mod download`: of a module version, or of all that the graph needs. */
  | { readonly do: 'download'; readonly module?: ModuleRef & { readonly version: string } };

/** The words after `go`, for the folder of go.mod or go.work. */
function wordsOfStep(step: Step): string[] {
  switch (step.do) {
    case 'edit': {
      const [{ file }] = step.edits;
      const flags = step.edits.map(flagOf);
      if (file === 'go.work') return ['work', 'edit', ...flags];
      return ['mod', 'edit', ...flags, ...(file === 'go.mod' ? [] : [file])];
    }
    case 'get':
      return [...inFolder(step.dir), 'get', `${step.path}@${step.version}`];
    case 'tidy':
      return [...inFolder(step.dir), 'mod', 'tidy'];
    case 'vendor':
      return [step.of, 'vendor'];
    case 'sync':
      return ['work', 'sync'];
    case 'use':
      return ['work', 'use', ...step.folders];
    case 'download':
      return [
        'mod',
        'download',
        ...(step.module === undefined ? [] : [joinName(step.module.path, step.module.version)]),
      ];
  }
}

/** All of them as one line for a shell, each only after the one before it succeeded. */
export function commandOf(steps: readonly Step[]): string {
  return steps.map((step) => typed('go', ...wordsOfStep(step))).join(' && ');
}

/** Modules that the steps set to a version: a remedy after which they have left the build list does not do what it says. */
export function pathsSet(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.do === 'get') return step.version === 'none' ? [] : [step.path];
    return step.do === 'edit' ? step.edits.flatMap((edit) => (edit.kind === 'require' ? [edit.path] : [])) : [];
  });
}

/** A member, a requirement or what stands for a module is gone with it: packages may be gone with that. */
export function takesAway(steps: readonly Step[]): boolean {
  return editsOf(steps).some(({ kind }) => kind === 'drop' || kind === 'drop-use' || kind === 'drop-replace');
}

export function editsOf(steps: readonly Step[]): FileEdit[] {
  return steps.flatMap((step) => (step.do === 'edit' ? [...step.edits] : []));
}

function inFolder(dir: string): string[] {
  return dir === '.' ? [] : ['-C', dir];
}

/** cmd/go/internal/modcmd/edit.go and workcmd/edit.go. */
function flagOf(edit: FileEdit): string {
  switch (edit.kind) {
    case 'drop':
      return `-droprequire=${edit.path}`;
    case 'require':
      return `-require=${edit.path}@${edit.version}`;
    case 'replace':
      return `-replace=${ref(edit.old)}=${ref(edit.new)}`;
    case 'exclude':
      return `-exclude=${edit.path}@${edit.version}`;
    case 'go':
      return `-go=${edit.version}`;
    case 'drop-replace':
      return `-dropreplace=${ref(edit.old)}`;
    case 'drop-exclude':
      return `-dropexclude=${edit.path}@${edit.version}`;
    case 'drop-use':
      return `-dropuse=${edit.folder}`;
    case 'drop-toolchain':
      return '-toolchain=none';
    case 'drop-tool':
      return `-droptool=${edit.path}`;
    case 'drop-godebug':
      return `-dropgodebug=${edit.name}`;
  }
}

function ref({ path, version }: ModuleRef): string {
  return joinName(path, version);
}
