/** Starts a program: an argument vector, no shell, a process group of its own, one way to end it. */
import { execa } from 'execa';
import { Fault } from '../../graph/fault.ts';
import { atEnd } from './at-end.ts';
import { endGroup, killGroup } from './group.ts';
import { notStarted } from './not-started.ts';
import { watch } from './watcher.ts';

export interface RunOptions {
  readonly cwd: string;
  /** The whole environment, but for the mark of watcher.ts. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds; 0: no limit. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** What the user knows the command by, for messages: `go mod graph`. */
  readonly shown: string;
  /** Takes stdout as it comes. What it throws ends the program and is thrown on. */
  readonly onStdout: (chunk: Uint8Array) => void;
  /** What it reads on stdin; nothing without. */
  readonly input?: string;
}

export interface RunResult {
  /** Exit status; undefined when a signal ended it. */
  readonly status: number | undefined;
  readonly endedBy: string | undefined;
  /** What it wrote to stderr, its first megabyte. */
  readonly stderr: string;
}

const stderrLimit = 1 << 20;
/** Bytes on stderr after which a program is no go command in its right mind. */
const stderrFlood = 64 << 20;

/** Milliseconds that a pipe may stay open after the program has ended, because something it started still holds it. */
const straggling = 1000;

/**
 * Runs `file` (an absolute path) with `args` until it ends. Throws a Fault: 'go-missing' and 'go-not-executable' when it
 * cannot be started, 'go-timeout', 'cancelled' (the signal), or what onStdout threw. When it throws, every process of its
 * group is gone.
 */
export async function run(file: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  if (options.signal.aborted) throw cancelled(options);
  const watched = watch();
  const child = execa(file, [...args], {
    cwd: options.cwd,
    env: { ...options.env, ...watched.mark },
    extendEnv: false,
    ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
    buffer: false,
    // A group of its own, which can be ended as a whole; and no terminal at which it could ask for a password.
    detached: true,
    cleanup: false,
    reject: false,
    encoding: 'buffer',
  });
  const { pid } = child;
  if (pid !== undefined) watched.runs(pid);
  const forget =
    pid === undefined
      ? undefined
      : atEnd(() => {
          killGroup(pid);
        });
  let stop: Error | undefined;
  let ending: Promise<void> | undefined;
  const endAll = async (leader: number): Promise<void> => {
    await endGroup(leader);
    // A process that left the group may hold the pipes for ever.
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const end = (why: Error): void => {
    stop ??= why;
    if (pid !== undefined) ending ??= endAll(pid);
  };
  const onAbort = (): void => {
    end(cancelled(options));
  };
  options.signal.addEventListener('abort', onAbort, { once: true });
  const timers: NodeJS.Timeout[] = [];
  const { timeout } = options;
  if (timeout > 0)
    timers.push(
      setTimeout(() => {
        end(tooSlow(options));
      }, timeout),
    );
  child.once('exit', () => {
    timers.push(
      setTimeout(() => {
        if (pid !== undefined) ending ??= endAll(pid);
      }, straggling),
    );
  });
  const stderr: Uint8Array[] = [];
  let stderrSize = 0;
  child.stdout.on('data', (chunk: Uint8Array) => {
    if (stop !== undefined) return;
    try {
      options.onStdout(chunk);
    } catch (error) {
      end(error instanceof Error ? error : new Error(String(error)));
    }
  });
  child.stderr.on('data', (chunk: Uint8Array) => {
    if (stderrSize < stderrLimit) stderr.push(chunk.subarray(0, stderrLimit - stderrSize));
    stderrSize += chunk.length;
    if (stderrSize > stderrFlood) end(flooded(options));
  });
  try {
    const result = await child;
    await ending;
    if (stop !== undefined) throw stop;
    if (pid === undefined) throw notStarted(file, options.cwd, result.cause ?? result);
    return { status: result.exitCode, endedBy: result.signal, stderr: Buffer.concat(stderr).toString('utf8') };
  } finally {
    timers.forEach(clearTimeout);
    options.signal.removeEventListener('abort', onAbort);
    forget?.();
    watched.ended();
  }
}

function cancelled({ shown }: RunOptions): Fault {
  return new Fault('cancelled', `${shown} was cancelled.`);
}

function flooded({ shown }: RunOptions): Fault {
  return new Fault('go-output-flood', `${shown} wrote more than 64 MB to stderr and was stopped.`, {
    hint: 'Check which go is run: `--go PATH` names another.',
  });
}

function tooSlow({ shown, timeout }: RunOptions): Fault {
  return new Fault('go-timeout', `${shown} did not end within ${String(timeout / 1000)} seconds and was stopped.`, {
    hint: `A slow proxy is the usual cause: run \`${shown}\` yourself once to fill the module cache, or allow more time with \`--timeout SECONDS\`.`,
  });
}
