/** The two folders that are written: the module cache by go, the folder for temporary files by modscope. */
import os from 'node:os';
import { typed } from '../../../graph/findings/command.ts';
import { spaceOf } from '../space.ts';
import { set } from '../user-env.ts';
import { NotRun } from '../not-run.ts';
import type { Check, Told } from '../types.ts';

/** Bytes below which nothing can be done, and below which it will not be enough for long: sources of modules are megabytes. */
const nothing = 1 << 20;
const little = 100 << 20;

export const moduleCache: Check = {
  codes: ['cache-not-writable', 'cache-full'],
  run: async (ground) => {
    const { GOMODCACHE } = await ground.settings();
    if (GOMODCACHE === '') throw new NotRun('go names no module cache');
    return told(
      { folder: GOMODCACHE, name: 'The module cache', codes: ['cache-not-writable', 'cache-full'] },
      'go keeps what it fetches there: a module that is not in it yet cannot be loaded.',
      [typed('chmod', 'u+w', GOMODCACHE), set('GOMODCACHE', 'DIR', ground.machine.platform), 'go clean -cache'],
    );
  },
};

export const temporaryFolder: Check = {
  codes: ['temporary-not-writable', 'temporary-full'],
  run: () =>
    told(
      {
        folder: os.tmpdir(),
        name: 'The folder for temporary files',
        codes: ['temporary-not-writable', 'temporary-full'],
      },
      'modscope runs go on copies of go.mod that it makes there, so that go writes nothing of yours.',
      ['export TMPDIR=DIR', 'export TMPDIR=DIR', 'export TMPDIR=DIR'],
    ),
};

interface Written {
  readonly folder: string;
  readonly name: string;
  readonly codes: readonly [Told['code'], Told['code']];
}

/** `commands`: for a folder without the permission to write, for one that cannot be had, for a full disk. */
async function told(
  { folder: wanted, name, codes: [notWritable, full] }: Written,
  why: string,
  [permit, another, free]: readonly [string, string, string],
): Promise<Told[]> {
  const { folder, refused, free: bytes, noFiles } = await spaceOf(wanted);
  const where = folder === wanted ? wanted : `${wanted}, which would be made in ${folder}`;
  if (refused !== undefined) {
    return [
      {
        code: notWritable,
        severity: 'error',
        what: `${name} cannot be written: ${where} (${refused}).`,
        why,
        command: refused === 'permission denied' && folder === wanted ? permit : another,
      },
    ];
  }
  if (bytes >= little && !noFiles) return [];
  const left = noFiles ? 'no more files can be made' : `${String(Math.floor(bytes / (1 << 20)))} MB are left`;
  return [
    {
      code: full,
      severity: noFiles || bytes < nothing ? 'error' : 'warn',
      what: `The disk of ${where} is ${noFiles || bytes < nothing ? 'full' : 'nearly full'}: ${left}.`,
      why,
      command: free,
    },
  ];
}
