import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherThan, recognize, recordings, type Recognized, type Recording } from '../../parsers/recognize.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';

const texts: readonly (readonly [Recognized, string])[] = [
  ['graph', 'example.com/m golang.org/x/net@v0.1.0\n'],
  ['graph', 'example.com/m@v1.0.0 go@1.21\r\nexample.com/m@v1.0.0 a.io/b@v1.0.0\r\n'],
  ['list', '{\n\t"Path": "example.com/m",\n\t"Main": true\n}\n'],
  ['list', '{"Path":"example.com/m","Main":true}\n{"Path":"a.io/b"}\n'],
  ['go.mod', 'module example.com/m\n'],
  ['go.mod', '// about\n\n// more\nmodule (\n\texample.com/m\n)\n\ngo 1.21\n'],
  ['go.mod', '\uFEFFmodule example.com/m // a comment\n'],
  ['snapshot', '{\n  "format": 1,\n'],
  ['report', '{"config":{"protocol_version":"v1.0.0"}}\n'],
  ['report', '{\n  "osv": {\n    "id": "GO-2024-1"\n  }\n}\n'],
  ['policy', '{ "forbid": [] }'],
  ['policy', '{\n  "$schema": "x",\n'],
  ['list text', 'example.com/m\ngolang.org/x/net v0.1.0\n'],
  ['list text', 'example.com/m\na.io/b v1.0.0 => ../b\nc.io/d v1.0.0 [v1.1.0]\ne.io/f v1.0.0 => g.io/h v1.0.0\n'],
  ['list text', 'example.com/m\nexample.com/n\na.io/b v1.0.0\n'],
  ['list text', 'm\n'],
  ['packages', '{\n\t"Dir": "/x",\n\t"ImportPath": "example.com/m",\n\t"Module": {\n\t\t"Path": "example.com/m"\n'],
  ['module rows', '[\n  {"path":"example.com/m","main":true}\n]\n'],
  ['go.work', 'go 1.21\n\nuse ./a\n'],
  ['go.work', 'use (\n\t./a\n)\n'],
  ['go.sum', 'a.io/b v1.0.0 h1:x=\na.io/b v1.0.0/go.mod h1:y=\n'],
  ['vendor list', '# a.io/b v1.0.0\n## explicit\na.io/b\n'],
  ['why', '# a.io/b\nexample.com/m\na.io/b\n'],
  ['buildinfo', 'm: go1.26.8\n\tpath\texample.com/m\n'],
  ['stderr', 'go: downloading a.io/b v1.0.0\nexample.com/m a.io/b@v1.0.0\n'],
  ['binary', '\u007fELF\u0002\u0001\0\0'],
  ['picture', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['picture', 'digraph modules {\n'],
  ['page', '<!DOCTYPE html>\n<html>'],
  ['nothing', ' \n\n'],
];

describe('a text by its beginning', () => {
  it.each(texts)('%s: %j', (kind, text) => {
    expect(recognize(text, true)).toBe(kind);
  });

  it.each([['plain words about something\n'], ['{"x":1}'], ['[1]'], ['a,b,c\n1,2,3\n'], ['\uFFFD\uFFFDg\0o\0']])(
    'nothing that is known: %j',
    (text) => {
      expect(recognize(text, true)).toBeUndefined();
    },
  );

  it('a line that was cut counts for nothing', () => {
    expect(recognize('example.com/m a.io/b@v1.0.0\nexam', false)).toBe('graph');
    expect(recognize('a.io/b v1.0.0 h1:x=\na.io/b v1.', false)).toBe('go.sum');
    expect(recognize('   ', false)).toBeUndefined();
  });

  it('is looked at in a moment, whatever it holds', () => {
    for (const piece of ['\n', ' ', '{\n', '"', 'go: ', '# ', ': go', 'v', '\t', '=> ']) {
      recognize(`{${piece.repeat(70_000 / piece.length)}`, true);
      recognize(`a${piece.repeat(70_000 / piece.length)}`, true);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, whole) => {
        recognize(text, whole);
      }),
    );
  });
});

describe('what the readers take is never called anything else', () => {
  const folder = path.join(process.cwd(), 'samples/recorded');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const wanted: readonly (readonly [Recording, RegExp])[] = [
    ['graph', /graph[\w-]*\.txt(?:\.gz)?$/],
    ['list', /list[\w-]*\.json(?:\.gz)?$/],
    ['go.mod', /go\.mod$/],
  ];

  it.each(wanted)('%s of every recorded module', (kind, pattern) => {
    const found = files.filter((file) => pattern.test(file));
    expect(found.length).toBeGreaterThan(5);
    for (const file of found) {
      const bytes = readFileSync(path.join(folder, file));
      const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      expect([file, recognize(text, true)]).toEqual([file, kind]);
    }
  });

  it('as go itself prints them', () => {
    const cwd = layOut(temporaryFolder(), { 'go.mod': 'module example.com/m\n\ngo 1.21\n', 'm.go': 'package m\n' });
    const go = (...args: string[]): string =>
      execFileSync('go', args, { cwd, encoding: 'utf8', env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=mod' } });
    expect(recognize(go('mod', 'graph'), true)).toBe('graph');
    expect(recognize(go('list', '-m', '-json', 'all'), true)).toBe('list');
    expect(recognize(go('list', '-m', 'all'), true)).toBe('list text');
    expect(recognize(go('list', '-json', './...'), true)).toBe('packages');
    expect(recognize(go('mod', 'why', '-m', 'example.com/m'), true)).toBe('why');
  });
});

it('every kind is told apart from every other, with what records the wanted one', () => {
  for (const wanted of Object.keys(recordings) as Recording[]) {
    for (const [found] of texts.filter(([kind]) => kind !== wanted)) {
      const { message, hint } = otherThan(wanted, found);
      expect(message).toMatch(/^is .+, and `--\w+` reads .+\.$/);
      expect(hint).toContain(`For \`${recordings[wanted].option}\`: ${recordings[wanted].record}.`);
    }
  }
});
