import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../parsers/limits.ts';
import { ListModulesParser, parseListModules } from '../../parsers/list-modules.ts';
import { recordedText } from '../recorded.ts';
import { thrown } from './thrown.ts';

const file = { name: 'list.json', code: 'bad-input' } as const;

describe('go list -m -json all', () => {
  test('every module of a real workspace is read, with what go said of it', () => {
    const counts: number[] = [];
    const modules = parseListModules(recordedText('etcd-workspace', 'list.json'), undefined, (count) =>
      counts.push(count),
    );
    expect(modules.filter(({ main }) => main === true)).toHaveLength(9);
    expect(counts).toEqual(modules.map((_, i) => i + 1));
    expect(modules[0]).toEqual({
      path: 'go.etcd.io/etcd/api/v3',
      main: true,
      goVersion: '1.21',
      dir: '/home/dev/src/etcd-workspace/api',
    });
  });

  test('replacements keep what go.mod says', () => {
    const replaced = parseListModules(recordedText('traefik', 'list.json')).filter(
      ({ replace }) => replace !== undefined,
    );
    expect(replaced.map(({ path, replace }) => [path, replace])).toContainEqual([
      'github.com/gorilla/mux',
      { path: 'github.com/containous/mux', version: 'v0.0.0-20220627093034-b2dd784e613f' },
    ]);
    expect(parseListModules('{"Path": "a", "Version": "v1.0.0", "Replace": {"Path": "../b"}}')[0]?.replace).toEqual({
      path: '../b',
    });
  });

  test('facts, errors and fields of a later go', () => {
    const text = `{"Path": "a", "Version": "v1.0.0", "Time": "2024-01-02T03:04:05Z", "Indirect": true, "GoVersion": "1.21",
      "Retracted": ["broken } \\" {"], "Deprecated": "use b", "Update": {"Path": "a", "Version": "v1.1.0"}, "New": [[{}]],
      "Error": {"Err": "no such module"}}`;
    expect(parseListModules(text)).toEqual([
      {
        path: 'a',
        version: 'v1.0.0',
        indirect: true,
        goVersion: '1.21',
        time: '2024-01-02T03:04:05Z',
        retracted: ['broken } " {'],
        deprecated: 'use b',
        update: 'v1.1.0',
        error: 'no such module',
      },
    ]);
  });

  test('any text in any field comes through, wherever the bytes are cut', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ Path: words.filter((path) => path !== ''), Deprecated: words }), { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 10 }),
        fc.constantFrom('', ' ', '\n', '\r\n\t'),
        (modules, places, between) => {
          const text = modules.map((module) => JSON.stringify(module, undefined, '\t') + between).join('');
          const bytes = new TextEncoder().encode(text);
          const cuts = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
          const parser = new ListModulesParser();
          cuts.slice(1).forEach((end, i) => {
            parser.push(bytes.subarray(cuts[i], end));
          });
          expect(parser.end()).toEqual(modules.map(({ Path, Deprecated }) => ({ path: Path, deprecated: Deprecated })));
        },
      ),
    );
  });

  test('no output is no module', () => {
    expect(parseListModules('\n')).toEqual([]);
  });

  test('a name like a property of every object is a name like any other', () => {
    expect(parseListModules('{"Path": "__proto__"}{"Path": "constructor", "__proto__": {"polluted": true}}')).toEqual([
      { path: '__proto__' },
      { path: 'constructor' },
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('what is no list', () => {
  test.each([
    ['cut off', '{"Path": "a"}\n{"Path": "b"}\n{"Path": "c', 'list.json ends in the middle of module 3.'],
    ['cut off at once', '{', 'list.json ends in the middle of module 1.'],
    ['an array', '[{"Path": "a"}]', 'list.json: where module 1 should begin with { there is something else.'],
    [
      'words between',
      '{"Path": "a"}\nnonsense {',
      'list.json: where module 2 should begin with { there is something else.',
    ],
    [
      'a closing brace too many',
      '{"Path": "a"}}',
      'list.json: where module 2 should begin with { there is something else.',
    ],
    ['not JSON', '{"Path": a}', 'list.json: module 1 is not JSON'],
    ['mixed brackets', '{"Path": "a"]', 'list.json: module 1 is not JSON'],
    ['no path', '{"Path": "a"}{"Version": "v1"}', 'list.json: module 2: Path: '],
    ['a number for a version', '{"Path": "a", "Version": 1}', 'list.json: module 1: Version: '],
  ])('%s is told with the module', (_name, text, message) => {
    const fault = thrown(() => parseListModules(text, file));
    expect(fault.code).toBe('bad-input');
    expect(fault.message.slice(0, message.length)).toBe(message);
    expect(thrown(() => parseListModules(text)).code).toBe('go-output-invalid');
  });

  test('bytes that are not UTF-8', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('{"Path": "a'), 0xff, 0x22, 0x7d]);
    expect(thrown(() => parseListModules(bytes, file)).message).toBe(
      'list.json: module 1 holds bytes that are not UTF-8.',
    );
  });

  test('what was read before the mistake is kept', () => {
    const parser = new ListModulesParser(file);
    parser.push(new TextEncoder().encode('{"Path": "a"}{"Path": "b'));
    expect(thrown(() => parser.end()).code).toBe('bad-input');
    expect(parser.modules).toEqual([{ path: 'a' }]);
  });

  test.each([
    ['bytes', ' '.repeat(300), { bytes: 200 }, 'more than 200 bytes'],
    ['one value', `{"Path": "${'a'.repeat(300)}"}`, { value: 200 }, 'more than 200 bytes in module 1'],
    ['one value that never ends', `{"Path": "${'a'.repeat(300)}`, { value: 200 }, 'more than 200 bytes in module 1'],
    ['depth', `{"a":${'['.repeat(50)}`, { depth: 40 }, 'more than 40 levels in module 1'],
  ])('%s past the limit is too-large', (_name, text, limits, message) => {
    const fault = thrown(() => {
      const parser = new ListModulesParser(file, undefined, { ...defaultLimits, ...limits });
      parser.push(new TextEncoder().encode(text));
      parser.end();
    });
    expect(fault.code).toBe('too-large');
    expect(fault.message).toContain(message);
  });
});
