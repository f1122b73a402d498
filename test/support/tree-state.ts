/** Folders for tests and for programs that test: laid out from text, and looked at closely enough to see any write. */
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new folder, links resolved, until it is removed. */
export function keptFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-test-')));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes files by their path under `folder`. */
export function layOut(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Every file and folder below with its mode, time of change in nanoseconds and hash: equal before and after, nothing was written. */
export function treeState(folder: string): string[] {
  return ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].sort().map((name) => {
    const file = path.join(folder, name);
    const { mode, mtimeNs, ctimeNs, size } = lstatSync(file, { bigint: true });
    const hash = lstatSync(file).isFile() ? createHash('sha256').update(readFileSync(file)).digest('hex') : '';
    return [name, mode.toString(8), mtimeNs, ctimeNs, size, hash].join(' ');
  });
}
