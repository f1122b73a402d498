/** What `-o` may write to: a file that is not there or that modscope made; with --force others, never what is git's own. */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../graph/fault.ts';
import { isOwnFile } from './own-files.ts';

/**
 * Throws a Fault 'usage' for a file that is not to be replaced or made, 'write-failed' where its folder is not there. `shown`
 * is what the user called it. A hard link is no way round: what is written takes the place of one name (server/files.ts).
 */
export function refuseTarget(file: string, shown: string, force: boolean): void {
  const folder = realFolder(path.dirname(file), shown);
  const real = path.join(folder, path.basename(file));
  // By the name that was given, too: a link that is called .git leads elsewhere.
  if ([file, real].some(isOfGit)) {
    throw new Fault('usage', `${shown} lies in the folder of a version control system; nothing is written there.`, {
      hint: 'Name a file outside of it. --force does not change this.',
    });
  }
  if (force) return;
  const part = [file, real].map(partOfModule).find((one) => one !== undefined);
  if (part !== undefined) {
    throw new Fault('usage', `${shown} is ${part}; it is not written to.`, {
      hint: 'Name another file, or add --force if you mean it.',
    });
  }
  if (isFile(file) && !isOwnFile(file)) {
    throw new Fault('usage', `${shown} is there, and modscope did not make it; it is left as it is.`, {
      hint: 'Name another file, or add --force to replace this one.',
    });
  }
}

/** False for what cannot be looked at, as one with a name that is too long: server/files.ts says why it cannot be written. */
function isFile(file: string): boolean {
  try {
    return lstatSync(file).isFile();
  } catch {
    return false;
  }
}

function realFolder(folder: string, shown: string): string {
  try {
    return realpathSync(folder);
  } catch (cause) {
    const why = existsSync(folder) ? 'cannot be entered' : 'is not there';
    throw new Fault('write-failed', `${shown} cannot be written: the folder ${folder} ${why}.`, {
      hint: 'Make the folder first, or name a file in another one.',
      cause,
    });
  }
}

const ofVersionControl: ReadonlySet<string> = new Set(['.git', 'git~1', '.hg', '.svn', '.bzr', '.jj', '.fslckout']);

/**
 * In a folder by the name of .git, however it is spelled (macOS and Windows know no difference of case; Windows takes dots and
 * spaces at the end for nothing, and has short names: git's own fsck refuses the same, CVE-2014-9390), or in one that has what
 * makes a git repository.
 */
function isOfGit(file: string): boolean {
  const names = file.split(/[/\\]/).map((name) => bare(name));
  if (names.some((name) => ofVersionControl.has(name))) return true;
  for (let folder = path.dirname(file); path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    if (['HEAD', 'objects', 'refs'].every((name) => existsSync(path.join(folder, name)))) return true;
  }
  return false;
}

/** As macOS and Windows compare names: HFS+ also leaves out characters without width. */
function bare(name: string): string {
  return name
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/:.*$/, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
}

const files: ReadonlyMap<string, string> = new Map([
  ['go.mod', 'the go.mod of a module'],
  ['go.sum', 'the go.sum of a module'],
  ['go.work', 'the go.work of a workspace'],
  ['go.work.sum', 'the go.work.sum of a workspace'],
  ['modscope.config.json', 'the policy of modscope'],
]);

/** What of a module the file is, whether it is there or not; undefined for any other. */
function partOfModule(file: string): string | undefined {
  const name = bare(path.basename(file));
  const known = files.get(name);
  if (known !== undefined) return known;
  if (name.endsWith('.go')) return 'a Go source file';
  for (let folder = path.dirname(file); path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    const above = path.dirname(folder);
    const isModule = ['go.mod', 'go.work'].some((one) => existsSync(path.join(above, one)));
    if (isModule && bare(path.basename(folder)) === 'vendor') return 'in the vendor folder of a module';
  }
  return undefined;
}
