/** What the readers of go's JSON make of the least and the most that go prints, field for field, and their words for what is wrong. */
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../parsers/limits.ts';
import { GovulncheckParser } from '../../parsers/govulncheck.ts';
import { JsonStream } from '../../parsers/json-stream.ts';
import { ListModulesParser, parseListModules } from '../../parsers/list-modules.ts';
import { ListPackagesParser, packageFields } from '../../parsers/list-packages.ts';
import { parseModEdit } from '../../parsers/mod-edit.ts';
import { excerpt, invalid } from '../../parsers/source.ts';
import { parseWorkEdit } from '../../parsers/work-edit.ts';
import { thrown } from './thrown.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const scripted = 'Check which go is run (`--go PATH`); a wrapper script that prints to stdout would do this.';

function packagesOf(text: string, limits?: Limits): unknown {
  const parser = new ListPackagesParser(undefined, undefined, limits);
  parser.push(bytes(text));
  return parser.end();
}

function vulnerabilities(...messages: readonly object[]): unknown {
  const parser = new GovulncheckParser({ name: 'report.json', code: 'bad-input' });
  parser.push(
    bytes([{ config: { protocol_version: 'v1' } }, ...messages].map((one) => JSON.stringify(one)).join('\n')),
  );
  return parser.end();
}

describe('go list -m', () => {
  test('the least and the most of a module', () => {
    expect(parseListModules('{"Path":"a"}')).toStrictEqual([{ path: 'a' }]);
    const all = {
      Path: 'a',
      Version: 'v1.0.0',
      Main: true,
      Indirect: true,
      GoVersion: '1.21',
      Dir: '/a',
      Time: 't',
      Retracted: ['r'],
      Deprecated: 'd',
    };
    expect(
      parseListModules(
        JSON.stringify({
          ...all,
          Replace: { Path: 'b', Version: 'v2' },
          Update: { Path: 'a', Version: 'v1.1.0' },
          Error: { Err: 'e' },
        }),
      ),
    ).toStrictEqual([
      {
        path: 'a',
        version: 'v1.0.0',
        main: true,
        indirect: true,
        goVersion: '1.21',
        replace: { path: 'b', version: 'v2' },
        dir: '/a',
        time: 't',
        retracted: ['r'],
        deprecated: 'd',
        update: 'v1.1.0',
        error: 'e',
      },
    ]);
    for (const by of [{ Path: './b' }, { Path: './b', Version: '' }])
      expect(parseListModules(JSON.stringify({ Path: 'a', Replace: by }))).toStrictEqual([
        { path: 'a', replace: { path: './b' } },
      ]);
    expect(parseListModules('{"Path":"a","Main":false,"Indirect":false,"Update":{"Path":"a"}}')).toStrictEqual([
      { path: 'a' },
    ]);
  });

  test('what is wrong', () => {
    const message = (text: string): string => thrown(() => parseListModules(text)).message;
    expect(message('{"Path":1}')).toMatch(/^go list -m -json all: module 1: Path: /);
    expect(message('{"Path":"a"}{"Path":""}')).toMatch(/^go list -m -json all: module 2, after a: Path: /);
    expect(message('{"Path":"a"} [{}]')).toBe(
      'go list -m -json all: where module 2, after a should begin with { there is "[{}]".',
    );
    expect(() => {
      new ListModulesParser(undefined, undefined, { ...defaultLimits, bytes: 3 }).push(bytes('{"Path":"a"}'));
    }).toThrow('go list -m -json all has more than 3 bytes');
  });
});

