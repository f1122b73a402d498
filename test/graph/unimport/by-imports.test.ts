/** What leaves by imports: packages that are still reached keep their modules, and these their versions. */
import { describe, expect, it } from 'vitest';
import type { Elsewhere, Package, Packages } from '../../../graph/snapshot/types.ts';
import { constraints } from '../../../graph/packages/constraints.ts';
import { byImports } from '../../../graph/unimport/by-imports.ts';
import { targetOf } from '../../../graph/unimport/target.ts';
import { snapshotOf } from '../../../graph/what-if/what-if.ts';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import { packagesOf } from '../findings/found.ts';
import { inputOf } from '../what-if/declared.ts';

const files = {
  'e.com/a@v1.0.0': 'go 1.17\nrequire e.com/c v1.1.0\n',
  'e.com/b@v1.0.0': 'go 1.17\nrequire e.com/c v1.0.0\n',
  'e.com/c@v1.0.0': 'go 1.17\n',
  'e.com/c@v1.1.0': 'go 1.17\nrequire e.com/d v1.0.0\n',
  'e.com/d@v1.0.0': 'go 1.17\n',
  'e.com/t@v1.0.0': 'go 1.17\nrequire e.com/d v1.0.0\n',
};

const goMod = `module e.com/m
go 1.24
require e.com/a v1.0.0
require e.com/b v1.0.0
require e.com/c v1.1.0 // indirect
`;

/** `e.com/m: a, b` → a root package of the main module that imports e.com/a and e.com/b; others are of the module of their name. */
function packages(...lines: readonly string[]): Package[] {
  return lines.map((line): Package => {
    const [path = '', list = '', tests = ''] = line.split(/[:;]/).map((part) => part.trim());
    const names = (text: string): string[] => (text === '' ? [] : text.split(', ').map((one) => `e.com/${one}`));
    const [module = ''] = path.split('/');
    const own = module === 'm';
    return {
      path: `e.com/${path}`,
      module: own ? 'e.com/m' : `e.com/${module}@v1.${module === 'c' ? '1' : '0'}.0`,
      ...(own ? { root: true as const } : {}),
      imports: names(list),
      ...(tests === '' ? {} : { testImports: names(tests) }),
    };
  });
}

function ask(
  name: string,
  listed: readonly Package[],
  more: Partial<Packages> = {},
  text = goMod,
  tools: readonly Package[] = [],
) {
  const input = inputOf(text, files);
  const base = snapshotOf({ mains: input.mains }, loadModuleGraph(input));
  const selected = base.modules.filter((one) => one.selected === true);
  const imported = listed.flatMap((one) => [...(one.imports ?? []), ...(one.testImports ?? [])]);
  const target = targetOf(name, selected, [...imported, ...(input.mains[0]?.tool ?? [])]);
  const known = { selected, packages: packagesOf(listed, more), tools };
  const { declared, result } = byImports(input, known, target, new Set(['e.com/m']));
  return {
    lines: (declared.mains[0]?.require ?? []).map(
      ({ path, version, indirect }) => `${path.slice(6)} ${version}${indirect === true ? ' // indirect' : ''}`,
    ),
    tool: declared.mains[0]?.tool,
    list: [...result.buildList].map(([path, version]) => `${path.slice(6)} ${version}`.trim()),
  };
}

const both = packages('m: a, b', 'a: c', 'b: c', 'c');

