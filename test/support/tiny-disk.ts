/** A disk of a few kilobytes, for tests of what happens when it is full or read-only. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './tree.ts';

export interface TinyDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  readonly fill: () => void;
  readonly readOnly: (on: boolean) => void;
}

/** Only root of a Linux may mount one; undefined elsewhere. Gone after the test. */
export function tinyDisk(kilobytes: number): TinyDisk | undefined {
  const folder = path.join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  if (!mounted('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)) return undefined;
  onTestFinished(() => {
    spawnSync('umount', ['--lazy', folder]);
  });
  return {
    folder,
    fill: () => {
      for (let size = kilobytes << 10; size > 0; size >>= 1) {
        try {
          writeFileSync(path.join(folder, 'ballast'), Buffer.alloc(size), { flag: 'a' });
        } catch {
          // As much as went in is in.
        }
      }
    },
    readOnly: (on) => {
      mounted('-o', `remount,${on ? 'ro' : 'rw'}`, folder);
    },
  };
}

function mounted(...args: readonly string[]): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', args).status === 0;
}