describe('go list', () => {
  test('the least and the most of a package', () => {
    expect(packagesOf('{"ImportPath":"a"}')).toStrictEqual([{ path: 'a', imports: [], testImports: [] }]);
    const all = {
      ImportPath: 'a',
      Dir: '/a',
      Standard: true,
      DepOnly: true,
      ForTest: 'b',
      Imports: ['x'],
      TestImports: ['y'],
      XTestImports: ['z'],
    };
    const error = (Pos: string | undefined, Err: string): object => ({
      ...all,
      Module: { Path: 'm', Version: 'v1' },
      Error: { ImportStack: null, Pos, Err },
    });
    const read = {
      path: 'a',
      dir: '/a',
      standard: true,
      depOnly: true,
      forTest: 'b',
      module: { path: 'm', version: 'v1' },
      imports: ['x'],
      testImports: ['y', 'z'],
    };
    expect(packagesOf(JSON.stringify(error('a.go:1:2', 'oh')))).toStrictEqual([
      { ...read, error: { text: 'a.go:1:2: oh', importStack: [] } },
    ]);
    expect(packagesOf(JSON.stringify(error(undefined, 'oh')))).toStrictEqual([
      { ...read, error: { text: 'oh', importStack: [] } },
    ]);
    expect(packagesOf(JSON.stringify(error('', 'oh')))).toStrictEqual([
      { ...read, error: { text: 'oh', importStack: [] } },
    ]);
    expect(packagesOf(JSON.stringify(error('a.go:1:2', 'a.go:1:2: oh')))).toMatchObject([
      { error: { text: 'a.go:1:2: oh' } },
    ]);
    for (const Module of [{ Path: 'm' }, { Path: 'm', Version: '' }, { Path: 'm', Version: 'v1', Main: true }])
      expect(packagesOf(JSON.stringify({ ImportPath: 'a', Module }))).toStrictEqual([
        { path: 'a', module: { path: 'm' }, imports: [], testImports: [] },
      ]);
  });

  test('what is asked for, and what is wrong', () => {
    expect(packageFields.split(',')).toEqual([
      'ImportPath',
      'Dir',
      'Standard',
      'DepOnly',
      'ForTest',
      'Module',
      'Imports',
      'TestImports',
      'XTestImports',
      'Error',
    ]);
    expect(() => packagesOf('{"ImportPath":"a"}{"ImportPath":2}')).toThrow(
      'go list -deps -test -json: package 2, after a: ImportPath: ',
    );
    expect(() => packagesOf('{"ImportPath":"a"}{')).toThrow(
      'go list -deps -test -json ends in the middle of package 2, after a.',
    );
    expect(() => packagesOf('{"ImportPath":"a"}', { ...defaultLimits, bytes: 17 })).toThrow('has more than 17 bytes');
    expect(packagesOf('{"ImportPath":"a"}', { ...defaultLimits, bytes: 18 })).toHaveLength(1);
  });
});

describe('a stream of JSON', () => {
  const read = (pieces: readonly (string | Uint8Array)[], limits = defaultLimits): unknown[] => {
    const values: unknown[] = [];
    const stream = new JsonStream({
      source: { name: 'x', code: 'bad-input' },
      noun: 'thing',
      last: () => undefined,
      onValue: (one) => values.push(one),
      limits,
    });
    for (const piece of pieces) stream.push(typeof piece === 'string' ? bytes(piece) : piece);
    stream.end();
    return values;
  };

  test('a byte order mark, at the beginning and nowhere else', () => {
    expect(read(['\uFEFF{"a":1}', '{}'])).toEqual([{ a: 1 }, {}]);
    expect(() => read(['{}', '\uFEFF{}'])).toThrow('x: where thing 2 should begin with {');
    // It shares a byte or two with the mark.
    for (const other of ['\uFEC0', '\uF03F', '\u{FF80}'])
      expect(() => read([`${other}{}`])).toThrow('where thing 1 should begin with {');
  });

  test('limits to the byte and the level', () => {
    expect(read(['{"a":[1]}'], { ...defaultLimits, bytes: 9, value: 9, depth: 2 })).toEqual([{ a: [1] }]);
    expect(() => read(['{"a":[1]}'], { ...defaultLimits, bytes: 8 })).toThrow(
      'x has more than 8 bytes, the most that is read.',
    );
    expect(() => read(['{"a":[1]}'], { ...defaultLimits, value: 8 })).toThrow('x has more than 8 bytes in thing 1');
    expect(() => read(['{"a":[1]}'], { ...defaultLimits, depth: 1 })).toThrow('x has more than 1 levels in thing 1');
  });

  test('strings with brackets, quotes and strokes, cut anywhere', () => {
    const text = String.raw`{"a":"}]{[\"\\"}{"b":"\\\"}"}`;
    for (let cut = 0; cut <= text.length; cut++)
      expect(read([text.slice(0, cut), text.slice(cut)])).toEqual([{ a: '}]{["\\' }, { b: '\\"}' }]);
  });

  test('words for an array and for anything else', () => {
    const hint = (text: string): string | undefined => thrown(() => read([text])).hint;
    expect(hint('[{}]')).toBe('It must be the objects as go prints them, one after another, not an array.');
    expect(hint('x[')).toBeUndefined();
    expect(thrown(() => read([`x${'y'.repeat(400)}\nz`])).message).toBe(
      `x: where thing 1 should begin with { there is something else.`,
    );
  });
});

