/** The go command of a step, made through the door of server/process: what it names has been checked, or there is none. */
import path from 'node:path';
import {
  isImportPath,
  isModulePath,
  isModuleVersion,
  moduleAt,
  moduleQuery,
  type ImportPath,
} from '../../graph/module/names.ts';
import type { Step } from '../../graph/remedy/steps.ts';
import type { FileEdit } from '../../graph/remedy/types.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import { absoluteFile, isFolderTarget, isGodebugName, isGoLine, isUseWords } from '../process/arguments.ts';
import {
  goCommands,
  type GoCommand,
  type GoModEdit,
  type GoWorkEdit,
  type ReplaceEdit,
} from '../process/go-commands.ts';

export interface StepCommand {
  readonly command: GoCommand;
  /** The folder it is run in, relative to the root. */
  readonly dir: string;
}

/** undefined where a name in it is none that go can be given. `root`: the folder of go.mod or go.work, absolute. */
export function stepCommand(step: Step, root: string): StepCommand | undefined {
  switch (step.do) {
    case 'edit': {
      const [{ file }] = step.edits;
      const target = absoluteFile(path.join(root, file));
      if (file === 'go.work') {
        const edits = all(step.edits.map(workEdit));
        return edits === undefined ? undefined : { command: goCommands.workEdit(target, edits), dir: '.' };
      }
      const edits = all(step.edits.map(modEdit));
      return edits === undefined ? undefined : { command: goCommands.modEdit(target, edits), dir: '.' };
    }
    case 'get': {
      const module = moduleQuery(step.path, step.version);
      return module === undefined
        ? undefined
        : { command: goCommands.get({ inMirror: true }, [module]), dir: step.dir };
    }
    case 'tidy':
      return { command: goCommands.modTidy({ inMirror: true }), dir: step.dir };
    case 'vendor':
      return { command: step.of === 'work' ? goCommands.workVendor() : goCommands.modVendor(), dir: '.' };
    case 'sync':
      return { command: goCommands.workSync(), dir: '.' };
    case 'use': {
      const folders = all(step.folders.map((folder) => (isFolderTarget(folder) ? folder : undefined)));
      return folders === undefined ? undefined : { command: goCommands.workUse(folders), dir: '.' };
    }
    case 'download': {
      if (step.module === undefined) return { command: goCommands.modDownloadAll(), dir: '.' };
      const module = moduleAt(step.module.path, step.module.version);
      return module === undefined ? undefined : { command: goCommands.modDownload({}, [module]), dir: '.' };
    }
  }
}

/** undefined where one of them is. */
function all<Item>(items: readonly (Item | undefined)[]): Item[] | undefined {
  const there = items.filter((item) => item !== undefined);
  return there.length === items.length ? there : undefined;
}

function modEdit(edit: FileEdit): GoModEdit | undefined {
  switch (edit.kind) {
    case 'drop':
      return isImportPath(edit.path) ? { kind: 'droprequire', path: edit.path } : undefined;
    case 'drop-tool':
      return isImportPath(edit.path) ? { kind: 'droptool', path: edit.path } : undefined;
    case 'require': {
      const module = moduleQuery(edit.path, edit.version);
      return module === undefined ? undefined : { kind: 'require', module };
    }
    case 'exclude':
    case 'drop-exclude': {
      const module = moduleAt(edit.path, edit.version);
      if (module === undefined) return undefined;
      return { kind: edit.kind === 'exclude' ? 'exclude' : 'dropexclude', module };
    }
    case 'drop-use':
      return undefined;
    default:
      return eitherEdit(edit);
  }
}

function workEdit(edit: FileEdit): GoWorkEdit | undefined {
  switch (edit.kind) {
    case 'drop-use':
      return isUseWords(edit.folder) ? { kind: 'dropuse', folder: edit.folder } : undefined;
    case 'drop':
    case 'drop-tool':
    case 'require':
    case 'exclude':
    case 'drop-exclude':
      return undefined;
    default:
      return eitherEdit(edit);
  }
}

type Either = Exclude<FileEdit['kind'], 'drop' | 'drop-tool' | 'require' | 'exclude' | 'drop-exclude' | 'drop-use'>;

function eitherEdit(edit: FileEdit & { readonly kind: Either }): (GoModEdit & GoWorkEdit) | undefined {
  switch (edit.kind) {
    case 'replace': {
      const by =
        edit.new.version === undefined ? folderOf(edit.new.path) : moduleQuery(edit.new.path, edit.new.version);
      const old = oldOf(edit.old);
      return by === undefined || old === undefined ? undefined : { kind: 'replace', ...old, by };
    }
    case 'drop-replace': {
      const old = oldOf(edit.old);
      return old === undefined ? undefined : { kind: 'dropreplace', ...old };
    }
    case 'go':
      return isGoLine(edit.version) ? { kind: 'go', version: edit.version } : undefined;
    case 'drop-toolchain':
      return { kind: 'toolchain', version: 'none' };
    case 'drop-godebug':
      return isGodebugName(edit.name) ? { kind: 'dropgodebug', name: edit.name } : undefined;
  }
}

function folderOf(folder: string): (ReplaceEdit & { kind: 'replace' })['by'] | undefined {
  return isFolderTarget(folder) ? folder : undefined;
}

function oldOf({ path: module, version }: ModuleRef): { path: ImportPath; version?: never } | OldAt | undefined {
  if (version === undefined) return isImportPath(module) ? { path: module } : undefined;
  return isModulePath(module) && isModuleVersion(version) ? { path: module, version } : undefined;
}

type OldAt = Required<Pick<ReplaceEdit, 'path' | 'version'>>;
