/** The two folders that are written: the module cache by go, the folder for temporary files by modscope. */
import os from 'node:os';
import path from 'node:path';
import { typed } from '../../../graph/remedy/typed.ts';
import { spaceOf } from '../space.ts';
import { set } from '../user-env.ts';
import type { Check, Told } from '../types.ts';

/** Bytes below which nothing can be done, and below which it will not be enough for long: sources of modules are megabytes. */
const nothing = 1 << 20;
const little = 100 << 20;

export const moduleCache: Check = {
  codes: ['cache-not-writable', 'cache-full'],
  run: async (ground) => {
    const { GOMODCACHE } = await ground.settings();
    const why = 'go keeps what it fetches there: a module that is not in it yet cannot be loaded.';
    const another = set('GOMODCACHE', 'DIR', ground.machine.platform);
    if (GOMODCACHE === '') {
      // cmd/go/internal/modfetch/cache.go: "module cache not found: neither GOMODCACHE nor GOPATH is set".
      const what = 'go has no module cache: HOME, GOPATH and GOMODCACHE are all empty.';
      return [{ code: 'cache-not-writable', severity: 'error', what, why, remedy: { words: '', command: another } }];
    }
    return told({ folder: GOMODCACHE, name: 'The module cache', codes: ['cache-not-writable', 'cache-full'] }, why, {
      permit: true,
      another,
      free: 'go clean -cache',
    });
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
      { permit: false, another: 'export TMPDIR=DIR', free: 'export TMPDIR=DIR' },
    ),
};

interface Written {
  readonly folder: string;
  readonly name: string;
  readonly codes: readonly [Told['code'], Told['code']];
}

interface Mending {
  /** The permission to write can be given. */
  readonly permit: boolean;
  /** Names another folder. */
  readonly another: string;
  /** Makes room. */
  readonly free: string;
}

async function told(
  { folder: wanted, name, codes: [notWritable, full] }: Written,
  why: string,
  { permit, another, free }: Mending,
): Promise<Told[]> {
  const { folder, refused, own, free: bytes, noFiles } = await spaceOf(wanted);
  // Go makes its cache; nobody makes the folder for temporary files.
  if (!permit && refused === undefined && folder !== path.resolve(wanted)) {
    const what = `${name} is not there: ${wanted}.`;
    return [{ code: notWritable, severity: 'error', what, why, remedy: { words: '', command: another } }];
  }
  const where = folder === wanted ? wanted : `${wanted}, which would be made in ${folder}`;
  if (refused !== undefined) {
    return [
      {
        code: notWritable,
        severity: 'error',
        what: `${name} cannot be written: ${where} (${refused}).`,
        why,
        remedy: {
          words: '',
          command: permit && refused === 'permission denied' && folder === wanted ? permitted(wanted, own) : another,
        },
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
      remedy: { words: '', command: free },
    },
  ];
}

/** A cache that is root's was filled by `sudo go …` once: all that is in it is root's, too. */
function permitted(folder: string, own: boolean): string {
  return own ? typed('chmod', 'u+w', folder) : `sudo chown -R "$(id -un)" ${typed(folder)}`;
}