describe('govulncheck', () => {
  const frame = (more: object = {}): object => ({ module: 'm', version: 'v1', ...more });
  const found = (trace: readonly object[], more: object = {}): object => ({ finding: { osv: 'GO-1', trace, ...more } });
  const least = { id: 'GO-1', aliases: [], summary: '', path: 'm', version: 'v1', reach: 'required' };

  test('the least and the most of a vulnerability', () => {
    expect(vulnerabilities(found([frame()]))).toStrictEqual([least]);
    expect(vulnerabilities(found([{ module: 'm' }]))).toStrictEqual([{ ...least, version: '' }]);
    expect(vulnerabilities(found([frame()], { fixed_version: '' }))).toStrictEqual([least]);
    expect(
      vulnerabilities(
        { osv: { id: 'GO-1', aliases: ['CVE-1'], summary: 's' } },
        found([frame()], { fixed_version: 'v2' }),
      ),
    ).toStrictEqual([{ ...least, aliases: ['CVE-1'], summary: 's', fixed: 'v2' }]);
  });

  test('the farthest it was followed to, whatever comes first, and the fix that any of them names', () => {
    const [required, imported, called] = [
      found([frame()], { fixed_version: 'v2' }),
      found([frame({ package: 'p' })]),
      found([frame({ package: 'p', function: 'f' })]),
    ];
    for (const some of [
      [required, imported, called],
      [called, imported, required],
      [imported, called, required],
    ])
      expect(vulnerabilities(...some)).toMatchObject([{ reach: 'called', fixed: 'v2' }]);
    expect(vulnerabilities(imported, required)).toMatchObject([{ reach: 'imported' }]);
  });

  test('by module, then by id', () => {
    const one = (osv: string, module: string): object => ({ finding: { osv, trace: [{ module, version: 'v1' }] } });
    const all = vulnerabilities(one('B', 'z'), one('B', 'a'), one('A', 'z'), one('A', 'a'), one('C', 'a'));
    expect(all).toMatchObject(
      [
        ['A', 'a'],
        ['B', 'a'],
        ['C', 'a'],
        ['A', 'z'],
        ['B', 'z'],
      ].map(([id, path]) => ({ id, path })),
    );
  });

  test('what is wrong', () => {
    const told = thrown(() => vulnerabilities({ finding: { osv: 'GO-1', trace: [] } }));
    expect(told.message).toMatch(/^report\.json: message 2: finding\.trace: /);
    expect(told.hint).toBe('Write it with `govulncheck -format json ./... > FILE`.');
    expect(() => vulnerabilities({ config: {} })).toThrow('message 2: config.protocol_version: ');
  });
});

describe('go mod edit and go work edit', () => {
  test('the least that they print', () => {
    expect(
      parseModEdit(
        '{"Module":{"Path":"m"},"Require":[{"Path":"a","Version":"v1","Indirect":false}],"Retract":[{"Low":"v1","High":"v1","Rationale":""}]}',
      ),
    ).toStrictEqual({
      path: 'm',
      dir: '.',
      require: [{ path: 'a', version: 'v1' }],
      replace: [],
      exclude: [],
      retract: [{ low: 'v1', high: 'v1' }],
      tool: [],
      ignore: [],
    });
    expect(parseWorkEdit('{}')).toStrictEqual({ use: [], replace: [] });
    expect(parseWorkEdit('{"Go":"1.21","Toolchain":"go1.22","Use":[{"DiskPath":"./a"}],"Replace":null}')).toStrictEqual(
      { go: '1.21', toolchain: 'go1.22', use: ['./a'], replace: [] },
    );
  });

  test('what is wrong', () => {
    expect(thrown(() => parseModEdit('{"Module":{"Path":""}}'))).toMatchObject({
      code: 'bad-input',
      hint: 'Name the module: `go mod edit -module example.com/name`.',
    });
    expect(thrown(() => parseModEdit('[]'))).toMatchObject({ code: 'go-output-invalid', hint: scripted });
    expect(thrown(() => parseModEdit('7')).message).toMatch(/^go mod edit -json: the value: /);
    expect(thrown(() => parseWorkEdit('x'))).toMatchObject({ code: 'go-output-invalid', hint: scripted });
    expect(thrown(() => parseWorkEdit('x')).message).toMatch(/^go work edit -json is not JSON\b/);
    expect(thrown(() => parseWorkEdit('{"Use":1}')).message).toMatch(/^go work edit -json: Use: /);
  });
});

test('a piece of text is cut after 80 characters, whole ones', () => {
  expect(excerpt('x'.repeat(80))).toBe('x'.repeat(80));
  expect(excerpt('x'.repeat(81))).toBe(`${'x'.repeat(80)}…`);
  expect(excerpt('😀'.repeat(80))).toBe('😀'.repeat(80));
  expect(excerpt('😀'.repeat(81))).toBe(`${'😀'.repeat(80)}…`);
  expect(excerpt('a\u0000\nb')).toBe('a\uFFFD\uFFFDb');
});

test('the advice for a mistake is the one given, else what is known of its source', () => {
  expect(invalid({ name: 'x', code: 'bad-input' }, 'oh')).not.toHaveProperty('hint', expect.anything());
  expect(invalid({ name: 'x', code: 'go-output-invalid' }, 'oh').hint).toBe(scripted);
  expect(invalid({ name: 'x', code: 'go-output-invalid' }, 'oh', 'do').hint).toBe('do');
});
