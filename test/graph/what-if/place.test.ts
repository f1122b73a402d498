/** What a user is told whose edit has no place, or several. */
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../graph/what-if/edits.ts';
import { placeEdits } from '../../../graph/what-if/place.ts';
import { readGoWork } from '../../../parsers/go-work-text.ts';
import { thrown } from '../../parsers/thrown.ts';
import { mainOf } from './declared.ts';

const workspace = {
  mains: [
    mainOf('module x/one\ngo 1.21\nrequire a.org/lib v1.0.0\nrequire b v1.0.0\nreplace c => ./c', 'one'),
    mainOf('module x/two\ngo 1.21\nrequire a.org/lib v1.0.0\nreplace b => ./b', 'deep/two'),
    mainOf('module x/root', '.'),
  ],
  work: readGoWork('go 1.21\nuse ./one\nuse ./deep/two\nuse .'),
};
const single = { mains: [mainOf('module m\nrequire a.org/lib v1.0.0\nrequire a.org/lob v1.0.0')] };

const set = (path: string): Edit => ({ kind: 'require', path, version: 'v1.1.0' });
const replace = (path: string, version?: string): Edit => ({
  kind: 'replace',
  old: version === undefined ? { path } : { path, version },
  new: { path: './x' },
});
const target = (edit: Edit, name?: string, declared: Parameters<typeof placeEdits>[0] = workspace) =>
  placeEdits(declared, [edit], name)[0]!.target;
const refused = (edit: Edit, name?: string, declared: Parameters<typeof placeEdits>[0] = workspace): string[] => {
  const { code, message, hint } = thrown(() => target(edit, name, declared));
  return [code, message, hint ?? ''];
};

describe('a name', () => {
  it.each([
    ['x/one', 0],
    ['one', 0],
    ['./one//', 0],
    ['.', 2],
    ['./', 2],
    ['x/root', 2],
  ])('%s is that of a main module', (name, place) => {
    expect(target(set('z'), name)).toBe(place);
  });

  it('that nobody has is answered with the nearest, or with all', () => {
    expect(refused(set('z'), 'x/onn')).toEqual(['usage', 'There is no main module x/onn.', 'Did you mean x/one?']);
    expect(refused(set('z'), 'deep/too')[2]).toBe('Did you mean deep/two?');
    expect(refused(set('z'), 'x/o')[2]).toBe('Did you mean x/one, x/two?');
    expect(refused(set('z'), 'quite-elsewhere')[2]).toBe('The main modules: x/one, x/two, x/root.');
  });

  it('of a folder beside the root is taken with or without ./ before it', () => {
    const declared = { mains: [mainOf('module m', '.'), mainOf('module n', '../x')] };
    expect(target(set('z'), './../x', declared)).toBe(1);
    expect(target(set('z'), '../x/', declared)).toBe(1);
  });

  it('of many main modules the first ten are listed', () => {
    const mains = Array.from({ length: 12 }, (_, i) => mainOf(`module main-module-${i}`, `folder-${i}`));
    const names = mains.slice(0, 10).map((main) => main.path);
    expect(refused(set('z'), '?', { mains })[2]).toBe(`The main modules: ${names.join(', ')} and 2 more.`);
    expect(refused(set('z'), '?', { mains: mains.slice(0, 10) })[2]).toBe(`The main modules: ${names.join(', ')}.`);
  });

  it('go.work is there only in a workspace, and has replace and go lines only', () => {
    expect(target({ kind: 'go', version: '1.22' }, 'go.work')).toBe('go.work');
    expect(target(replace('z'), 'go.work')).toBe('go.work');
    expect(refused(replace('a.org/lib'), 'go.work', single)[1]).toBe('There is no main module go.work.');
    expect(refused(set('b'), 'go.work')).toEqual([
      'usage',
      '--set b@v1.1.0: go.work has no such line.',
      'Name a main module with `--in MAIN`: x/one, x/two, x/root.',
    ]);
    expect(refused({ kind: 'drop', path: 'b' }, 'go.work')[1]).toContain('go.work has no such line');
  });
});

