/** The limits of `go mod graph` to the byte, and each thing that can be wrong with a line, in words. */
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../parsers/limits.ts';
import { ModGraphParser, parseModGraph } from '../../parsers/mod-graph.ts';
import { thrown } from './thrown.ts';

const file = { name: 'graph.txt', code: 'bad-input' } as const;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Fed in pieces of so many bytes. */
function inPieces(text: string | Uint8Array, size: number, limits = defaultLimits): ReturnType<typeof parseModGraph> {
  const all = typeof text === 'string' ? bytes(text) : text;
  const parser = new ModGraphParser(undefined, limits);
  for (let at = 0; at < all.length; at += size) parser.push(all.subarray(at, at + size));
  return parser.end();
}

function hintOf(read: () => unknown): string | undefined {
  return thrown(read).hint;
}

describe('limits', () => {
  const text = 'm aaaa\nm bbbb\nm cc\n';

  test.each([1, 3, 1000])('bytes, in pieces of %d', (size) => {
    expect(inPieces(text, size, { ...defaultLimits, bytes: text.length }).names).toHaveLength(4);
    expect(() => inPieces(text, size, { ...defaultLimits, bytes: text.length - 1 })).toThrow(
      'go mod graph has more than 18 bytes, the most that is read.',
    );
  });

  test.each([1, 3, 1000])('a line, in pieces of %d', (size) => {
    expect(inPieces(text, size, { ...defaultLimits, line: 6 }).names).toHaveLength(4);
    expect(() => inPieces(text, size, { ...defaultLimits, line: 5 })).toThrow(
      'go mod graph has more than 5 bytes in line 1',
    );
    const second = 'm a\nm bbbb\nm cccccc\n';
    expect(() => inPieces(second, size, { ...defaultLimits, line: 7 })).toThrow('more than 7 bytes in line 3');
  });

  test('names and requirements', () => {
    expect(parseModGraph(text, file, { ...defaultLimits, names: 4, edges: 3 }).from).toHaveLength(3);
    expect(() => parseModGraph(text, file, { ...defaultLimits, names: 3 })).toThrow(
      'graph.txt has more than 3 module versions',
    );
    expect(() => parseModGraph(text, file, { ...defaultLimits, edges: 2 })).toThrow(
      'graph.txt has more than 2 requirements',
    );
    expect(hintOf(() => parseModGraph(text, file, { ...defaultLimits, edges: 2 }))).toBe(
      'No known module comes near this. If yours does, please report it with the size.',
    );
  });

  test('a long line that comes in pieces', () => {
    const [from, to] = ['a'.repeat(700), 'b'.repeat(900)];
    for (const size of [1, 100, 300, 1000]) expect(inPieces(`${from} ${to}\n`, size).names).toEqual([from, to]);
  });

  test('both lists are as long as there are requirements', () => {
    const { from, to } = parseModGraph(text);
    expect([from.length, to.length]).toEqual([3, 3]);
  });
});

