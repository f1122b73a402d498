/** How much a parser takes before it refuses: every limit in one place, so that a flood ends in words, not in a dead process. */
import { Fault } from '../graph/fault.ts';
import type { TextSource } from './source.ts';

export interface Limits {
  /** Bytes of one input as a whole. */
  readonly bytes: number;
  /** Bytes of one line of `go mod graph`. */
  readonly line: number;
  /** Different names (module versions) in a graph. */
  readonly names: number;
  /** Lines (requirements) of a graph. */
  readonly edges: number;
  /** Bytes of one JSON value. */
  readonly value: number;
  /** Brackets open at once in a JSON value. */
  readonly depth: number;
}

/**
 * The largest graph known from a released module has 55,417 lines and 4,804 versions. These are sixty times and more of
 * it, and keep the parser itself below some 200 MB.
 */
export const defaultLimits: Limits = {
  bytes: 1 << 30,
  line: 16 << 10,
  names: 1_000_000,
  edges: 4_000_000,
  value: 64 << 20,
  depth: 100,
};

/** The Fault of an input that passes a limit: 'go-output-flood' or 'too-large'. `what` is a plural: `lines`, `bytes in line 3`. */
export function tooLarge(source: TextSource, limit: number, what: string): Fault {
  const code = source.code === 'go-output-invalid' ? 'go-output-flood' : 'too-large';
  return new Fault(code, `${source.name} has more than ${limit.toLocaleString('en')} ${what}, the most that is read.`, {
    hint: 'No known module comes near this. If yours does, please report it with the size.',
  });
}
