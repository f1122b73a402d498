import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { Fault, type FaultCode } from '../../graph/fault.ts';
import { hunt, type Counts, type Failure } from './hunt.ts';
import { noteMemory, noteOn, read, write } from './note.ts';
import { dice } from './inputs/edits.ts';
import { must, textOf, type Input } from './target.ts';

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'planted');
});

/** What is found in a reader that does this with each text. */
function found(
  examine: (text: string) => void,
  codes: readonly FaultCode[] = [],
  runs = 2500,
): readonly [Counts, Failure[]] {
  const failures: Failure[] = [];
  const inputs = fc.record({
    text: fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom('a', 'b', 'x') }),
    dice,
  });
  const target = {
    name: 'planted',
    share: 1,
    inputs,
    codes,
    examine: (input: Input) => {
      examine(textOf(input));
    },
  };
  const counts = hunt({ target, runs, seed: 1, onFailure: (failure) => failures.push(failure) });
  return [counts, failures];
}

it('counts what is read and what is refused', () => {
  const [counts, failures] = found(
    (text) => {
      if (text.startsWith('a')) throw new Fault('bad-input', 'no');
    },
    ['bad-input'],
  );
  expect(failures).toEqual([]);
  expect(counts.failed).toBe(0);
  expect(counts.accepted + counts.refused).toBe(2500);
  expect(counts.refused).toBeGreaterThan(100);
});

it('makes a failing input small, tells its seed, and goes on with the next batch', () => {
  const crash = (text: string): void => {
    if (text.includes('x')) JSON.parse(text);
  };
  const [counts, failures] = found(crash);
  expect(counts.failed).toBeGreaterThan(1);
  expect(counts.accepted + counts.failed).toBe(2500);
  expect(failures.every(({ input }) => /^a?xa?$/.test(textOf(input)))).toBe(true);
  expect(failures.map(({ seed }) => seed)).toEqual(failures.map((_, i) => i + 1));
  expect(failures[0]?.error).toContain('SyntaxError');
});

it.each<[string, (text: string) => void, readonly FaultCode[], string]>([
  ['a Fault of a code that is not named', () => fail('too-large'), ['bad-input'], 'not its own'],
  ['a Fault that means a defect', () => fail('defect'), ['defect'], 'status 70'],
  ['a message without an end', () => fail('bad-input', 'm'.repeat(5000)), ['bad-input'], '5000 characters'],
  [
    'a property that does not hold',
    () => {
      must(false, 'two is three');
    },
    [],
    'two is three',
  ],
  ['a changed prototype', () => Object.assign(Object.prototype, { planted: 1 }), [], 'prototype'],
])('takes %s for a failure', (_, examine, codes, error) => {
  const [counts, failures] = found(examine, codes, 30);
  expect(counts.failed).toBeGreaterThan(0);
  expect(failures[0]?.error).toContain(error);
});

function fail(code: FaultCode, message = 'no'): never {
  throw new Fault(code, message);
}

it('notes an input so that another thread reads the same', () => {
  const memory = noteMemory();
  for (const text of ['', 'go 1.21\u0000\ud800 é💥', 'odd', Uint8Array.of(0xff, 0, 1)]) {
    write(noteOn(memory), { text, dice: [1, 65536, 3] });
    expect(read(noteOn(memory))).toEqual({ text, dice: [1, 65536, 3] });
  }
});
