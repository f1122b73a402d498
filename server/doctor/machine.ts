/** What the doctor knows of the machine without asking a program; tests hand in machines of their own. */
import os from 'node:os';

export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Of the kernel: `5.15.153.1-microsoft-standard-WSL2`. */
  readonly release: string;
  /** Linux: what is mounted where (proc(5), mountinfo). */
  readonly mounts: string;
  /** Where installers put go when it is not on the PATH. */
  readonly usualGo: readonly string[];
  /** Where the user stands. */
  readonly cwd: string;
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    release: os.release(),
    mounts: '/proc/self/mountinfo',
    usualGo: [
      '/usr/local/go/bin/go',
      '/opt/homebrew/bin/go',
      '/usr/local/bin/go',
      '/usr/lib/go/bin/go',
      '/snap/bin/go',
      'C:\\Program Files\\Go\\bin\\go.exe',
    ],
    cwd: process.cwd(),
  };
}
