/** The doctor as a whole: order, deadlines, what is not run, and that it leaves everything as it is. */
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../graph/diagnosis/summary.ts';
import { looked } from '../../../graph/diagnosis/coverage.ts';
import { examine } from '../../../server/doctor/doctor.ts';
import { meaningOf } from '../../../server/doctor/meanings.ts';
import { ownCodes } from '../../../server/doctor/types.ts';
import { NotRun } from '../../../server/doctor/not-run.ts';
import { checks } from '../../../server/doctor/registry.ts';
import type { Check } from '../../../server/doctor/types.ts';
import { defaultLoad } from '../../../server/project/types.ts';
import { mainMod } from '../../support/modules.ts';
import { treeState } from '../../support/tree.ts';
import { goMod, patient } from './examined.ts';

const files = { 'go.mod': goMod('example.com/m') };
const told = (code: 'git-old' | 'goflags', severity: 'error' | 'warn'): Check => ({
  codes: [code],
  run: () => [{ code, severity, what: 'x', why: 'y' }],
});

function examineWith(list: readonly Check[], more: { signal?: AbortSignal; patience?: number } = {}) {
  const { folder } = patient(files);
  return examine({
    named: folder,
    options: defaultLoad,
    signal: new AbortController().signal,
    checks: list,
    ...more,
  });
}

it('each code has one check and one meaning', () => {
  const codes = checks.flatMap((check) => check.codes);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining([...ownCodes]));
  expect(codes.length).toBeGreaterThan(50);
  for (const code of codes) expect(meaningOf(code).means).not.toBe('');
});

it('the heaviest come first, and what did not look is counted by its reason', async () => {
  const diagnosis = await examineWith([
    told('goflags', 'warn'),
    told('git-old', 'error'),
    {
      codes: ['go-several', 'wsl-path'],
      run: () => {
        throw new NotRun('there is none');
      },
    },
    { codes: ['modules-off'], run: () => Promise.reject(new Error('broken.\nat line 1')) },
    { codes: ['no-module'], run: () => Promise.reject(new NotRun('there is none')) },
  ]);
  expect(diagnosis.found.map(({ code }) => code)).toEqual(['git-old', 'goflags']);
  expect(diagnosis.notRun).toEqual([
    { codes: ['go-several', 'wsl-path', 'no-module'], why: 'there is none' },
    { codes: ['modules-off'], why: 'broken' },
  ]);
  expect(looked(diagnosis)).toBe('2 checks, 4 not run: there is none; broken');
  expect(looked({ checks: 1, notRun: [] })).toBe('1 check');
});

it('a check that does not end is given up, and the others are told', async () => {
  const never: Check = { codes: ['wsl-path'], run: () => new Promise(() => undefined) };
  const { found, notRun } = await examineWith([never, told('goflags', 'warn')], { patience: 50 });
  expect(found).toHaveLength(1);
  expect(notRun).toEqual([{ codes: ['wsl-path'], why: 'it did not end within 0.05 seconds' }]);
});

it('is cancelled with its signal, go and all', async () => {
  const { folder } = patient(files);
  const go = path.join(folder, 'slow-go');
  writeFileSync(go, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
  const stop = new AbortController();
  const running = examine({ named: folder, options: { ...defaultLoad, go }, signal: stop.signal });
  setTimeout(() => {
    stop.abort();
  }, 100);
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
});

it('a folder that is not there', async () => {
  const asked = examine({ named: '/nowhere/at/all', options: defaultLoad, signal: new AbortController().signal });
  await expect(asked).rejects.toMatchObject({ code: 'not-found' });
});

describe('what go refuses', () => {
  it('is told in its words where no check knows why', async () => {
    const one = patient({ ...files, 'go.work': 'go 1.21\nuse ./a\n', 'a/go.mod': goMod('Example.com/a b') });
    const refused = patient({ 'go.mod': 'module example.com/m\n\ngo 1.21\n\ngodebug nosuch=1\n' });
    expect((await one.look({ dir: 'a' })).found.map(({ code }) => code)).toContain('file-unreadable');
    const { found } = await refused.look();
    expect(found).toMatchObject([{ code: 'unknown-godebug', severity: 'error' }]);
    expect(found[0]?.what).toMatch(/go\.mod:5: unknown godebug "nosuch"/);
    expect(found[0]?.what).not.toContain(os.tmpdir());
  });

  it('is no all-clear where go could not be asked', async () => {
    const files = { 'go.mod': goMod('example.com/m', 'go 1.21\n\nrequire example.com/a v1.1\n') };
    const diagnosis = await patient(files).look({ options: { ...defaultLoad, offline: true } });
    expect(diagnosis.found).toEqual([]);
    expect(diagnosis.notRun.flatMap(({ codes }) => codes)).toEqual(expect.arrayContaining(['go-refuses']));
    expect(summaryOf(diagnosis)).toMatch(/^Nothing was found, but go could not check whether it accepts this module/);
  });

  it('is not told again beside what explains it', async () => {
    const one = patient({ 'go.work': 'go 1.21\nuse ./none\n' });
    expect((await one.look()).found.map(({ code }) => code)).toEqual(['workspace-use-missing']);
    const other = patient({ 'go.work': 'go 1.21\nuse ./a\n', 'a/go.mod': goMod('example.com/a', 'go 1.22\n') });
    const { found, notRun } = await other.look();
    expect(found.map(({ code }) => code)).toEqual(['workspace-go-line']);
    expect(notRun.flatMap(({ codes }) => codes)).toEqual(['no-network']);
  });
});

it.each([
  ['a module', { 'go.mod': mainMod }, '.'],
  ['a workspace', { 'go.work': 'go 1.21\nuse ./a\n', 'a/go.mod': mainMod, 'b/go.mod': goMod('example.com/b2') }, 'a'],
  ['a vendored module', { 'go.mod': mainMod, 'vendor/modules.txt': '# example.com/a v1.1.0\n## explicit\n' }, '.'],
  ['a go.mod that nobody can read', { 'go.mod': 'modul x\n' }, '.'],
])('%s is left as it is, and nothing of ours stays', async (_, tree, dir) => {
  const one = patient(tree);
  symlinkSync('nowhere', path.join(one.folder, 'link'));
  const ours = (): string[] => readdirSync(os.tmpdir()).filter((name) => /^modscope-[0-9a-f]+-\d+-/.test(name));
  const before = treeState(one.folder);
  const others = ours();
  await one.look({ dir });
  expect(treeState(one.folder)).toEqual(before);
  expect(ours().filter((name) => !others.includes(name) && name.includes(`-${String(process.pid)}-`))).toEqual([]);
});
