import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { edgesOf } from '../lines.ts';

const main: MainModule = {
  path: 'm',
  dir: '.',
  go: '1.22',
  require: [
    { path: 'a', version: 'v1.0.0' },
    { path: 'b', version: 'v1.0.0', indirect: true },
  ],
  replace: [{ old: { path: 'b' }, new: { path: './b' } }],
  exclude: [{ path: 'c', version: 'v1.0.0' }],
  retract: [{ low: 'v0.1.0', high: 'v0.1.0', rationale: 'broken' }],
  tool: ['a/cmd/t'],
  ignore: ['./x'],
};

const text = `m a@v1.2.0
m b@v1.0.0
m go@1.22
a@v1.2.0 b@v1.10.0
a@v1.2.0 m@v0.9.0
b@v1.10.0 c@v1.1.0
b@v1.0.0 d@v0.1.0`;

const listed = [
  { path: 'm', main: true, goVersion: '1.22' } as const,
  { path: 'a', version: 'v1.2.0', goVersion: '1.20' },
  { path: 'b', version: 'v1.10.0', indirect: true, replace: { path: './b' } } as const,
];

const snapshot = assemble({
  edges: edgesOf(text),
  mains: [main],
  listed,
  problems: [{ code: 'load-error', subject: 'd@v0.1.0', text: 'gone' }],
});

describe('assemble', () => {
  it('sorts by path and semantic version, and marks the build list', () => {
    expect(snapshot.modules.map((module) => [module.path, module.version, module.selected])).toEqual([
      ['a', 'v1.2.0', true],
      ['b', 'v1.0.0', undefined],
      ['b', 'v1.10.0', true],
      ['c', 'v1.1.0', true],
      ['d', 'v0.1.0', true],
      ['go', '1.22', undefined],
      ['m', undefined, true],
      ['m', 'v0.9.0', undefined],
    ]);
  });

  it('joins what go list -m said to the selected version', () => {
    expect(snapshot.modules[2]).toEqual({
      path: 'b',
      version: 'v1.10.0',
      selected: true,
      indirect: true,
      replace: { path: './b' },
      requires: ['c@v1.1.0'],
    });
  });

  it('is the same whatever order requirers, listed modules and problems come in', () => {
    const lines = text.split('\n');
    const requirers = ['b@v1.0.0', 'b@v1.10.0', 'm', 'a@v1.2.0'];
    const moved = requirers.flatMap((from) => lines.filter((line) => line.startsWith(`${from} `)));
    expect(moved).toHaveLength(lines.length);
    const other = assemble({
      edges: edgesOf(moved.join('\n')),
      mains: [main],
      listed: [...listed].reverse(),
      problems: [...snapshot.problems, ...snapshot.problems],
    });
    expect(writeSnapshot(other)).toBe(writeSnapshot(snapshot));
  });

  it('shows what go.mod declares when go gave no graph', () => {
    const declared = assemble({ mains: [main] });
    expect(declared.modules.map((module) => module.path)).toEqual(['a', 'b', 'm']);
    expect(declared.modules[2]?.requires).toEqual(['a@v1.0.0', 'b@v1.0.0']);
    expect(declared.modules[1]?.replace).toEqual({ path: './b' });
  });

  it('takes names without a version for main modules when no go.mod is known', () => {
    expect(assemble({ mains: [], edges: edgesOf('m a@v1.0.0') }).mains.map((one) => one.path)).toEqual(['m']);
  });
});

describe('write and read', () => {
  it('are each other inverse, one module version a line', () => {
    const bytes = writeSnapshot(snapshot);
    expect(readSnapshot(bytes)).toEqual(snapshot);
    expect(writeSnapshot(readSnapshot(bytes))).toBe(bytes);
    expect(bytes.endsWith(']\n}\n')).toBe(true);
    expect(bytes.split('\n').filter((line) => line.startsWith('    {"path":"b"'))).toHaveLength(2);
  });

  it('sorts modules that a hand has moved', () => {
    const moved = { ...snapshot, modules: [...snapshot.modules].reverse() };
    expect(readSnapshot(writeSnapshot(moved))).toEqual(snapshot);
  });

  it.each([
    ['', 'not JSON'],
    ['{"form', 'not JSON'],
    ['[]', 'no "format"'],
    ['{}', 'no "format"'],
    ['{"format":99}', 'format 99'],
    ['{"format":1,"mains":[],"modules":[{"path":7}],"problems":[]}', 'modules.0.path'],
    ['{"format":1,"mains":[],"modules":[{"path":"a"},{"path":"a"}],"problems":[]}', 'a twice'],
    ['{"format":1,"mains":[],"modules":[{"path":"a","requires":["b@v1.0.0"]}],"problems":[]}', 'b@v1.0.0'],
    [
      '{"format":1,"mains":[{"path":"m","dir":".","require":[],"replace":[],"exclude":[],"retract":[],"tool":[],"ignore":[]}],"modules":[],"problems":[]}',
      'main module m',
    ],
  ])('refuses %s', (bad, words) => {
    expect(() => readSnapshot(bad)).toThrow(words);
    expect(() => readSnapshot(bad)).toThrow(Fault);
  });

  it('takes hostile names for what they are: text', () => {
    const hostile =
      '{"format":1,"mains":[],"modules":[{"path":"__proto__"},{"path":"constructor","version":"v1.0.0","requires":["__proto__"]}],"problems":[],"__proto__":{"polluted":1}}';
    const model = openSnapshot(readSnapshot(hostile));
    expect(Array.from({ length: model.graph.size }, (_, n) => nodeName(model.graph, n))).toEqual([
      '__proto__',
      'constructor@v1.0.0',
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('never ends in anything but a snapshot or a Fault', () => {
    const bytes = writeSnapshot(snapshot);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(20), fc.string({ maxLength: 4 }), (at, cut, put) => {
        try {
          openSnapshot(readSnapshot(bytes.slice(0, at) + put + bytes.slice(at + cut)));
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
        }
      }),
    );
  });
});

describe('openSnapshot', () => {
  const model = openSnapshot(snapshot);
  const names = (nodes: Iterable<number>): string[] => Array.from(nodes, (n) => nodeName(model.graph, n));

  it('selects the highest version a path is asked for at, and the main module over all its own', () => {
    expect(names(model.graph.selected.filter((n) => n !== -1))).toEqual([
      'a@v1.2.0',
      'b@v1.10.0',
      'c@v1.1.0',
      'd@v0.1.0',
      'm',
    ]);
  });

  it('calls direct what a go.mod requires without // indirect, at whatever version was selected', () => {
    expect(names([...model.direct.keys()].filter((n) => model.direct[n] === 1))).toEqual(['a@v1.2.0']);
  });

  it('takes go list -m for it where no go.mod was read', () => {
    const { mains: _, ...records } = { mains: [], edges: edgesOf(text), listed };
    const unread = openSnapshot(assemble({ ...records, mains: [] }));
    expect(
      [...unread.direct.keys()].filter((n) => unread.direct[n] === 1).map((n) => nodeName(unread.graph, n)),
    ).toEqual(['a@v1.2.0']);
  });

  it('keeps requirements in the order of go.mod and knows who requires a node', () => {
    const row = (node: number, rows: 'out' | 'in') =>
      names(model.graph[rows].targets.subarray(model.graph[rows].offsets[node], model.graph[rows].offsets[node + 1]));
    expect(row(model.mains[0]!, 'out')).toEqual(['a@v1.2.0', 'b@v1.0.0', 'go@1.22']);
    expect(row(2, 'in')).toEqual(['a@v1.2.0']);
  });
});
