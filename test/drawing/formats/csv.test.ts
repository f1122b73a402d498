/** The table of modules: read back by a reader of RFC 4180, safe in a spreadsheet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invisible } from '../../../graph/invisible.ts';
import { toCsv } from '../../../drawing/formats/csv.ts';
import { modelOf } from '../../graph/lines.ts';
import { recordedModel, viewOf } from '../models.ts';
import { hostileText } from './scenes.ts';

/** Rows of cells by RFC 4180, 2. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  let end = 0;
  for (let found = field.exec(text); found !== null; found = field.exec(text)) {
    const [, cell = '', after] = found;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    end = field.lastIndex;
    if (after === '\r\n') rows.push([]);
  }
  expect(end).toBe(text.length);
  return rows.slice(0, -1);
}

describe('toCsv', () => {
  it('has a row for each version that matched, and says who requires it', () => {
    const view = viewOf(recordedModel('kubectl'), { query: 'is:direct' });
    const [head, ...rows] = parse(toCsv(view));
    expect(head).toEqual(['path', 'version', 'standing', 'steps', 'owner', 'replaced_by', 'requires', 'required_by']);
    expect(rows).toHaveLength(view.matched.length);
    expect(rows.every((row) => row.length === 8 && row[2] === 'direct' && row[3] === '1')).toBe(true);
    const klog = rows.find(([path]) => path === 'k8s.io/klog/v2');
    expect(klog?.[7]?.split(' ')).toContain('k8s.io/client-go@v0.30.2');
  });

  it('names the main module, indirect and superseded ones', () => {
    const model = modelOf(
      'm.example/m a.example/a@v1.0.0\na.example/a@v1.0.0 b.example/b@v1.1.0\nm.example/m b.example/b@v1.2.0',
    );
    const rows = parse(toCsv(viewOf(model, { scope: 'all' })));
    expect(rows.map(([path, version, standing]) => [path, version, standing])).toContainEqual([
      'b.example/b',
      'v1.1.0',
      'superseded',
    ]);
    expect(rows.map(([path, , standing]) => [path, standing])).toContainEqual(['m.example/m', 'main']);
  });

  it('gives back hostile paths, and none that a spreadsheet would compute', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileText, { minLength: 1, maxLength: 5 }), (names) => {
        const paths = names.map((name) => name.replace(/[\s@]/gu, '_')).filter((name) => name !== '');
        const model = modelOf(paths.map((path) => `m.example/m ${path}@v1.0.0`).join('\n'));
        const rows = parse(toCsv(viewOf(model)));
        const known = new Set(model.graph.paths.map((path) => path.replace(invisible, '\uFFFD')));
        for (const row of rows.slice(1)) {
          for (const cell of row) expect(cell).not.toMatch(/^[\s\uFFFD]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/);
          const [path = ''] = row;
          expect(known.has(path) || known.has(path.slice(1))).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    ['a"b', '"a""b"'],
    ['a|b', '"a|b"'],
    ['::error::x', '"::error::x"'],
    ['a\n::error::x', '"a\n: :error::x"'],
    ['a\r  ::error::x', '"a\r  : :error::x"'],
    ['x##[error]', 'x## [error]'],
    ['a\u001b[2Jb\u202e', 'a\uFFFD[2Jb\uFFFD'],
  ])('writes %j so that no reader cuts it and no runner obeys it', (name, shown) => {
    const model = modelOf('m.example/m a.example/a@v1.0.0');
    const view = viewOf(model);
    const modules = model.snapshot.modules.map((module) => ({
      ...module,
      ...(module.version === undefined ? {} : { replace: { path: name } }),
    }));
    const text = toCsv({ ...view, model: { ...model, snapshot: { ...model.snapshot, modules } } });
    expect(text).toContain(`,${shown},`);
    expect(text).not.toMatch(/^\s*::/m);
  });

  it.each(['=cmd|"/c calc"!A1', '+1', '-1', '@SUM(A1)', '\t=1', '\uFF1D1'])('puts an apostrophe before %j', (name) => {
    const model = modelOf('m.example/m a.example/a@v1.0.0');
    const view = viewOf(model);
    const modules = model.snapshot.modules.map((module) =>
      module.version === undefined ? module : { ...module, path: name },
    );
    const rows = parse(toCsv({ ...view, model: { ...model, snapshot: { ...model.snapshot, modules } } }));
    expect(rows[1]?.[0]).toBe(`'${name}`);
  });
});
