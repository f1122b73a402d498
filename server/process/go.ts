/** The go command as we run it: an environment of our own, and its failures as Faults. */
import { Fault } from '../../graph/fault.ts';
import { faultOfGo } from '../../parsers/go-error.ts';
import { run } from './run.ts';

export interface GoOptions {
  /** Which go to run; `go` is looked up on the PATH. */
  readonly go: string;
  /** GOPROXY=off and GOSUMDB=off: GOPROXY=off alone still asks the checksum database. */
  readonly offline: boolean;
  readonly toolchain: 'local' | 'auto';
  /** off: GOVCS=*:off, for a checkout that is not trusted. */
  readonly vcs: 'user' | 'off';
  /** Milliseconds for one command; 0: no limit. */
  readonly timeout: number;
  readonly goos?: string;
  readonly goarch?: string;
  readonly tags?: string;
}

/** What `go env` says; the values that loading needs. */
export interface GoEnv {
  readonly GOVERSION: string;
  readonly GOOS: string;
  readonly GOARCH: string;
  readonly GOFLAGS: string;
  readonly GOMODCACHE: string;
  readonly GOPROXY: string;
  readonly GOSUMDB: string;
}

const asked = ['GOVERSION', 'GOOS', 'GOARCH', 'GOFLAGS', 'GOMODCACHE', 'GOPROXY', 'GOSUMDB'] as const;

/** Oldest go that prints what is read here: `go list -m -json` with -modfile, `go work`, go@ lines. */
const oldest = 18;

export class Go {
  readonly #options: GoOptions;
  readonly #signal: AbortSignal;

  constructor(options: GoOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /**
   * Runs go in a folder, handing on what it prints. `env` is laid over the environment. Throws a Fault when it cannot be
   * started, is stopped, or ends with another status than 0 (go's own words in `detail`).
   */
  async run(
    cwd: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    onStdout: (chunk: Uint8Array) => void,
  ): Promise<void> {
    const result = await run(this.#options.go, args, {
      cwd,
      env: { ...this.#environment(), ...env },
      timeout: this.#options.timeout,
      signal: this.#signal,
      onStdout,
    });
    if (result.status === 0) return;
    const command = ['go', ...args.filter((arg) => !arg.startsWith('-modfile='))].join(' ');
    throw faultOfGo({ command, status: result.status ?? null, signal: result.endedBy ?? null, stderr: result.stderr });
  }

  /** What it printed, as text; refuses more than 64 MB. */
  async text(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    await this.run(cwd, args, env, (chunk) => {
      size += chunk.length;
      if (size > 64 << 20) throw new Fault('go-output-flood', `\`go ${args.join(' ')}\` printed more than 64 MB.`);
      chunks.push(chunk);
    });
    return Buffer.concat(chunks).toString('utf8');
  }

  /** `go env` in a folder. Throws a Fault 'go-too-old' for a go below 1.18, 'go-output-invalid' for what is no go. */
  async env(cwd: string): Promise<GoEnv> {
    const text = await this.text(cwd, ['env', '-json', ...asked], { GOWORK: 'off' });
    const env = readEnv(text, this.#options.go);
    const minor = /^go1\.(\d+)/.exec(env.GOVERSION)?.[1];
    if (minor !== undefined && Number(minor) < oldest) {
      throw new Fault('go-too-old', `modscope needs go 1.${String(oldest)} or newer; this is ${env.GOVERSION}.`, {
        hint: 'Install a newer Go (https://go.dev/dl/), or name one with `--go PATH`.',
      });
    }
    return env;
  }

  /** Ours over the user's: nothing of theirs that changes the graph stays, all that says where modules come from does. */
  #environment(): Record<string, string> {
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
    const { offline, toolchain, vcs, goos, goarch } = this.#options;
    return {
      ...env,
      GO111MODULE: 'on',
      ...(toolchain === 'local' ? { GOTOOLCHAIN: 'local' } : {}),
      ...(vcs === 'off' ? { GOVCS: '*:off' } : {}),
      ...(offline ? { GOPROXY: 'off', GOSUMDB: 'off' } : {}),
      ...(goos === undefined ? {} : { GOOS: goos }),
      ...(goarch === undefined ? {} : { GOARCH: goarch }),
    };
  }
}

/**
 * The user's GOFLAGS with a -mod of ours: -mod, -modfile, -overlay and -toolexec change what is loaded or run a program;
 * of the rest only -tags matters here. Never empty, for go passes over an empty GOFLAGS and reads its own file.
 */
export function ownFlags(user: string, mode: 'mod' | 'readonly', tags: string | undefined): string {
  const kept = tags === undefined ? user.split(/\s+/).filter((flag) => /^--?tags=/.test(flag)) : [`-tags=${tags}`];
  return [`-mod=${mode}`, ...kept].join(' ');
}

function readEnv(text: string, go: string): GoEnv {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new Fault('go-output-invalid', `${go} does not answer like a go command.`, {
      hint: 'Name the right one with `--go PATH`.',
      cause,
    });
  }
  const values =
    typeof data === 'object' && data !== null
      ? new Map<string, unknown>(Object.entries(data))
      : new Map<string, unknown>();
  const of = (name: (typeof asked)[number]): string => {
    const value = values.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    GOVERSION: of('GOVERSION'),
    GOOS: of('GOOS'),
    GOARCH: of('GOARCH'),
    GOFLAGS: of('GOFLAGS'),
    GOMODCACHE: of('GOMODCACHE'),
    GOPROXY: of('GOPROXY'),
    GOSUMDB: of('GOSUMDB'),
  };
}
