/** What a verb may touch of the process: handed in, so that tests give it streams of their own. */

import { Fault } from '../graph/fault.ts';
import type { Model } from '../graph/model/model.ts';

/** Where text goes. */
export interface Output {
  /** Resolves when the text was handed on. Rejects with ClosedPipe when nobody reads any more. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 0 where it is none. */
  readonly columns: number;
}

/** The process itself. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly pid: number;
  /** The built page: dist/client. */
  readonly pageFolder: string;
  /** Fires on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/** What --redact hides (hide.ts). */
export interface Hiding {
  /** Module paths of what was loaded, in the order in which hidden ones are numbered. */
  learn(paths: readonly string[]): void;
  /** Any value, each text in it without what is hidden; the value itself where nothing is. */
  value<Value>(value: Value): Value;
  /** The model with hidden paths; the model itself where nothing is hidden. */
  model(model: Model): Model;
  /** What is written into a file. */
  data<Text extends string | Uint8Array>(text: Text): string | Text;
}

export interface Io extends Surroundings {
  /** What --redact hides; the streams go through it. */
  readonly hider: Hiding;
}

/** The reader of our output has gone: the command ends quietly, for it did nothing wrong. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe';
}

/** Why a command was cancelled: the user's Ctrl-C, or whoever ended the process. */
export class Interrupted extends Fault {
  readonly by: NodeJS.Signals;

  constructor(by: NodeJS.Signals) {
    super('cancelled', `Ended by ${by}.`);
    this.by = by;
  }
}