describe('by imports', () => {
  it('a module that still provides a package keeps its selected version, though who required that one leaves', () => {
    expect(ask('e.com/a', both)).toEqual({
      lines: ['b v1.0.0', 'c v1.1.0 // indirect'],
      tool: [],
      list: ['m', 'b v1.0.0', 'c v1.1.0', 'd v1.0.0'],
    });
    // Where go.mod has no line on it, it gets one.
    const unlisted = ask('e.com/a', both, {}, goMod.replace(/require e.com\/c .*\n/, ''));
    expect(unlisted.lines).toEqual(['b v1.0.0', 'c v1.1.0 // indirect']);
    expect(unlisted.list).toEqual(['m', 'b v1.0.0', 'c v1.1.0', 'd v1.0.0']);
  });

  it('a module that provides none any more goes with its line', () => {
    expect(ask('e.com/a', packages('m: a, b', 'a: c', 'b', 'c')).lines).toEqual(['b v1.0.0']);
    expect(ask('e.com/a', packages('m: a, b', 'a: c', 'b', 'c')).list).toEqual(['m', 'b v1.0.0', 'c v1.0.0']);
  });

  it('tests of the main module count, those of others do not', () => {
    expect(ask('e.com/a', packages('m: a; b', 'a: c', 'b: c', 'c')).lines).toEqual([
      'b v1.0.0',
      'c v1.1.0 // indirect',
    ]);
    expect(ask('e.com/a', packages('m: a, b', 'a: c', 'b: ; c', 'c')).lines).toEqual(['b v1.0.0']);
  });

  it('what another package imports stays, its line // indirect', () => {
    expect(ask('e.com/a', packages('m: a, b', 'a: c', 'b: a', 'c')).lines).toEqual([
      'a v1.0.0 // indirect',
      'b v1.0.0',
      'c v1.1.0 // indirect',
    ]);
  });

  it('a package of a module that is imported otherwise changes nothing of it', () => {
    const listed = packages('m: a, a/p, b', 'a', 'a/p: c', 'b', 'c');
    expect(ask('e.com/a/p', listed).lines).toEqual(['a v1.0.0', 'b v1.0.0']);
    expect(ask('e.com/a', listed).lines).toEqual(['b v1.0.0']);
  });

  it('a line that provided nothing before is left alone', () => {
    const text = `${goMod}require e.com/t v1.0.0\n`;
    expect(ask('e.com/a', both, {}, text).lines).toEqual(['b v1.0.0', 'c v1.1.0 // indirect', 't v1.0.0']);
  });

  it('a use elsewhere keeps its module while what makes it is reached', () => {
    const use = (from: string, module: string): Elsewhere => ({
      module: `e.com/${module}@v1.${module === 'c' ? '1' : '0'}.0`,
      imports: `e.com/${module}`,
      package: `e.com/${from}`,
      file: 'x_windows.go',
      constraint: '_windows',
    });
    const lines = (...elsewhere: readonly Elsewhere[]): readonly string[] =>
      ask('e.com/a', packages('m: a, b', 'a', 'b'), { elsewhere }).lines;
    expect(lines(use('b', 'c'))).toEqual(['b v1.0.0', 'c v1.1.0 // indirect']);
    expect(lines(use('a', 'c'))).toEqual(['b v1.0.0']);
    expect(lines(use('m', 'c'))).toEqual(['b v1.0.0', 'c v1.1.0 // indirect']);
    // Of a package that no build here holds its module counts, which another use may keep.
    expect(lines(use('c/w', 'd'), use('b', 'c'))).toContain('c v1.1.0 // indirect');
    // One that makes what is not to be imported.
    expect(ask('e.com/c', packages('m: b', 'b'), { elsewhere: [use('m', 'c')] }).lines).not.toContain(
      'c v1.1.0 // indirect',
    );
  });

  it('what go could not tell of stays', () => {
    const listed = packages('m: a, b', 'a: c', 'b', 'c');
    expect(ask('e.com/a', listed, { untold: ['e.com/c@v1.1.0'] }).lines).toEqual(['b v1.0.0', 'c v1.1.0 // indirect']);
  });

  it('a tool keeps what it needs, and goes with its line', () => {
    const text = `${goMod}require e.com/t v1.0.0 // indirect\ntool e.com/t/cmd\n`;
    const tools = packages('t/cmd: c', 'c').map(({ root: _, ...one }) => one);
    const listed = packages('m: a, b', 'a: c', 'b', 'c');
    expect(ask('e.com/a', listed, {}, text, tools).lines).toEqual([
      'b v1.0.0',
      'c v1.1.0 // indirect',
      't v1.0.0 // indirect',
    ]);
    expect(ask('e.com/t', listed, {}, text, tools)).toMatchObject({ tool: [] });
    expect(ask('e.com/t', listed, {}, text, tools).lines).not.toContain('t v1.0.0 // indirect');
    const seen: Elsewhere = {
      module: 'e.com/t@v1.0.0',
      imports: 'e.com/t/cmd',
      package: 'e.com/m',
      file: 'go.mod',
      constraint: constraints.tool,
    };
    expect(ask('e.com/t', listed, { elsewhere: [seen] }, text).lines).not.toContain('t v1.0.0 // indirect');
    expect(ask('e.com/a', listed, { elsewhere: [seen] }, text).lines).toContain('t v1.0.0 // indirect');
  });
});
