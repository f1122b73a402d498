/** The doctor on folders of a test, with the real go, a proxy in a folder, and settings of its own. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Complaint, Diagnosis } from '../../../graph/diagnosis/types.ts';
import { examine } from '../../../server/doctor/doctor.ts';
import { thisMachine, type Machine } from '../../../server/doctor/machine.ts';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import { world } from '../../support/modules.ts';
import { makeProxy } from '../../support/proxy.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

export interface Asked {
  /** From the folder of the files. */
  readonly dir?: string;
  readonly options?: Partial<LoadOptions>;
  readonly machine?: Partial<Machine>;
  readonly patience?: number;
}

export interface Patient {
  readonly folder: string;
  /** GOMODCACHE. */
  readonly cache: string;
  readonly look: (asked?: Asked) => Promise<Diagnosis>;
  /** What it says of one code. */
  readonly told: (code: string, asked?: Asked) => Promise<Complaint[]>;
  /** Types a command as its user would, in a shell that stands in `dir`. */
  readonly type: (command: string, dir?: string) => void;
}

/** Lays out files; nothing of the machine's own settings of go is in force until the test ends. */
export function patient(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Patient {
  const root = temporaryFolder();
  const proxy = makeProxy(path.join(root, 'world'), world);
  const settings = { ...proxy.env, GOENV: 'off', GO111MODULE: '', GOTOOLCHAIN: 'local', ...env };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const folder = layOut(path.join(root, 'tree'), files);
  const look = ({ dir = '.', options, machine, patience }: Asked = {}): Promise<Diagnosis> =>
    examine({
      named: path.join(folder, dir),
      options: { ...defaultLoad, ...options },
      signal: new AbortController().signal,
      machine: { ...thisMachine(), cwd: path.join(folder, dir), ...machine },
      ...(patience === undefined ? {} : { patience }),
    });
  return {
    folder,
    cache: path.join(root, 'world', 'cache'),
    look,
    told: async (code, asked) => (await look(asked)).found.filter((one) => one.code === code),
    type: (command, dir = '.') => {
      execFileSync('/bin/sh', ['-c', command], { cwd: path.join(folder, dir), stdio: 'pipe' });
    },
  };
}

/** A go.mod with these lines after its module line. */
export function goMod(module: string, lines = 'go 1.21\n'): string {
  return `module ${module}\n\n${lines}`;
}
