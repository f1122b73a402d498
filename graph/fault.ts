/** What went wrong, said so that a user can act on it: every error that leaves a room of modscope is a Fault. */

/**
 * Kinds of fault. The command line maps each to an exit status (cli/exit.ts), HTTP to a status code (server/http).
 * `usage` a flag or word that is not known · `bad-input` a file that cannot be read as what it should be ·
 * `no-module` no go.mod found · `not-found` a module, sample or folder that is not there · `go-…` the go command
 * failed · `write-failed` · `cancelled` · `defect` a mistake of ours.
 */
export type FaultCode =
  | 'usage'
  | 'bad-input'
  | 'no-module'
  | 'not-found'
  | 'port-taken'
  | 'go-missing'
  | 'go-not-executable'
  | 'go-too-old'
  | 'go-too-new'
  | 'go-failed'
  | 'go-killed'
  | 'go-timeout'
  | 'go-output-invalid'
  | 'go-output-flood'
  | 'checksum-mismatch'
  | 'too-large'
  | 'unauthorized'
  | 'write-failed'
  | 'cancelled'
  | 'defect';

/** A fault as it travels: over HTTP, in an event, in `--json`. Every field is text for a person; `code` for programs. */
export interface FaultMessage {
  readonly code: FaultCode;
  /** What failed, and on what, in one line. */
  readonly message: string;
  /** What the user can do; a command where there is one. */
  readonly hint?: string;
  /** The words of go (or git) themselves, whole. */
  readonly detail?: string;
}

/** An error with a code, a message for the user, a hint and the words of the program that failed. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly hint: string | undefined;
  readonly detail: string | undefined;

  constructor(code: FaultCode, message: string, more: { hint?: string; detail?: string; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.hint = more.hint;
    this.detail = more.detail;
  }

  /** The fault as plain data, for the wire and for `--json`. */
  toMessage(): FaultMessage {
    return {
      code: this.code,
      message: this.message,
      ...(this.hint === undefined ? {} : { hint: this.hint }),
      ...(this.detail === undefined ? {} : { detail: this.detail }),
    };
  }
}

/** Any thrown value as a Fault; what is not one already is a `defect` of ours. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Fault('defect', message, { cause: error });
}
