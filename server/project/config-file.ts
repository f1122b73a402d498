/** Finds and reads modscope.config.json. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
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
 * policy, when it cannot be read, and for one that was found and may be waited for without end (a FIFO, a terminal).
 */
export async function readConfig(file: string, cwd: string, signal: AbortSignal, found = false): Promise<ConfigFile> {
  const name = path.relative(realOr(cwd), file) || file;
  if (found) refuseIrregular(file, name);
  const policy = readPolicy(await readRecordedText(file, 'policy', limit, signal), name);
  return { name, folder: path.dirname(file), policy };
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
