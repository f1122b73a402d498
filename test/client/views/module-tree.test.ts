import { describe, expect, it } from 'vitest';
import { keyAbove, keysTo, treeRows, treeSource } from '../../../client/views/module-tree.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { makeView } from '../../../graph/view/view.ts';
import { modelOf } from '../../graph/lines.ts';
import { nodeOf, small } from '../panels/models.ts';

const sourceOf = (model = small, patch: Partial<typeof defaultView> = {}) =>
  treeSource(makeView(model, { ...defaultView, ...patch }));
const names = (rows: ReturnType<typeof treeRows>, model = small): string[] =>
  rows.map((row) => `${'  '.repeat(row.level - 1)}${nodeName(model.graph, row.node)}${row.isAbove ? ' above' : ''}`);

describe('the tree of requirements', () => {
  it('begins at the main module and shows what is opened', () => {
    const source = sourceOf();
    expect(names(treeRows(source, new Set()))).toEqual(['example.com/app']);
    const [root] = treeRows(source, new Set());
    expect(root).toMatchObject({ level: 1, children: 2, open: false, position: 1, siblings: 1 });
    expect(names(treeRows(source, new Set([root?.key ?? ''])))).toEqual([
      'example.com/app',
      '  example.com/a@v1.2.0',
      '  example.com/b@v1.0.0',
    ]);
  });

  it('has direct requirements first, and what they bring below them, not again below the main module', () => {
    const model = modelOf(
      `m z@v1.0.0
       m b@v1.0.0
       m deep@v1.0.0
       m alone@v1.0.0
       z@v1.0.0 b@v1.0.0
       b@v1.0.0 deep@v1.0.0`,
      {
        mains: [
          {
            path: 'm',
            dir: '.',
            go: '1.22',
            require: [
              { path: 'z', version: 'v1.0.0' },
              { path: 'b', version: 'v1.0.0', indirect: true },
              { path: 'deep', version: 'v1.0.0', indirect: true },
              { path: 'alone', version: 'v1.0.0', indirect: true },
            ],
            replace: [],
            exclude: [],
            retract: [],
            tool: [],
            ignore: [],
          },
        ],
        listed: [
          { path: 'm', main: true },
          { path: 'z', version: 'v1.0.0' },
          { path: 'b', version: 'v1.0.0', indirect: true },
          { path: 'deep', version: 'v1.0.0', indirect: true },
          { path: 'alone', version: 'v1.0.0', indirect: true },
        ],
      },
    );
    const source = sourceOf(model);
    const keys = keysTo(source, nodeOf(model, 'deep@v1.0.0'));
    // `alone` is brought by nothing on show: it stands below the main module, after the direct ones.
    expect(names(treeRows(source, new Set(keys)), model)).toEqual([
      'm',
      '  z@v1.0.0',
      '    b@v1.0.0',
      '      deep@v1.0.0',
      '  alone@v1.0.0',
    ]);
  });

  it('does not go round a cycle', () => {
    const source = sourceOf();
    const keys = keysTo(source, nodeOf(small, 'example.com/a@v1.2.0'));
    const [root = '', a = ''] = keys;
    const b = `${a}/${source.graph.localOf[nodeOf(small, 'example.com/b@v1.0.0')] ?? -1}`;
    const rows = treeRows(source, new Set([root, a, b]));
    expect(names(rows)).toContain('      example.com/a@v1.2.0 above');
    expect(rows.find((row) => row.isAbove)?.children).toBe(0);
  });

  it('finds the shortest way to a module, and none to one that is not on show', () => {
    const source = sourceOf();
    const keys = keysTo(source, nodeOf(small, 'example.com/net@v0.3.0'));
    expect(keys).toHaveLength(3);
    expect(keyAbove(keys[2] ?? '')).toBe(keys[1]);
    expect(keyAbove(keys[0] ?? '')).toBe('');
    expect(keysTo(source, nodeOf(small, 'example.com/a@v1.1.0'))).toEqual([]);
  });

  it('leaves nothing out: what nothing requires, and what only a cycle leads to, are roots', () => {
    const model = modelOf(
      `m a@v1.0.0
       a@v1.0.0 z@v1.0.0
       b@v1.0.0 c@v1.0.0
       c@v1.0.0 b@v1.0.0`,
    );
    const source = sourceOf(model, { scope: 'all', query: '-m' });
    const found = names(treeRows(source, new Set()), model);
    expect(found).toContain('a@v1.0.0');
    expect(found).toContain('b@v1.0.0');
    expect(found).not.toContain('c@v1.0.0');
  });

  it('stands ten thousand steps deep', () => {
    const deep = 10_000;
    const lines = Array.from({ length: deep }, (_, i) => `${i === 0 ? 'm' : `x${i - 1}@v1.0.0`} x${i}@v1.0.0`);
    const model = modelOf(lines.join('\n'));
    const source = sourceOf(model, { limit: 0 });
    const last = nodeOf(model, `x${deep - 1}@v1.0.0`);
    expect(keysTo(source, last).length).toBe(deep + 1);
  });
});
