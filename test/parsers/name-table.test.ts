import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, NameTable } from '../../parsers/name-table.ts';

const name = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', 'example.com/m@v1.0.0', 'é', 'éé'),
  fc.stringMatching(/^[!-~]{1,40}$/),
);

/** Numbers of the names, in the order they are added. */
function numbers(table: NameTable, names: readonly string[]): number[] {
  return names.map((one) => {
    const bytes = bytesOf(new TextEncoder().encode(`${one} rest`));
    table.scan(bytes, 0, bytes.all.length);
    return table.add(bytes, 0, table.end, table.hash);
  });
}

it.each([
  ['by their hashes', undefined],
  ['crowded from the first on', 1],
])('numbers names as a Map does, %s', (_, mostProbes) => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 200 }), (names) => {
      const table = new NameTable(mostProbes);
      const once = [...new Set(names)];
      expect(numbers(table, names)).toEqual(names.map((one) => once.indexOf(one)));
      expect(table.count).toBe(once.length);
      expect(table.texts()).toEqual(once);
    }),
  );
});

it('keeps ten thousand names apart, and tells bytes apart that are not UTF-8', () => {
  const table = new NameTable(4);
  const many = Array.from({ length: 10_000 }, (_, i) => `example.com/m${i}@v1.0.${i % 7}`);
  expect(numbers(table, many)).toEqual(many.map((_, i) => i));
  const odd = [[0xff], [0xfe], [0xff]].map((bytes) => {
    const one = bytesOf(Uint8Array.from(bytes));
    table.scan(one, 0, 1);
    return table.add(one, 0, 1, table.hash);
  });
  expect(odd).toEqual([10_000, 10_001, 10_000]);
  expect(() => table.texts()).toThrow(TypeError);
});

it('ends a name at a space, a control character or DEL, wherever it stands', () => {
  const table = new NameTable();
  for (let length = 1; length < 20; length++) {
    for (const stop of [0, 9, 10, 13, 32, 127]) {
      const bytes = bytesOf(Uint8Array.from([...new Uint8Array(length).fill(0x7e), stop, 0x61, 0x61, 0x61]));
      table.scan(bytes, 0, bytes.all.length);
      expect(table.end).toBe(length);
    }
    const open = bytesOf(new Uint8Array(length).fill(0xff));
    table.scan(open, 0, length);
    expect(table.end).toBe(length);
  }
});
