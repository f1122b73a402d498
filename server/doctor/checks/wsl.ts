/** Windows and its Linux (WSL): a module or cache on the other system's disk. */
import { inWords } from '../../../graph/remedy/words.ts';
import { readText } from '../../project/read-text.ts';
import type { Check, Told } from '../types.ts';

const code = 'wsl-path';

export const wsl: Check = {
  codes: [code],
  run: async (ground) => {
    const { machine, start } = ground;
    if (machine.platform === 'win32') return /^\\\\wsl[$.]/i.test(start) ? [fromWindows(start)] : [];
    if (machine.platform !== 'linux' || !/microsoft/i.test(machine.release)) return [];
    const foreign = foreignMounts(readText(machine.mounts));
    const project = await ground.project().catch(() => undefined);
    const cache = await ground.env().then(
      (env) => env.GOMODCACHE,
      () => '',
    );
    return [
      ...(isOn(foreign, project?.root ?? start) ? [module(project?.root ?? start)] : []),
      ...(cache !== '' && isOn(foreign, cache) ? [moduleCache(cache)] : []),
    ];
  },
};

function fromWindows(start: string): Told {
  return {
    code,
    severity: 'warn',
    what: `${start} is on the disk of a Linux (WSL), and modscope runs on Windows.`,
    why: 'go refuses some of such paths, links and changes of files are not seen, and each file takes much longer.',
    remedy: inWords('Run modscope inside of that Linux.'),
  };
}

function module(root: string): Told {
  return {
    code,
    severity: 'warn',
    what: `${root} is on a disk of Windows, and modscope runs in its Linux (WSL).`,
    why: 'Linux is not notified of changes to go.mod there, so the page may not follow them, and each file takes much longer.',
    remedy: inWords('Work on a copy on the disk of Linux.'),
  };
}

function moduleCache(cache: string): Told {
  return {
    code,
    severity: 'warn',
    what: `The module cache, ${cache}, is on a disk of Windows, and go runs in its Linux (WSL).`,
    why: 'go keeps thousands of small files there; each takes much longer, and locks of Windows and Linux do not know each other.',
    remedy: inWords('Name a folder on the disk of Linux by GOMODCACHE.'),
  };
}

/** Where disks of Windows are: file systems 9p of drvfs (WSL 2) and drvfs (WSL 1), by proc(5): fields after ` - `. */
function foreignMounts(mounts: string): string[] {
  return mounts.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , , point = ''] = before.split(' ');
    const [kind = ''] = after.split(' ');
    return kind === 'drvfs' || (kind === '9p' && /aname=drvfs|drvfs/.test(after))
      ? [point.replaceAll('\\040', ' ')]
      : [];
  });
}

function isOn(mounts: readonly string[], file: string): boolean {
  return mounts.some((mount) => file === mount || file.startsWith(`${mount}/`));
}
