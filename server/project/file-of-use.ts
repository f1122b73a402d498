/** Which file of a package imports another, and what keeps that file out of this build. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '../../graph/model/name.ts';
import type { Step } from '../../graph/packages/why-chain.ts';
import { readGoFile, type GoFile } from '../../parsers/go-file.ts';
import { readRegularFile } from './regular-file.ts';

export interface FileOfUse {
  /** Its name in the folder. */
  readonly file: string;
  readonly constraint: string;
}

/** Largest file that is looked at, in bytes: imports stand at its head. */
const fileLimit = 4 << 20;

/**
 * The file in the folder that takes a step; one that something keeps out where there are several, for the others would be
 * built. `ignore` comes last: nothing builds such a file, and `go mod why` passes over it. undefined where none is found.
 */
export function findUse(folder: string, { to, test }: Step): FileOfUse | undefined {
  const uses = importsIn(folder, test).filter(({ imports }) => imports.includes(to));
  const use = uses.find(({ constraint }) => constraint !== '' && !neverBuilt(constraint)) ?? uses[0];
  if (use === undefined) return undefined;
  const { file, constraint, imports } = use;
  return { file, constraint: constraint === '' && imports.includes('C') ? 'cgo' : constraint };
}

/** No build holds a file with this constraint. */
export function neverBuilt(constraint: string): boolean {
  return /\bignore\b/.test(constraint);
}

/** The files of a folder by name, its tests or the others, with what each imports; empty where there is no such folder. */
export function importsIn(folder: string, tests: boolean): (FileOfUse & Pick<GoFile, 'imports'>)[] {
  return goFilesIn(folder, tests).flatMap((file) => {
    const text = textOf(path.join(folder, file));
    return text === undefined ? [] : [{ file, ...readGoFile(file, text) }];
  });
}

/** Go passes over names that begin with `_` or `.`; the tests are files of their own. */
function goFilesIn(folder: string, test: boolean): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.go') && !/^[_.]/.test(name) && name.endsWith('_test.go') === test)
      .sort(compareText);
  } catch {
    return [];
  }
}

function textOf(file: string): string | undefined {
  try {
    return readRegularFile(file, fileLimit).toString('utf8');
  } catch {
    return undefined;
  }
}
