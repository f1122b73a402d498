/** Finds the file of a program by its name, as a shell would, but never in a folder that the checkout chooses. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { missing, notExecutable } from './not-started.ts';

/**
 * The absolute path of `name`: a file when it holds a slash (relative to where the user stands), else the first on the
 * PATH. Entries of the PATH that are not absolute are passed over, as Go's os/exec does (https://go.dev/blog/path-security):
 * we run in a folder that strangers may have written. Throws a Fault 'go-missing' or 'go-not-executable'.
 */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const named = /[/\\]/.test(name);
  const places = named ? [path.resolve(name)] : folders.map((folder) => path.join(folder, name));
  const files = places.flatMap(withEndings).filter(isFile);
  const found = files.find(isExecutable);
  if (found !== undefined) return found;
  const [first] = files;
  if (first !== undefined) throw notExecutable(first);
  throw missing(named ? `There is no program ${name}.` : `There is no ${name} on the PATH.`);
}

function withEndings(file: string): string[] {
  return process.platform === 'win32' ? [`${file}.exe`, `${file}.bat`, `${file}.cmd`, file] : [file];
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
