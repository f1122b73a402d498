/** What a killed modscope left is removed; nothing else is. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownName, sweep } from '../../../server/process/left-behind.ts';
import { temporaryFolder } from '../../support/tree.ts';

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync('/bin/true').pid;
}

/** A name as a process of this number would have made it. */
function nameBy(pid: number): string {
  return ownName().replace(`-${process.pid}-`, `-${pid}-`);
}

describe('sweep', () => {
  it('removes folders and files of the dead, whatever is in them', () => {
    const folder = temporaryFolder();
    const scratch = path.join(folder, nameBy(deadPid()));
    mkdirSync(path.join(scratch, 'graph'), { recursive: true });
    writeFileSync(path.join(scratch, 'graph', 'go.mod'), 'module m\n', { mode: 0o400 });
    writeFileSync(path.join(folder, nameBy(deadPid())), '');
    sweep(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves those of the living, of others and of other machines, and what has only a like name', () => {
    const folder = temporaryFolder();
    const dead = deadPid();
    const kept = [
      ownName(),
      nameBy(process.ppid),
      nameBy(1),
      nameBy(dead).replace(/^modscope-[0-9a-f]{12}/, 'modscope-000000000000'),
      `${nameBy(dead)}x`,
      `x${nameBy(dead)}`,
      `.${nameBy(dead)}.tmp`,
      `modscope-${dead}-0123456789ab`,
      'modscope-notes',
      'modscope',
    ].sort();
    for (const name of kept) mkdirSync(path.join(folder, name));
    sweep(folder);
    expect(readdirSync(folder).sort()).toEqual(kept);
  });

  it('removes a link, never what it points to', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'home'));
    writeFileSync(path.join(folder, 'home', 'letter'), 'dear');
    const link = path.join(folder, nameBy(deadPid()));
    symlinkSync(path.join(folder, 'home'), link);
    sweep(folder);
    expect(existsSync(link)).toBe(false);
    expect(existsSync(path.join(folder, 'home', 'letter'))).toBe(true);
  });

  it('knows names with something around them', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, `.${nameBy(deadPid())}.tmp`), '');
    writeFileSync(path.join(folder, `.${ownName()}.tmp`), '');
    sweep(folder, '.', '.tmp');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('says nothing of a folder that is not there', () => {
    expect(() => {
      sweep('/nowhere/at/all');
    }).not.toThrow();
  });
});
