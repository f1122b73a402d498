/** Finds and reads modscope.config.json. */
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { readPolicy } from '../../graph/policy/read.ts';
import type { Policy } from '../../graph/policy/types.ts';
import { readRecordedText } from './recorded-input.ts';
import { refuseIrregular } from './regular-file.ts';

const configName = 'modscope.config.json';

/** Largest policy that is read, in bytes. */
const limit = 1 << 20;

export interface ConfigFile {
  /** As a user reads it: from where the process was told to stand. */
  readonly name: string;
  /** Its folder, absolute: what the policy names is named from there. */
  readonly folder: string;
  readonly policy: Policy;
}

/**
 * The nearest modscope.config.json in `start` or a folder above it, not above the top of its git repository; outside of
 * one, not above the folder of its go.work or go.mod. A policy of somebody else's further up is never obeyed.
 */
export function findConfig(start: string): string | undefined {
  const folders = foldersUp(realOr(start));
  const upTo = (name: string): number => folders.findIndex((folder) => existsSync(path.join(folder, name)));
  const top = upTo('.git') === -1 ? Math.max(0, upTo('go.work'), upTo('go.mod')) : upTo('.git');
  return folders
    .slice(0, top + 1)
    .map((folder) => path.join(folder, configName))
    .find((file) => existsSync(file));
}

/** The top of the git repository that `folder` is in; undefined outside of one. */
export function repositoryTop(folder: string): string | undefined {
  return foldersUp(realOr(folder)).find((one) => existsSync(path.join(one, '.git')));
}

/**
 * `found`: nobody named it, it stands in a checkout. Throws a Fault 'bad-input' with line and column for a file that is no
 * policy, when it cannot be read, and for one that was found and leads out of its repository or may be waited for without end (a FIFO, a terminal).
 */
export async function readConfig(file: string, cwd: string, signal: AbortSignal, found = false): Promise<ConfigFile> {
  const name = path.relative(realOr(cwd), file) || file;
  if (found) {
    refuseIrregular(file, name);
    const top = repositoryTop(path.dirname(file)) ?? path.dirname(file);
    if (!isIn(realOr(top), realOr(file))) {
      throw new Fault('bad-input', `${name} is a link that leads out of the repository.`, {
        hint: 'Name the file yourself if you mean it: `--config FILE`.',
      });
    }
  }
  const policy = readPolicy(await readRecordedText(file, 'policy', limit, signal), name);
  return { name, folder: path.dirname(file), policy };
}

/**
 * The file of a policy's baseline, links resolved. Throws a Fault 'bad-input' where it is not there, or lies outside of the
 * repository (of the policy's folder where there is none): a policy is a stranger's, and what it names is read and told of.
 */
export function baselineFile({ folder, name: policy }: ConfigFile, name: string): string {
  const top = realOr(repositoryTop(folder) ?? folder);
  const file = path.resolve(realOr(folder), name);
  const refused = new Fault('bad-input', `${policy}: its baseline lies outside of the repository.`, {
    hint: 'Name a snapshot that is kept beside the policy: `modscope snapshot -o FILE` writes one.',
  });
  // By its name first: of what lies elsewhere not even that it is there is told.
  if (!isIn(top, file)) throw refused;
  let real: string;
  try {
    real = realpathSync(file);
  } catch (cause) {
    if (isReached(file)) throw refused;
    throw new Fault('bad-input', `${path.join(path.dirname(policy), name)} cannot be read: it is not there.`, {
      hint: 'It is the baseline of the policy: write it with `modscope snapshot -o FILE`.',
      cause,
    });
  }
  if (!isIn(top, real)) throw refused;
  return real;
}

function isIn(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** Whether some link on the way to a file that cannot be opened leads elsewhere. */
function isReached(file: string): boolean {
  for (let at = file; path.dirname(at) !== at; at = path.dirname(at)) {
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true) return true;
    if (existsSync(at)) return false;
  }
  return false;
}

function foldersUp(start: string): string[] {
  const folders = [start];
  for (let folder = start; path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    folders.push(path.dirname(folder));
  }
  return folders;
}

function realOr(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}