describe('without a name', () => {
  it('one go.mod is the place of every edit', () => {
    expect(target(set('z'), undefined, single)).toBe(0);
    expect(target({ kind: 'go', version: '1.22' }, undefined, single)).toBe(0);
    expect(target(replace('z'), undefined, { ...single, work: readGoWork('use .') })).toBe(0);
  });

  it('a replacement goes where the path is required or replaced', () => {
    expect(target(replace('c'))).toBe(0);
    expect(refused(replace('b'))[1]).toBe('--replace b=./x: 2 main modules have a line on b: which go.mod is meant?');
    // What another one replaces is no matter for a require line.
    expect(target(set('b'))).toBe(0);
    expect(target({ kind: 'exclude', path: 'b', version: 'v1.0.0' })).toBe(0);
  });

  it('several modules have no only one, with or without a go.work', () => {
    expect(refused(set('z'), undefined, { mains: workspace.mains })[0]).toBe('usage');
  });

  it('several that could be meant are named; go.work too, where it has such lines', () => {
    expect(refused(set('a.org/lib'))).toEqual([
      'usage',
      '--set a.org/lib@v1.1.0: 2 main modules have a line on a.org/lib: which go.mod is meant?',
      'Name one with `--in MAIN`: x/one, x/two.',
    ]);
    expect(refused(replace('a.org/lib'))[2]).toBe('Name one with `--in MAIN`: x/one, x/two, or go.work.');
    expect(refused({ kind: 'go', version: '1.22' })).toEqual([
      'usage',
      '--go 1.22: 2 main modules have a line on go: which go.mod is meant?',
      'Name one with `--in MAIN`: x/one, x/two, or go.work.',
    ]);
  });

  it('where none has a line on it, all are named', () => {
    expect(refused(set('z'))).toEqual([
      'usage',
      '--set z@v1.1.0: no main module of the workspace has a line on z: which go.mod is meant?',
      'Name one with `--in MAIN`: x/one, x/two, x/root.',
    ]);
  });

  it('a go line of a workspace of one module is its own, where it has one: else go.work may be meant', () => {
    const work = readGoWork('go 1.21\nuse .');
    const go: Edit = { kind: 'go', version: '1.22' };
    expect(target(go, undefined, { mains: [mainOf('module m\ngo 1.21')], work })).toBe(0);
    expect(refused(go, undefined, { mains: [mainOf('module m')], work })[2]).toBe(
      'Name one with `--in MAIN`: m, or go.work.',
    );
  });
});

describe('a drop of what is not required', () => {
  it('names the go.mod that was looked at, and what is near', () => {
    expect(refused({ kind: 'drop', path: 'a.org/lub' }, undefined, single)).toEqual([
      'not-found',
      'go.mod has no require line for a.org/lub, so there is nothing to drop.',
      'Did you mean a.org/lib, a.org/lob? It may be in the build list all the same, where another module requires it.',
    ]);
    expect(refused({ kind: 'drop', path: 'b' }, 'x/two')[1]).toBe(
      'The go.mod of x/two has no require line for b, so there is nothing to drop.',
    );
  });

  it('says of a workspace that no go.mod has it', () => {
    expect(refused({ kind: 'drop', path: 'quite-elsewhere' })).toEqual([
      'not-found',
      'No go.mod has a require line for quite-elsewhere, so there is nothing to drop.',
      'It may be in the build list all the same, where another module requires it.',
    ]);
  });

  it('only a drop needs the line', () => {
    expect(target(set('b'), 'x/two')).toBe(1);
  });
});

it('a main module is no dependency that could be edited', () => {
  expect(refused(set('x/two'), 'x/one')).toEqual([
    'usage',
    '--set x/two@v1.1.0: x/two is a main module, which has no version.',
    'Name a module that it requires.',
  ]);
  expect(target({ kind: 'go', version: '1.22' }, undefined, { mains: [mainOf('module go')] })).toBe(0);
});

describe('two edits of one line', () => {
  const both = (a: Edit, b: Edit) => () => placeEdits(workspace, [a, b], 'x/one');
  const exclude = (version: string): Edit => ({ kind: 'exclude', path: 'a', version });

  it.each<[Edit, Edit, string]>([
    [set('b'), { kind: 'drop', path: 'b' }, '--set b@v1.1.0 and --drop b'],
    [replace('a'), replace('a'), '--replace a=./x and --replace a=./x'],
    [exclude('v1.0.0'), exclude('v1.0.0'), '--exclude a@v1.0.0 and --exclude a@v1.0.0'],
    [{ kind: 'go', version: '1.22' }, { kind: 'go', version: '1.23' }, '--go 1.22 and --go 1.23'],
  ])('%o and %o are refused', (a, b, words) => {
    const fault = thrown(both(a, b));
    expect([fault.code, fault.message, fault.hint]).toEqual([
      'usage',
      `${words} change the same line.`,
      'Say each line once.',
    ]);
  });

  it.each<[Edit, Edit]>([
    [set('b'), set('a')],
    [set('b'), replace('b')],
    [set('b'), { kind: 'exclude', path: 'b', version: 'v1.1.0' }],
    [exclude('v1.0.0'), exclude('v1.0.1')],
    [replace('a', 'v1.0.0'), replace('a')],
    [replace('a', 'v1.0.0'), replace('a', 'v1.1.0')],
    [replace('a'), replace('b')],
    [{ kind: 'go', version: '1.22' }, set('a')],
  ])('%o and %o are two lines', (a, b) => {
    expect(both(a, b)).not.toThrow();
  });
});
