/** Folders for tests: laid out from text, and looked at closely enough to see any write. */
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder for the tests of a file: `remove` it after all of them. */
export function keptFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-test-')));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new folder, links resolved, that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-test-')));
  onTestFinished(() => {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) chmodSync(path.join(entry.parentPath, entry.name), 0o755);
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
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
