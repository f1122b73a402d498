/** What is attacked: one reader of strangers' text, with the inputs it is given and what must hold of each. */
import type fc from 'fast-check';
import type { FaultCode } from '../../graph/fault.ts';

export interface Input {
  /** What the reader is given. */
  readonly text: string | Uint8Array;
  /** Decide what else a target chooses: where chunks are cut, where the cursor stands. */
  readonly dice: readonly number[];
}

export interface Target {
  readonly name: string;
  /** Its part of all inputs, beside the parts of the others. */
  readonly share: number;
  readonly inputs: fc.Arbitrary<Input>;
  /** Codes of the Faults that it may throw; anything else that is thrown is a failure. */
  readonly codes: readonly FaultCode[];
  /** Reads the input and checks what it gives with `must`. */
  readonly examine: (input: Input) => void;
}

/** Says what did not hold. */
class Broken extends Error {
  override readonly name = 'Broken';
}

/** Throws Broken with `what` where a property does not hold. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

/** Throws Broken where two values, as JSON, are not the same. */
export function mustEqual(a: unknown, b: unknown, what: string): void {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  must(left === right, `${what}: ${left} and ${right}`);
}

/** The text of an input, for readers of strings. */
export function textOf({ text }: Input): string {
  return typeof text === 'string' ? text : new TextDecoder().decode(text);
}

export function bytesOfInput({ text }: Input): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}
