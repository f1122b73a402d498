/** The git command as we run it: it reads objects and refs, and nothing else that a stranger's checkout could make of it. */
import { Fault } from '../../graph/fault.ts';
import { findProgram } from './find-program.ts';
import type { GitCommand } from './git-commands.ts';
import { gitEnvironment, gitFetchEnvironment, gitFetchSettings, gitSettings } from './git-settings.ts';
import { run, type RunResult } from './run.ts';

/** Most that a command may print, in bytes: the list of files of the largest repositories is some tens of MB. */
const outputLimit = 512 << 20;

/** A repository of the user's, or of strangers', is read, and fetches nothing; one of ours is fetched into. */
type GitRole =
  | { readonly reads: 'the repository'; readonly objects?: string }
  | { readonly reads: 'our own'; readonly objects?: never };

export class Git {
  readonly #folder: string;
  readonly #timeout: number;
  readonly #signal: AbortSignal;
  readonly #role: GitRole;

  /** `folder`: where git looks for its repository; `timeout` in milliseconds for one command, 0: no limit. */
  constructor(folder: string, timeout: number, signal: AbortSignal, role: GitRole = { reads: 'the repository' }) {
    this.#role = role;
    this.#folder = folder;
    this.#timeout = timeout;
    this.#signal = signal;
  }

  /** The same git, for which the objects of this folder are there, too. */
  withObjects(objects: string): Git {
    return new Git(this.#folder, this.#timeout, this.#signal, { reads: 'the repository', objects });
  }

  /** git in a repository of ours, in `folder`, which it may fetch into. */
  fetching(folder: string): Git {
    return new Git(folder, this.#timeout, this.#signal, { reads: 'our own' });
  }

  /**
   * Runs git, handing on what it prints. Resolves with its status and words, whatever they are.
   * Throws a Fault: 'go-missing' where there is no git, 'go-timeout', 'go-output-flood' above 512 MB, 'cancelled', and what
   * `onStdout` throws.
   */
  async run(command: GitCommand, onStdout: (chunk: Uint8Array) => void): Promise<RunResult> {
    const shown = nameOf(command);
    const { args, input } = command;
    let size = 0;
    try {
      const own = this.#role.reads === 'our own';
      return await run(findProgram('git'), [...(own ? gitFetchSettings : gitSettings), ...args], {
        cwd: this.#folder,
        env: own ? gitFetchEnvironment(process.env) : gitEnvironment(process.env, this.#role.objects),
        timeout: this.#timeout,
        signal: this.#signal,
        shown,
        onStdout: (chunk) => {
          size += chunk.length;
          if (size > outputLimit) throw new Fault('go-output-flood', `${shown} printed more than 512 MB.`);
          onStdout(chunk);
        },
        ...(input === undefined ? {} : { input }),
      });
    } catch (error) {
      throw inWords(error, shown);
    }
  }

  /** What it printed, as text without the last line end; undefined where it ends with another status than 0. */
  async ask(command: GitCommand): Promise<string | undefined> {
    const { status, text } = await this.#collected(command);
    return status === 0 ? text.replace(/\n$/, '') : undefined;
  }

  /** What it printed, as text. Throws besides a Fault 'go-failed' with git's words where it fails. */
  async text(command: GitCommand): Promise<string> {
    const { status, stderr, text } = await this.#collected(command);
    if (status !== 0) throw gitFailed(command, stderr);
    return text;
  }

  async #collected(command: GitCommand): Promise<RunResult & { text: string }> {
    const chunks: Uint8Array[] = [];
    const result = await this.run(command, (chunk) => chunks.push(chunk));
    return { ...result, text: Buffer.concat(chunks).toString('utf8') };
  }
}

/** A git command that ended with another status than 0, in its own words. */
export function gitFailed(command: GitCommand, stderr: string): Fault {
  return new Fault('go-failed', `${nameOf(command)} failed.`, { detail: stderr.trim() });
}

/** For messages: its flags say nothing to the user. */
function nameOf({ args }: GitCommand): string {
  return `git ${args[0] ?? ''}`;
}

/** Faults of starting and ending a program speak of go. */
function inWords(error: unknown, shown: string): unknown {
  if (!(error instanceof Fault)) return error;
  if (error.code === 'go-missing' || error.code === 'go-not-executable') {
    return new Fault(error.code, 'There is no git that can be run on the PATH, and a revision is read with git.', {
      hint: 'Install git, or compare snapshot files: `modscope snapshot -o FILE` writes one.',
      cause: error,
    });
  }
  if (error.code !== 'go-timeout') return error;
  return new Fault(error.code, `${shown} did not end in time and was stopped.`, {
    hint: 'Allow more time with `--timeout SECONDS`.',
    cause: error,
  });
}
