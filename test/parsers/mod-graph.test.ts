import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../parsers/limits.ts';
import { ModGraphParser, parseModGraph } from '../../parsers/mod-graph.ts';
import { recordedBytes, recordedText } from '../recorded.ts';
import { thrown } from './thrown.ts';

const file = { name: 'graph.txt', code: 'bad-input' } as const;

/** The lines that an edge list stands for. */
function print(edges: ReturnType<typeof parseModGraph>): string {
  return Array.from(edges.from, (from, i) => `${edges.names[from]!} ${edges.names[edges.to[i]!]!}\n`).join('');
}

/** Pieces of `bytes`, cut at the places given. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [0, ...[...places].map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return cuts.slice(1).map((end, i) => bytes.slice(cuts[i], end));
}

describe('go mod graph', () => {
  test('the lines of a real module come back as they were, and each name once', () => {
    const text = recordedText('traefik', 'graph.txt');
    const edges = parseModGraph(text);
    expect(print(edges)).toBe(text);
    expect(edges.from).toHaveLength(5384);
    expect(new Set(edges.names).size).toBe(edges.names.length);
  });

  test('the largest one has the counts known of it', () => {
    const edges = parseModGraph(recordedBytes('traefik', 'graph-unpruned.txt'));
    const versions = edges.names.filter((name) => !/^(?:go|toolchain)@/.test(name));
    expect(edges.from).toHaveLength(55_417);
    expect(versions).toHaveLength(4_804);
  });

  test('any graph is read back, wherever its text is cut into chunks', () => {
    const segment = fc.string({
      unit: fc.constantFrom(...Array.from('abcXYZ019-_.~/é日')),
      minLength: 1,
      maxLength: 8,
    });
    const name = fc.oneof(
      segment,
      fc.tuple(segment, segment).map(([path, version]) => `${path}@${version}`),
      fc.constant('m@v1@odd'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, name), { maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (lines, places) => {
          const text = lines.map(([from, to]) => `${from} ${to}\n`).join('');
          const parser = new ModGraphParser();
          for (const chunk of cutAt(new TextEncoder().encode(text), places)) {
            parser.push(chunk);
            chunk.fill(0);
          }
          const edges = parser.end();
          expect(print(edges)).toBe(text);
          expect(edges.names).toEqual([...new Set(lines.flat())]);
        },
      ),
    );
  });

  test('many names are told apart (the table grows)', () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `m${i} n${(i * 7919) % 30_000}@v1.0.${i % 3}\n`).join('');
    expect(print(parseModGraph(lines))).toBe(lines);
  });

  test('counts are there while it reads', () => {
    const parser = new ModGraphParser();
    parser.push(new TextEncoder().encode('m a@v1.0.0\nm b@v1'));
    expect([parser.nameCount, parser.edgeCount]).toEqual([2, 1]);
  });

  test('the chunk is free once push has returned', () => {
    const parser = new ModGraphParser();
    const chunk = new TextEncoder().encode('m a@v1.0.0\n');
    parser.push(chunk);
    chunk.fill(0);
    expect(parser.end().names).toEqual(['m', 'a@v1.0.0']);
  });

  test.each([
    ['nothing', ''],
    ['blank lines', '\n\r\n\n'],
    ['a byte order mark alone', '\ufeff\n'],
  ])('%s is an empty graph', (_name, text) => {
    expect(parseModGraph(text, file).names).toEqual([]);
  });

  test.each([
    ['CRLF', 'm a@v1.0.0\r\nm b@v1.0.0\r\n'],
    ['a byte order mark', '\ufeffm a@v1.0.0\nm b@v1.0.0\n'],
    ['blank lines', 'm a@v1.0.0\n\nm b@v1.0.0\n\n'],
    ['a last line without its end', 'm a@v1.0.0\nm b@v1.0.0'],
  ])('a file with %s is read', (_name, text) => {
    expect(print(parseModGraph(text, file))).toBe('m a@v1.0.0\nm b@v1.0.0\n');
  });
});

describe('what is no graph', () => {
  test.each([
    ['one word', 'm a@v1.0.0\nxyz\n', 2, 'there is no space', '"xyz"'],
    ['three words', 'm a@v1 b@v1\n', 1, 'there is more than one space', '"m a@v1 b@v1"'],
    ['two spaces', 'm  a@v1\n', 1, 'there is more than one space', '"m  a@v1"'],
    ['a space at the end', 'm a@v1 \n', 1, 'there is more than one space', ''],
    ['a space at the start', ' a@v1\n', 1, 'a name is missing', ''],
    ['a name missing at the end', 'm \n', 1, 'a name is missing', ''],
    ['a tab', 'm\ta@v1\n', 1, 'control character (0x09)', ''],
    ['a NUL byte', 'm a@v1\nm b@\0v1\n', 2, 'a NUL byte', '"m b@\ufffdv1"'],
    ['a carriage return inside', 'm a\r@v1\n', 1, 'control character (0x0d)', ''],
    ['no path', 'm @v1\n', 1, 'no module path', '"@v1"'],
    ['no version', 'm a@v1\nm b@\n', 2, 'no version', '"b@"'],
  ])('%s is refused with its line', (_name, text, line, why, word) => {
    const fault = thrown(() => parseModGraph(text, file));
    expect(fault.code).toBe('bad-input');
    expect(fault.message).toContain(`graph.txt, line ${line}: `);
    expect(fault.message).toContain(why);
    // A file may be nobody's business; what go printed is shown.
    if (word !== '') expect(fault.message).not.toContain(word);
    expect(thrown(() => parseModGraph(text))).toMatchObject({ code: 'go-output-invalid' });
    expect(thrown(() => parseModGraph(text)).message).toContain(word);
  });

  test('bytes that are not UTF-8 are told with the line on which they first stand', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('m a@v1\nm b@v1\nm c'), 0xc3, 0x28, 0x0a]);
    const fault = thrown(() => parseModGraph(bytes, file));
    expect(fault.message).toContain('graph.txt, line 3: it holds bytes that are not UTF-8');
  });

  test('UTF-16, as PowerShell writes it, is named', () => {
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from('m a@v1\n').flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    const fault = thrown(() => parseModGraph(bytes, file));
    expect(fault.message).toContain('UTF-16');
    expect(fault.hint).toContain('Out-File -Encoding utf8');
  });

  test('what go says on stderr is recognised', () => {
    const fault = thrown(() => parseModGraph('go: downloading example.com/a v1.0.0\nm a@v1\n', file));
    expect(fault.hint).toContain('stderr');
  });

  test('output of go that ends in the middle of a line is refused', () => {
    const fault = thrown(() => parseModGraph('m a@v1\nm b@v1.2'));
    expect(fault.code).toBe('go-output-invalid');
    expect(fault.message).toContain('line 2: the output ends in the middle of it: "m b@v1.2"');
  });

  test('a long line is shortened in the message, its control characters replaced', () => {
    const fault = thrown(() => parseModGraph(`\u001b[31m${'x'.repeat(500)}\n`, file));
    expect(fault.message).not.toContain('\u001b');
    expect(fault.message.length).toBeLessThan(300);
  });
});

describe('limits', () => {
  const small = { ...defaultLimits, bytes: 200, line: 30, names: 4, edges: 5 };
  test.each([
    ['bytes', 'm a\n'.repeat(60), 'more than 200 bytes'],
    ['a line', `m ${'a'.repeat(40)}\n`, 'more than 30 bytes in line 1'],
    ['a line without end', `m a\nm ${'a'.repeat(40)}`, 'more than 30 bytes in line 2'],
    ['names', 'a b\nc d\ne f\n', 'more than 4 module versions'],
    ['requirements', 'm a\n'.repeat(6), 'more than 5 requirements'],
  ])('%s: the Fault is too-large', (_name, text, message) => {
    const fault = thrown(() => parseModGraph(text, file, small));
    expect(fault.code).toBe('too-large');
    expect(fault.message).toContain(message);
    expect(thrown(() => parseModGraph(text, undefined, small)).code).toBe('go-output-flood');
  });

  test('what just fits is read', () => {
    expect(parseModGraph('m a\n'.repeat(5), file, small).from).toHaveLength(5);
  });
});
