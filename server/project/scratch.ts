/** Copies of what go could write, in a folder of our own: the user's tree is never written. */
import { copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Workspace } from '../../graph/snapshot/types.ts';
import type { Project } from './find.ts';

export interface Scratch {
  readonly folder: string;
  /** Flags for a go command that loads modules. */
  readonly flags: readonly string[];
  /** GOWORK for every go command. */
  readonly gowork: string;
  remove(): void;
}

const made = new Set<string>();
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A scratch folder with copies of go.mod and go.sum, or with a go.work of absolute paths and go.work.sum. */
export function makeScratch(project: Project, work: Workspace | undefined): Scratch {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-')));
  made.add(folder);
  const remove = (): void => {
    made.delete(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  if (project.gowork === 'off') {
    copy(path.join(project.root, 'go.mod'), path.join(folder, 'go.mod'));
    copy(path.join(project.root, 'go.sum'), path.join(folder, 'go.sum'));
    return { folder, flags: [`-modfile=${path.join(folder, 'go.mod')}`], gowork: 'off', remove };
  }
  const gowork = path.join(folder, 'go.work');
  writeFileSync(gowork, workText(project, work ?? { use: [], replace: [] }));
  copy(`${project.gowork}.sum`, `${gowork}.sum`);
  return { folder, flags: [], gowork, remove };
}

function copy(from: string, to: string): void {
  if (!existsSync(from)) return;
  copyFileSync(from, to);
}

/** The go.work again, its folders absolute (-modfile is refused in a workspace; another go.work is not). */
function workText(project: Project, work: Workspace): string {
  const lines: string[] = [];
  if (work.go !== undefined) lines.push(`go ${work.go}`);
  if (work.toolchain !== undefined) lines.push(`toolchain ${work.toolchain}`);
  for (const member of project.members) lines.push(`use ${quoted(member)}`);
  for (const { old, new: by } of work.replace) {
    const from = old.version === undefined ? quoted(old.path) : `${quoted(old.path)} ${old.version}`;
    const to =
      by.version === undefined ? quoted(path.resolve(project.root, by.path)) : `${quoted(by.path)} ${by.version}`;
    lines.push(`replace ${from} => ${to}`);
  }
  return `${lines.join('\n')}\n`;
}

/** golang.org/x/mod/modfile AutoQuote: a Go string where the words would be read otherwise. */
function quoted(text: string): string {
  return /^[\w./@~+:\\-]+$/.test(text) && !text.includes('//') ? text : JSON.stringify(text);
}
