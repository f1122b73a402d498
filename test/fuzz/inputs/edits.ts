/** Texts made from good ones by small and large damage: of characters, words, lines and whole parts. */
import fc from 'fast-check';

/** Inputs grow by repetition up to about this many characters, so that what takes squared time is seen. */
const longest = 1 << 16;

type Edit = (text: string) => string;

/** A place in a text, as a share of it. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

function placeIn(text: string, share: number): number {
  return Math.floor(share * (text.length + 1));
}

/** Cuts `count` characters at a place and writes a piece there. */
function spliced(share: number, count: number, piece: string): Edit {
  return (text) => {
    const at = placeIn(text, share);
    return text.slice(0, at) + piece + text.slice(at + count);
  };
}

/** Where a word begins: most mistakes of readers are at the edge of one. */
function beforeWord(share: number, count: number, piece: string): Edit {
  return (text) => {
    const from = placeIn(text, share);
    const at = from + Math.max(0, text.slice(from).search(/\b/));
    return text.slice(0, at) + piece + text.slice(at + count);
  };
}

function onLines(share: number, other: number, change: (lines: string[], a: number, b: number) => void): Edit {
  return (text) => {
    const lines = text.split('\n');
    change(lines, Math.floor(share * lines.length), Math.floor(other * lines.length));
    return lines.join('\n');
  };
}

const lineChanges: readonly ((lines: string[], a: number, b: number) => void)[] = [
  (lines, a) => lines.splice(a, 1),
  (lines, a, b) => lines.splice(a, 0, lines[b] ?? ''),
  (lines, a, b) => {
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  },
  (lines, a) => lines.splice(a, 2, (lines[a] ?? '') + (lines[a + 1] ?? '')),
];

function edits(words: readonly string[]): fc.Arbitrary<Edit> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words) },
    fc.string({ maxLength: 6, unit: 'binary' }),
    fc.string({ maxLength: 6 }),
  );
  const count = fc.nat(4);
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(place, count, piece).map(([at, size, text]) => spliced(at, size, text)) },
    { weight: 3, arbitrary: fc.tuple(place, count, piece).map(([at, size, text]) => beforeWord(at, size, text)) },
    fc.tuple(place, fc.nat(60)).map(([at, size]) => spliced(at, size, '')),
    fc.tuple(place, place, fc.constantFrom(...lineChanges)).map(([a, b, change]) => onLines(a, b, change)),
    place.map(
      (at): Edit =>
        (text) =>
          text.slice(0, placeIn(text, at)),
    ),
    {
      arbitrary: fc.tuple(place, fc.nat(12), fc.nat(5000)).map(([at, size, times]): Edit => (text) => {
        const from = placeIn(text, at);
        const part = text.slice(from, from + size + 1);
        const most = Math.floor((longest - text.length) / Math.max(1, part.length));
        return text.slice(0, from) + part.repeat(Math.max(0, Math.min(times, most))) + text.slice(from);
      }),
      weight: 1,
    },
  );
}

/** One of `good`, or a part of its lines, damaged up to six times with the words of its language; whole now and then. */
export function damaged(good: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const start = fc
    .tuple(fc.constantFrom(...good), place, fc.integer({ min: 1, max: 40 }), fc.boolean())
    .map(([text, at, size, whole]) => {
      if (whole && text.length < 4000) return text;
      const lines = text.split('\n');
      const from = Math.floor(at * lines.length);
      return lines.slice(from, from + size).join('\n');
    });
  return fc
    .tuple(start, fc.array(edits(words), { maxLength: 6 }))
    .map(([text, changes]) => changes.reduce((now, change) => change(now), text));
}

/** Words of a language one after another, with what may stand between them. */
export function strungTogether(words: readonly string[], between: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...between)), { maxLength: 20 })
    .map((pairs) => pairs.map(([word, gap]) => word + gap).join(''));
}

/** Text as bytes, some of them changed: what is not UTF-8 is seen too. */
export function asBytes(texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 3 });
  return fc.tuple(texts, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, changes)).map(([text, list]) => {
    const bytes = new TextEncoder().encode(text);
    for (const [at, byte] of list) if (bytes.length > 0) bytes[Math.floor(at * bytes.length)] = byte;
    return bytes;
  });
}

/** Numbers for what a target chooses besides its text. */
export const dice = fc.array(fc.nat(1 << 16), { minLength: 1, maxLength: 8 });