describe('what is wrong with a line', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['m a\n b\n', 'line 2: a name is missing: " b"'],
    ['m a\nm \n', 'line 2: a name is missing: "m "'],
    ['m a\nm b c\n', 'line 2: there is more than one space: "m b c"'],
    ['m a\nmb\n', 'line 2: there is no space: "mb"'],
    ['m a\nm b\u007f\n', 'line 2: it holds a control character (0x7f)'],
    ['m a\nm b\tc\n', 'line 2: it holds a control character (0x09)'],
    ['m a\nm b\u0000\n', 'line 2: it holds a NUL byte'],
    ['m a\nm @v1\n', 'line 2: a name has no module path before its @'],
    ['m a\nm b@\n', 'line 2: a name has no version after its @'],
  ];

  test.each(wrong)('%j', (text, words) => {
    for (const size of [1, 2, 3, 1000]) expect(() => inPieces(text, size)).toThrow(`go mod graph, ${words}`);
    // As the first line, too.
    const [, second = ''] = text.split('\n');
    expect(() => parseModGraph(`${second}\n`)).toThrow(words.replace('line 2', 'line 1'));
  });

  test('what is right although it looks odd', () => {
    const text = 'm a@v1@\nm\u0021 a@b@c\n\uFEFFm \u{FF80}a\n\uFEC0 \uF000\n';
    expect(parseModGraph(`m m\n${text}`).names).toEqual([
      'm',
      'a@v1@',
      'm!',
      'a@b@c',
      '\uFEFFm',
      '\uFF80a',
      '\uFEC0',
      '\uF000',
    ]);
    // Only a whole byte order mark is one.
    expect(parseModGraph('\uFEC0 x\n').names[0]).toBe('\uFEC0');
    expect(parseModGraph('\uF03F x\n').names[0]).toBe('\uF03F');
    expect(parseModGraph('\uFEFFm x\n').names[0]).toBe('m');
    expect(parseModGraph('\r\n\nm x\r\n\r\n').names).toEqual(['m', 'x']);
  });

  test('UTF-16, of either kind, and what only begins like it', () => {
    for (const start of [
      [0xff, 0xfe],
      [0xfe, 0xff],
    ]) {
      const read = (): unknown => parseModGraph(Uint8Array.from([...start, 0x6d, 0x20, 0x61, 0x0a]), file);
      expect(read).toThrow('graph.txt is UTF-16 text; it must be UTF-8.');
      expect(hintOf(read)).toContain('Out-File -Encoding utf8');
    }
    for (const start of [
      [0xff, 0x61],
      [0xfe, 0x61],
      [0xff, 0xff],
      [0xfe, 0xfe],
      [0x61, 0xfe],
      [0x61, 0xff],
    ]) {
      expect(() => parseModGraph(Uint8Array.from([...start, 0x20, 0x61, 0x0a]), file)).toThrow(
        'line 1: it holds bytes that are not UTF-8',
      );
    }
  });

  test('bytes that are not UTF-8 are told with the line they first stand on', () => {
    const bad = Uint8Array.from([0x61, 0xc3, 0x28]);
    const many = Array.from({ length: 5000 }, (_, n) => `m n${n}\n`).join('');
    for (const [before, line] of [
      ['m a\n', 2],
      [many, 5001],
    ] as const) {
      const text = new Uint8Array([
        ...bytes(before),
        ...bytes('m '),
        ...bad,
        ...bytes('\nm b\nm '),
        ...bad,
        ...bytes('\n'),
      ]);
      expect(() => parseModGraph(text, file)).toThrow(
        `graph.txt, line ${line}: it holds bytes that are not UTF-8. Expected`,
      );
    }
  });

  test('what to do: for what go printed, for a file, and for go’s own talk in it', () => {
    const told = 'Check which go is run (`--go PATH`); a wrapper script that prints to stdout would do this.';
    const record = 'Record it anew with `go mod graph > graph.txt`.';
    const talk = 'This is what go says on stderr: record stdout alone, `go mod graph > graph.txt`.';
    expect(hintOf(() => parseModGraph('x\n'))).toBe(told);
    expect(hintOf(() => parseModGraph('x\n', file))).toBe(record);
    expect(hintOf(() => parseModGraph('go: downloading a v1\n', file))).toBe(talk);
    expect(hintOf(() => parseModGraph('warning: a b\n', file))).toBe(talk);
    expect(hintOf(() => parseModGraph('a go: b c\n', file))).toBe(record);
    expect(hintOf(() => parseModGraph('a warning: b c\n', file))).toBe(record);
  });

  test('a last line without its end: go prints none, a file may have one', () => {
    expect(() => parseModGraph('m a\nm b')).toThrow('go mod graph, line 2: the output ends in the middle of it: "m b"');
    expect(parseModGraph('m a\nm b', file).names).toEqual(['m', 'a', 'b']);
  });
});

test('a requirer is known by its whole name, whatever came before it', () => {
  const text = 'aa x\nbb y\naa@v1 z\naa@v1.2 z\naa z\nbb x\n';
  for (const size of [1, 7, 1000]) {
    const { names, from, to } = inPieces(`m m\n${text}`, size);
    expect(Array.from(from, (one, n) => `${names[one]!} ${names[to[n]!]!}\n`).join('')).toBe(`m m\n${text}`);
  }
});
