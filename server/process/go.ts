/** The go command as we run it: in an environment of our own, its failures as Faults. */
import { Fault, toFault } from '../../graph/fault.ts';
import { faultOfGo } from '../../parsers/go-error.ts';
import { findProgram } from './find-program.ts';
import { goCommands, type GoCommand, type GoSettings, type GoVariable } from './go-commands.ts';
import { goEnvNames, readGoEnv, withGoflags, type GoEnv } from './go-env.ts';
import { run } from './run.ts';

export interface GoOptions {
  /** Which go to run; a name without a slash is looked up on the PATH. */
  readonly go: string;
  /**
   * GOPROXY=off, GOSUMDB=off and GONOPROXY=none: GOPROXY=off alone still asks the checksum database, and the hosts of modules that
   * GOPRIVATE or GONOPROXY names (modfetch/proxy.go, proxyList).
   */
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

/** Most that a command read as a whole may print, in bytes. */
const textLimit = 64 << 20;

export class Go {
  readonly #options: GoOptions;
  readonly #signal: AbortSignal;

  constructor(options: GoOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** The same go, which another signal ends too. */
  stoppedBy(signal: AbortSignal): Go {
    return new Go(this.#options, AbortSignal.any([this.#signal, signal]));
  }

  /**
   * Runs go in a folder, handing on what it prints. `env` is laid over the environment. Resolves to its stderr, the first
   * megabyte. Throws a Fault when it cannot be started, is stopped, or ends with another status than 0 (go's own words in
   * `detail`).
   */
  async run(
    cwd: string,
    { args, shown: command }: GoCommand,
    env: GoSettings,
    onStdout: (chunk: Uint8Array) => void,
  ): Promise<string> {
    const result = await run(findProgram(this.#options.go), args, {
      cwd,
      env: { ...this.#environment(cwd), ...env },
      timeout: this.#options.timeout,
      signal: this.#signal,
      shown: command,
      onStdout,
    });
    if (result.status === 0) return result.stderr;
    throw faultOfGo({ command, status: result.status ?? null, signal: result.endedBy ?? null, stderr: result.stderr });
  }

  /** What it printed, as text; refuses more than 64 MB. */
  async text(cwd: string, command: GoCommand, env: GoSettings = {}): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    await this.run(cwd, command, env, (chunk) => {
      size += chunk.length;
      if (size > textLimit) throw new Fault('go-output-flood', `${command.shown} printed more than 64 MB.`);
      chunks.push(chunk);
    });
    return Buffer.concat(chunks).toString('utf8');
  }

  /**
   * `go env` in a folder, proxy and checksum database as the user has them: offline is a matter of ours, and where go may
   * not fetch a toolchain this command uses no network. Throws a Fault 'go-too-old' for a go below 1.18, 'go-output-invalid' for what is no go.
   */
  async env(cwd: string): Promise<GoEnv> {
    const { GOPROXY = '', GOSUMDB = '' } = process.env;
    const env = this.#options.toolchain === 'local' ? { GOPROXY, GOSUMDB } : {};
    return readGoEnv(await this.settings(cwd, goEnvNames, env), this.#options.go);
  }

  /**
   * `go env -json` of these. A flag in GOFLAGS may be one of `go env` itself, too, and end it (-json=x, -u): it is asked without
   * GOFLAGS then, which is told as the user has it.
   */
  async settings(cwd: string, names: readonly GoVariable[], env: GoSettings): Promise<string> {
    try {
      return await this.text(cwd, goCommands.env(names), env);
    } catch (error) {
      const fault = toFault(error);
      if (fault.detail === undefined) throw fault;
      const without = { ...env, GOFLAGS: '-mod=readonly' };
      const told = await this.text(cwd, goCommands.env([...names, 'GOENV']), without).catch(() => undefined);
      if (told === undefined) throw fault;
      return withGoflags(told);
    }
  }

  /** Ours over the user's: nothing of theirs that changes the graph stays, all that says where modules come from does. */
  #environment(cwd: string): Record<string, string> {
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
    const { offline, toolchain, vcs, goos, goarch } = this.#options;
    return {
      ...env,
      GO111MODULE: 'on',
      GOTOOLCHAIN: toolchain,
      // Go believes PWD where it names the folder that it stands in (os.Getwd), and counts `../` and what is above from there:
      // so it finds the same as typed in a shell that stands there, links in the name or not.
      PWD: cwd,
      // The words of git in go's errors stand in a snapshot: in English on every machine.
      LC_ALL: 'C',
      ...(vcs === 'off' ? { GOVCS: '*:off' } : {}),
      ...(offline ? { GOPROXY: 'off', GOSUMDB: 'off', GONOPROXY: 'none' } : {}),
      ...(goos === undefined ? {} : { GOOS: goos }),
      ...(goarch === undefined ? {} : { GOARCH: goarch }),
    };
  }
}
