/** Starts a program: the only place that does. An argument vector, no shell, a process group of its own, one way to end it. */
import { execa } from 'execa';
import { Fault } from '../../graph/fault.ts';
import { endGroup, groups } from './group.ts';

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds; 0: no limit. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Takes stdout as it comes. What it throws ends the program and is thrown on. */
  readonly onStdout: (chunk: Uint8Array) => void;
}

export interface RunResult {
  /** Exit status; undefined when a signal ended it. */
  readonly status: number | undefined;
  readonly endedBy: string | undefined;
  /** What it wrote to stderr, its first megabyte. */
  readonly stderr: string;
}

const stderrLimit = 1 << 20;

/**
 * Runs `file` with `args` until it ends. Throws a Fault: 'go-missing' and 'go-not-executable' when it cannot be started,
 * 'go-timeout', 'cancelled' (the signal), or what onStdout threw. Every process of its group is gone when this returns.
 */
export async function run(file: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  if (options.signal.aborted) throw cancelled(file, args);
  const child = execa(file, [...args], {
    cwd: options.cwd,
    env: options.env,
    extendEnv: false,
    stdin: 'ignore',
    buffer: false,
    detached: true,
    reject: false,
    encoding: 'buffer',
  });
  const { pid } = child;
  if (pid !== undefined) groups.add(pid);
  let stop: Fault | Error | undefined;
  const end = (why: Error): void => {
    stop ??= why;
    if (pid !== undefined) endGroup(pid);
  };
  const onAbort = (): void => {
    end(cancelled(file, args));
  };
  options.signal.addEventListener('abort', onAbort, { once: true });
  const timer =
    options.timeout > 0
      ? setTimeout(() => {
          end(tooSlow(file, args, options.timeout));
        }, options.timeout)
      : undefined;
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
  });
  try {
    const result = await child;
    if (stop !== undefined) throw stop;
    if (result.exitCode === undefined && result.signal === undefined) throw notStarted(file, result.cause ?? result);
    return { status: result.exitCode, endedBy: result.signal, stderr: Buffer.concat(stderr).toString('utf8') };
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', onAbort);
    if (pid !== undefined) {
      endGroup(pid);
      groups.delete(pid);
    }
  }
}

function words(file: string, args: readonly string[]): string {
  return [file.split(/[\\/]/).at(-1) ?? file, ...args].join(' ');
}

function cancelled(file: string, args: readonly string[]): Fault {
  return new Fault('cancelled', `\`${words(file, args)}\` was cancelled.`);
}

function tooSlow(file: string, args: readonly string[], timeout: number): Fault {
  return new Fault(
    'go-timeout',
    `\`${words(file, args)}\` did not end within ${String(timeout / 1000)} seconds and was stopped.`,
    {
      hint: 'A slow proxy is the usual cause: run it yourself once to fill the module cache, or allow more time with `--timeout SECONDS`.',
    },
  );
}

function notStarted(file: string, cause: unknown): Fault {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'EACCES') {
    return new Fault('go-not-executable', `${file} is not executable.`, {
      hint: 'Name another with `--go PATH`, or `chmod +x` it.',
      cause,
    });
  }
  return new Fault('go-missing', `There is no ${file} to run.`, {
    hint: 'Install Go (https://go.dev/dl/), name it with `--go PATH`, or look at a recorded module: `modscope --sample kubectl`.',
    cause,
  });
}
