/** What the tests of the faults share: a place to break and to mend, and what must be said in between. */
import type { FaultCode } from '../../graph/fault.ts';
import type { FaultName } from './names.ts';

/** One fault at one project, which works before it is broken and after it is mended. */
export interface Broken {
  /** The project's folder. */
  readonly dir: string;
  /** Arguments by which modscope is told of go, limits and the like. */
  readonly args: readonly string[];
  /** Laid over the environment, for go. */
  readonly env?: Readonly<Record<string, string>>;
  readonly break: () => void | Promise<void>;
  readonly mend: () => void | Promise<void>;
}

export interface Case {
  readonly fault: FaultName;
  /** Told apart from other cases of the fault. */
  readonly name: string;
  readonly code: FaultCode;
  readonly status: number;
  /** All of these are said: what failed, on what, why in go's words, what to do. */
  readonly says: readonly (string | RegExp)[];
  /** Something is listed all the same. */
  readonly shows?: string;
  readonly arrange: (folder: string) => Broken | Promise<Broken>;
}
