/** Copies of what go could write, in a folder of our own: the user's tree is never written. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { Workspace } from '../../graph/snapshot/types.ts';
import { absoluteFile, type AbsoluteFile } from '../process/arguments.ts';
import type { Project } from './find.ts';
import { godebugLines } from '../../parsers/go-work-text.ts';
import { goModForLoading } from './go-mod-for-loading.ts';
import { goModOf, goSumOf } from './mod-file.ts';
import { noRoom } from './no-room.ts';
import { newFolder } from './own-folder.ts';
import { readText } from './read-text.ts';
import { readRegularFile } from './regular-file.ts';

const use = 'Copies of go.mod are made there, so that go writes nothing of yours.';

/** Bytes of a go.sum that anybody has; it is copied in memory. */
const sumLimit = 256 << 20;

/** The copies that one command works on. */
export interface Copy {
  readonly folder: string;
  /** go.mod for a go command that loads modules; a workspace has none. */
  readonly modfile?: AbsoluteFile;
  /** GOWORK for it. */
  readonly gowork: string;
}

export interface Scratch {
  readonly folder: string;
  copy(name: string): Copy;
  /** A copy by which go judges the files as they stand: nothing in it is set right before. */
  verbatim(name: string): Copy;
  remove(): void;
}

/**
 * A scratch folder. Each command gets copies of its own, for `go list -m -mod=mod` rewrites go.mod while another may read
 * it. Of a module go.mod and go.sum are copied (-modfile); of a workspace go.work, its folders made absolute, and
 * go.work.sum: missing sums of members go there, and go writes no go.mod or go.sum of a member. Throws a Fault
 * 'write-failed'.
 */
export function makeScratch(project: Project): Scratch {
  const { folder, remove } = newFolder(use);
  return {
    folder,
    copy: (name) => copyInto(path.join(folder, name), project, goModForLoading),
    verbatim: (name) => copyInto(path.join(folder, name), project, (text) => text),
    remove,
  };
}

/** Gives one copy the go.sum that a command completed on another. Throws a Fault 'write-failed'. */
export function takeSums(from: Copy, to: Copy): void {
  copy(path.join(from.folder, 'go.sum'), path.join(to.folder, 'go.sum'));
}

function copyInto(folder: string, project: Project, change: (goMod: string) => string): Copy {
  const { root, gowork, work, members } = project;
  if (work === undefined) {
    const file = path.join(folder, 'go.mod');
    put(file, change(readText(goModOf(project))));
    copy(goSumOf(project), path.join(folder, 'go.sum'));
    return { folder, modfile: absoluteFile(file), gowork: 'off' };
  }
  const file = path.join(folder, 'go.work');
  const folders = members.map((member) => member.folder);
  put(file, workText(root, folders, work, godebugLines(readText(gowork))));
  copy(`${gowork}.sum`, `${file}.sum`);
  return { folder, gowork: file };
}

/** Written anew, not copied: a read-only file must not make a read-only copy. */
function copy(from: string, to: string): void {
  let content: Uint8Array;
  try {
    if (!existsSync(from)) return;
    content = readRegularFile(from, sumLimit);
  } catch (cause) {
    throw new Fault('bad-input', `${from} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  put(to, content);
}

function put(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (cause) {
    throw noRoom(use, cause);
  }
}

/** The go.work again, its folders absolute (-modfile is refused in a workspace; another go.work is not). */
function workText(root: string, folders: readonly string[], work: Workspace, godebug: readonly string[]): string {
  const lines: string[] = [...godebug];
  if (work.go !== undefined) lines.push(`go ${work.go}`);
  if (work.toolchain !== undefined) lines.push(`toolchain ${work.toolchain}`);
  for (const folder of folders) lines.push(`use ${quoted(folder)}`);
  for (const { old, new: by } of work.replace) {
    const from = old.version === undefined ? quoted(old.path) : `${quoted(old.path)} ${old.version}`;
    const to = by.version === undefined ? quoted(path.resolve(root, by.path)) : `${quoted(by.path)} ${by.version}`;
    lines.push(`replace ${from} => ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

/** golang.org/x/mod/modfile AutoQuote: a Go string where the words would be read otherwise. */
function quoted(text: string): string {
  return /^[\w./@~+:-]+$/.test(text) && !text.includes('//') ? text : JSON.stringify(text);
}
