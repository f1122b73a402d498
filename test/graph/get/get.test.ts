/** go get without a go: what is lacking is told, and each thing that is asked for decides something. */
import { describe, expect, it } from 'vitest';
import { goGet } from '../../../graph/get/get.ts';
import type { GetInput, GetResult } from '../../../graph/get/types.ts';
import { readDependencyGoMod } from '../../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';

const files: Record<string, string> = {
  'x.test/a@v1.0.0': 'module x.test/a\ngo 1.17\nrequire x.test/b v1.0.0\n',
  'x.test/a@v1.1.0': 'module x.test/a\ngo 1.17\nrequire x.test/b v1.1.0\n',
  'x.test/b@v1.0.0': 'module x.test/b\ngo 1.17\n',
  'x.test/b@v1.1.0': 'module x.test/b\ngo 1.17\n',
};
const goMod = 'module x.test/main\ngo 1.21\nrequire x.test/a v1.1.0\nrequire x.test/b v1.1.0 // indirect\n';
const pseudo = 'v1.0.1-0.20240102030405-0123456789ab';

function inputOf(text = goMod, more: Partial<GetInput> = {}): GetInput {
  return {
    main: readGoMod(text).main,
    goMod: ({ path, version = '' }) => {
      const file = files[`${path}@${version}`];
      return file === undefined ? undefined : readDependencyGoMod(file);
    },
    versions: () => ({ versions: ['v1.1.0', 'v1.0.0'] }),
    time: () => '2024-06-01T00:00:00Z',
    asked: () => undefined,
    go: '1.26.1',
    ...more,
  };
}

function get(query: string, text?: string, more?: Partial<GetInput>): GetResult {
  const [path = '', rest = ''] = query.split('@');
  return goGet(inputOf(text, more), [{ path: `x.test/${path}`, query: rest }]);
}

function lines(result: GetResult): string[] | string {
  if (result.state !== 'done') return JSON.stringify(result);
  return result.main.require.map(
    ({ path, version, indirect }) =>
      `${path.slice('x.test/'.length)} ${version}${indirect === true ? ' // indirect' : ''}`,
  );
}

const nothing = { goMods: [], lists: [], times: [], queries: [] };

describe('a get', () => {
  it('keeps the marks and the places of lines, and tells what each query came to', () => {
    const result = get('b@v1.0.0');
    expect(lines(result)).toEqual(['a v1.0.0', 'b v1.0.0 // indirect']);
    expect(result).toMatchObject({ resolved: [{ path: 'x.test/b', version: 'v1.0.0' }], main: { go: '1.21' } });
  });

  it('selects what go selects then', () => {
    const result = get('a@none');
    expect(result.state === 'done' ? [...result.buildList] : []).toEqual([
      ['x.test/main', ''],
      ['x.test/b', 'v1.1.0'],
    ]);
  });

  it('names go.mod files, lists and queries that are not at hand', () => {
    expect(get('a@v1.2.0')).toEqual({
      state: 'lacking',
      lack: { ...nothing, goMods: [{ path: 'x.test/a', version: 'v1.2.0' }] },
    });
    expect(get('a@latest', goMod, { versions: () => undefined })).toEqual({
      state: 'lacking',
      lack: { ...nothing, lists: ['x.test/a'] },
    });
    expect(get('a@main')).toEqual({
      state: 'lacking',
      lack: { ...nothing, queries: [{ path: 'x.test/a', query: 'main' }] },
    });
    expect(lines(get('a@main', goMod, { asked: () => 'v1.0.0' }))).toEqual(['a v1.0.0', 'b v1.1.0 // indirect']);
  });

  it('tells what all queries lack at once', () => {
    const queries = ['a', 'c'].map((name) => ({ path: `x.test/${name}`, query: 'latest' }));
    expect(goGet(inputOf(goMod, { versions: () => undefined }), queries)).toEqual({
      state: 'lacking',
      lack: { ...nothing, lists: ['x.test/a', 'x.test/c'] },
    });
  });

  it('upgrades from a commit only to what is younger', () => {
    const text = `module x.test/main\ngo 1.21\nrequire x.test/a ${pseudo}\n`;
    files[`x.test/a@${pseudo}`] = 'module x.test/a\ngo 1.17\n';
    expect(lines(get('a@upgrade', text))).toEqual(['a v1.1.0', 'b v1.1.0 // indirect'].slice(0, 1));
    expect(lines(get('a@upgrade', text, { time: () => '2023-06-01T00:00:00Z' }))).toEqual([`a ${pseudo}`]);
    expect(get('a@upgrade', text, { time: () => undefined })).toEqual({
      state: 'lacking',
      lack: { ...nothing, times: [{ path: 'x.test/a', version: 'v1.1.0' }] },
    });
  });

  it('writes the go line of the go that runs where there is none, and every module that is not pruned then', () => {
    const result = get('b@v1.1.0', 'module x.test/main\nrequire x.test/a v1.0.0\n');
    expect(result).toMatchObject({ state: 'done', main: { go: '1.26.1' } });
    expect(lines(result)).toEqual(['a v1.0.0', 'b v1.1.0 // indirect']);
  });

  it('has no version of the main module, but for an upgrade', () => {
    expect(get('main@v1.0.0')).toEqual({
      state: 'refused',
      words: [`can't request version "v1.0.0" of the main module (x.test/main)`],
    });
    expect(lines(get('main@upgrade'))).toEqual(['a v1.1.0', 'b v1.1.0 // indirect']);
  });

  it('refuses what needs a newer go', () => {
    files['x.test/late@v1.0.0'] = 'module x.test/late\ngo 1.99\n';
    expect(get('late@v1.0.0')).toEqual({
      state: 'refused',
      words: ['module x.test/late@v1.0.0 requires go >= 1.99 (running go 1.26.1)'],
    });
  });
});
