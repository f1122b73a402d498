/** A file is written whole or not at all. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFile } from '../../server/files.ts';
import { temporaryFolder } from '../support/tree.ts';

describe('writeFile', () => {
  it('makes a file, and replaces one', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'deps.svg');
    writeFile(file, 'ä\n');
    expect(readFileSync(file, 'utf8')).toBe('ä\n');
    writeFile(file, Uint8Array.of(1, 2, 3));
    expect([...readFileSync(file)]).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual(['deps.svg']);
  });

  it('keeps the mode of the file that it replaces', () => {
    const file = path.join(temporaryFolder(), 'deps.svg');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    writeFile(file, 'new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('refuses a symbolic link, even to nothing', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'other'), 'untouched');
    symlinkSync('other', path.join(folder, 'link'));
    symlinkSync('nothing', path.join(folder, 'dangling'));
    for (const name of ['link', 'dangling']) {
      expect(() => {
        writeFile(path.join(folder, name), 'new');
      }).toThrow(expect.objectContaining({ code: 'write-failed' }));
    }
    expect(readFileSync(path.join(folder, 'other'), 'utf8')).toBe('untouched');
    expect(existsSync(path.join(folder, 'nothing'))).toBe(false);
  });

  it('says what cannot be written, and leaves nothing behind', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'folder'));
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    for (const name of ['none/deps.svg', 'folder', 'pipe']) {
      expect(() => {
        writeFile(path.join(folder, name), 'new');
      }).toThrow(expect.objectContaining({ code: 'write-failed' }));
    }
    expect(readdirSync(folder)).toEqual(['folder', 'pipe']);
  });
});
