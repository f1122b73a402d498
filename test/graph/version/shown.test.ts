import { describe, expect, it } from 'vitest';
import { versionLabel } from '../../../drawing/face/label.ts';
import { isPlaceholder, isPseudo, pseudoCommit } from '../../../graph/version/semver.ts';
import { shownVersion } from '../../../graph/version/shown.ts';

const zero = 'v0.0.0-00010101000000-000000000000';
const folder = { path: '../a' };

describe('a version that only stands there for a folder to replace it', () => {
  it.each([
    [zero, folder],
    ['v2.0.0-00010101000000-000000000000', { path: './a' }],
    ['v0.0.0', folder],
    ['v0.0.0', { path: '/abs' }],
  ])('%s is (folder)', (version, replace) => {
    expect(shownVersion({ version, replace })).toBe('(folder)');
  });

  it.each([
    ['v1.2.3', folder],
    ['v0.0.0', { path: 'example.com/fork', version: 'v1.0.0' }],
    ['v0.0.0', undefined],
    ['v0.0.0-20180906233101-161cd47e91fd', folder],
  ])('%s is what it is', (version, replace) => {
    expect(shownVersion({ version, ...(replace === undefined ? {} : { replace }) })).toBe(version);
  });

  it('a main module, and no module, have none', () => {
    expect(shownVersion({})).toBe('');
    expect(shownVersion(undefined)).toBe('');
  });

  it('a placeholder has no date, wherever it is named', () => {
    expect(isPlaceholder(zero)).toBe(true);
    expect(isPseudo(zero)).toBe(true);
    expect(pseudoCommit(zero)).toBeUndefined();
    expect(versionLabel(zero)).toBe('(folder)');
    expect(isPlaceholder('v0.0.0-00010101000001-000000000000')).toBe(false);
    expect(versionLabel('v0.0.0-20180906233101-161cd47e91fd')).toBe('~2018-09-06');
  });
});
