/** Declarations written out as go.mod and go.work, in a scratch folder, for go to load. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { MainModule, Replace } from '../../graph/snapshot/types.ts';
import type { Declarations } from '../../graph/what-if/apply.ts';
import { writeFile } from '../files.ts';
import type { Project } from './find.ts';
import { readText } from './read-text.ts';
import type { Copy } from './scratch.ts';

/**
 * Writes `declared` over a scratch copy of its project: go.mod, or go.work with a go.mod and go.sum of each member in a
 * folder of its own (what a relative replace names is made absolute). Throws a Fault 'write-failed'.
 */
export function layDeclared(copy: Copy, { root, members }: Project, { mains, work }: Declarations): void {
  const [only] = mains;
  if (work === undefined) {
    if (only !== undefined) writeFile(path.join(copy.folder, 'go.mod'), goModText(only));
    return;
  }
  const folders = mains.map((main, n) => {
    const folder = path.join(copy.folder, 'members', String(n));
    mkdirSync(folder, { recursive: true });
    const own = members.find(({ dir }) => dir === main.dir)?.folder ?? path.resolve(root, main.dir);
    writeFile(path.join(folder, 'go.mod'), goModText(main, own));
    const sum = sumOf(path.join(own, 'go.sum'));
    if (sum !== undefined) writeFile(path.join(folder, 'go.sum'), sum);
    return folder;
  });
  const lines = [
    ...(work.go === undefined ? [] : [`go ${work.go}`]),
    ...(work.toolchain === undefined ? [] : [`toolchain ${work.toolchain}`]),
    ...folders.map((folder) => `use ${word(folder)}`),
    ...work.replace.map((line) => replaceText(line, root)),
  ];
  writeFile(copy.gowork, `${lines.join('\n')}\n`);
}

/** A go.mod with all that decides a load. Folders of replacements are relative to `base` where it is given: then absolute. */
export function goModText(
  { path: module, go, toolchain, require, replace, exclude }: MainModule,
  base?: string,
): string {
  const lines = [
    `module ${word(module)}`,
    ...(go === undefined ? [] : [`go ${go}`]),
    ...(toolchain === undefined ? [] : [`toolchain ${toolchain}`]),
    ...require.map((one) => `require ${word(one.path)} ${one.version}${one.indirect === true ? ' // indirect' : ''}`),
    ...exclude.map((one) => `exclude ${word(one.path)} ${one.version ?? ''}`),
    ...replace.map((line) => replaceText(line, base)),
  ];
  return `${lines.join('\n')}\n`;
}

function replaceText({ old, new: by }: Replace, base: string | undefined): string {
  const from = old.version === undefined ? word(old.path) : `${word(old.path)} ${old.version}`;
  const folder = base === undefined ? by.path : path.resolve(base, by.path);
  return `replace ${from} => ${by.version === undefined ? word(folder) : `${word(by.path)} ${by.version}`}`;
}

/** golang.org/x/mod/modfile AutoQuote. */
function word(text: string): string {
  return /^[\w./@~+:-]+$/.test(text) && !text.includes('//') ? text : JSON.stringify(text);
}

/** What a go.sum holds; undefined where there is none. */
export function sumOf(file: string): string | undefined {
  try {
    return readText(file);
  } catch {
    return undefined;
  }
}
