/** Whether a build takes the vendor folder: as go itself says of the same folders. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildModeOf, oddMode } from '../../../server/project/build-mode.ts';
import { findProject } from '../../../server/project/find.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const goMod = (go = '1.21'): string => `module example.com/m\n\ngo ${go}\n`;
const listed = '# example.com/a v1.0.0\n## explicit\n';

/** How go builds there: it names the mode in its own words only where it takes the folder. */
function goTakesVendor(folder: string, goflags: string): boolean {
  const env = { ...process.env, GOFLAGS: goflags, GOWORK: '', GOENV: 'off', GOPROXY: 'off', GOTOOLCHAIN: 'local' };
  const { stderr } = spawnSync('go', ['list', '-m', 'all'], { cwd: folder, env, encoding: 'utf8' });
  return /using the vendor directory|inconsistent vendoring/.test(stderr);
}

describe('a vendor folder', () => {
  it.each<[string, Record<string, string>, string | undefined, string, 'vendor' | 'readonly']>([
    ['that is there counts', { 'go.mod': goMod(), 'vendor/modules.txt': listed }, '1.21', '', 'vendor'],
    ['without modules.txt counts, too', { 'go.mod': goMod(), 'vendor/x': '' }, '1.21', '', 'vendor'],
    ['is not there', { 'go.mod': goMod() }, '1.21', '', 'readonly'],
    ['that is a file is none', { 'go.mod': goMod(), vendor: '' }, '1.21', '', 'readonly'],
    [
      'below a go line of 1.13 does not',
      { 'go.mod': goMod('1.13'), 'vendor/modules.txt': listed },
      '1.13',
      '',
      'readonly',
    ],
    ['from 1.14 on counts', { 'go.mod': goMod('1.14'), 'vendor/modules.txt': listed }, '1.14', '', 'vendor'],
    [
      'without a go line does not',
      { 'go.mod': 'module example.com/m\n', 'vendor/modules.txt': listed },
      undefined,
      '',
      'readonly',
    ],
    [
      'of a workspace does not count for a module',
      { 'go.mod': goMod(), 'vendor/modules.txt': `## workspace\n${listed}` },
      '1.21',
      '',
      'readonly',
    ],
    [
      'with -mod=readonly does not',
      { 'go.mod': goMod(), 'vendor/modules.txt': listed },
      '1.21',
      '-mod=readonly',
      'readonly',
    ],
    ['with -mod=mod does not', { 'go.mod': goMod(), 'vendor/modules.txt': listed }, '1.21', '-mod=mod', 'readonly'],
    ['with -mod=vendor counts, there or not', { 'go.mod': goMod() }, '1.21', '-mod=vendor', 'vendor'],
    [
      'with two flags goes by the last',
      { 'go.mod': goMod(), 'vendor/modules.txt': listed },
      '1.21',
      '-mod=vendor -mod=readonly',
      'readonly',
    ],
    [
      'with an empty -mod is as without one',
      { 'go.mod': goMod(), 'vendor/modules.txt': listed },
      '1.21',
      '-mod=',
      'vendor',
    ],
  ])('%s', (_, files, goLine, goflags, mode) => {
    const folder = layOut(path.join(temporaryFolder(), 'm'), files);
    expect(buildModeOf(findProject(folder), goLine, goflags)).toBe(mode);
    expect(goTakesVendor(folder, goflags)).toBe(mode === 'vendor');
  });

  it.each([
    ['with its heading', `## workspace\n${listed}`, 'vendor'],
    ['with more in its heading', `## workspace; x\n${listed}`, 'vendor'],
    ['of a module alone', listed, 'readonly'],
  ] as const)('beside go.work: %s', (_, text, mode) => {
    const folder = layOut(path.join(temporaryFolder(), 'w'), {
      'go.work': 'go 1.22\n\nuse ./m\n',
      'm/go.mod': goMod(),
      'vendor/modules.txt': text,
    });
    expect(buildModeOf(findProject(folder), '1.22', '')).toBe(mode);
    expect(goTakesVendor(folder, '')).toBe(mode === 'vendor');
  });
});

it.each<[string, boolean, RegExp | undefined]>([
  ['', false, undefined],
  ['-mod=mod', false, undefined],
  ['-mod=readonly', true, undefined],
  ['-tags=x -mod=vendor', false, undefined],
  ['-mod=sometimes', false, /^-mod=sometimes not supported/],
  ['--mod=no', false, /^-mod=no not supported/],
  ['-mod=mod', true, /^-mod may only be set to readonly or vendor when in workspace mode/],
])('a -mod with which go runs nothing: GOFLAGS=%s, in a workspace: %s', (goflags, isWorkspace, words) => {
  const odd = oddMode(goflags, isWorkspace);
  if (words === undefined) expect(odd).toBeUndefined();
  else expect(odd).toMatch(words);
  const folder = layOut(path.join(temporaryFolder(), 'm'), {
    'go.mod': goMod(),
    'm.go': 'package m\n',
    ...(isWorkspace ? { 'go.work': 'go 1.22\n\nuse .\n' } : {}),
  });
  const env = { ...process.env, GOFLAGS: goflags, GOWORK: isWorkspace ? '' : 'off', GOENV: 'off' };
  const { stderr } = spawnSync('go', ['list', '-m'], { cwd: folder, env, encoding: 'utf8' });
  // Go's very words.
  if (odd !== undefined) expect(stderr).toContain(odd);
});
