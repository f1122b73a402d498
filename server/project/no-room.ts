/** The folder for temporary files fails us: which it is, what is wrong with it, and how another is named. */
import { existsSync } from 'node:fs';
import os from 'node:os';
import { Fault } from '../../graph/fault.ts';

/** What is wrong, by the system's code: EDQUOT is a disk that is full for this user alone. */
const wrong: Readonly<Record<string, string>> = {
  ENOSPC: 'is full',
  EDQUOT: 'is full: the quota of this user is used up',
  ENOENT: 'is not there',
  ENOTDIR: 'is no folder',
  EACCES: 'cannot be written: permission denied',
  EPERM: 'cannot be written: operation not permitted',
  EROFS: 'cannot be written: its file system is read-only',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has a name that is too long',
};

/** Where os.tmpdir() looks first. */
const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';

/**
 * A Fault 'write-failed' for what a write below os.tmpdir() threw. `use` says what is made there, as a sentence. The file itself
 * is not named: it is ours, and nobody can mend it.
 */
export function noRoom(use: string, cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  // A folder of ours that somebody took away in the meantime is not that folder.
  const known = code === 'ENOENT' && existsSync(os.tmpdir()) ? undefined : wrong[code];
  const why = known ?? `cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`;
  return new Fault('write-failed', `The folder for temporary files, ${os.tmpdir()}, ${why}.`, {
    hint: `${use} ${code === 'ENOSPC' || code === 'EDQUOT' ? 'Make room there, or name' : 'Name'} another folder: ${variable}=DIR.`,
    cause,
  });
}
