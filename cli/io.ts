/** What a verb may touch of the process: handed in, so that tests give it streams of their own. */

import { Fault } from '../graph/fault.ts';
import type { Model } from '../graph/model/model.ts';
import type { Written } from '../graph/written.ts';
import type { Printable } from './text/plain.ts';

/** Where bytes go: a stream of the process. Verbs see none; what they may write is said by the types below. */
export interface Stream {
  /** Resolves when the text was handed on. Rejects with ClosedPipe when nobody reads any more. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 0 where it is none. */
  readonly columns: number;
}

/** What a verb says to people. */
export interface Speech {
  /** Rejects as Stream.write does. */
  say(text: Printable): Promise<void>;
  /** On a terminal: the line in the place of the one that was drawn before; '' takes it away. */
  redraw(line: Printable): Promise<void>;
  readonly isTerminal: boolean;
  readonly columns: number;
}

/** What a verb hands on to programs, and says to people. */
export interface Output extends Speech {
  hand(data: Written | Uint8Array): Promise<void>;
}

/** The process itself. */
export interface Surroundings {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly pid: number;
  /** The built page: dist/client. */
  readonly pageFolder: string;
  /** Fires on the signals that end a process. */
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
  data(text: Written | Uint8Array): Written | Uint8Array;
}

export interface Io extends Omit<Surroundings, 'stdout' | 'stderr'> {
  readonly stdout: Output;
  readonly stderr: Speech;
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
