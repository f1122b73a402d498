/** What `go env` says of the machine and of the user's settings. */
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';
import { readRegularFile } from '../project/regular-file.ts';
import type { GoVariable } from './go-commands.ts';

/** The values that loading needs, by their names, for `go env -json`. */
export const goEnvNames = [
  'GOVERSION',
  'GOOS',
  'GOARCH',
  'CGO_ENABLED',
  'GOFLAGS',
  'GOMODCACHE',
  'GOPROXY',
  'GOSUMDB',
  // What of these is fetched past the proxy, and not checked; GOPRIVATE where they are not set.
  'GONOPROXY',
  'GONOSUMDB',
  // The go.work in force, `off`, or empty.
  'GOWORK',
] as const satisfies readonly GoVariable[];

const goEnv = v.object({
  ...v.entriesFromList(goEnvNames, v.optional(v.string(), '')),
  GOVERSION: v.pipe(v.string(), v.nonEmpty()),
});

export type GoEnv = v.InferOutput<typeof goEnv>;

/** Oldest go that knows `go work`. */
const oldest = 18;

/** Throws a Fault 'go-too-old' for a go below 1.18, 'go-output-invalid' for what is no go. */
export function readGoEnv(output: string, go: string): GoEnv {
  let data: unknown;
  try {
    data = JSON.parse(output);
  } catch (cause) {
    throw notGo(go, cause);
  }
  const checked = v.safeParse(goEnv, data);
  if (!checked.success) throw notGo(go);
  const env = checked.output;
  const minor = /^go1\.(\d+)/.exec(env.GOVERSION)?.[1];
  if (minor !== undefined && Number(minor) < oldest) {
    throw new Fault('go-too-old', `modscope needs go 1.${String(oldest)} or newer; ${go} is ${env.GOVERSION}.`, {
      hint: 'Install a newer Go (https://go.dev/dl/), or name one with `--go PATH`.',
    });
  }
  return env;
}

/**
 * The answer of `go env -json` with the user's own GOFLAGS in it: of the environment, else of the file of `go env -w`, which
 * GOENV names (cmd/go/internal/cfg, readEnvFile: NAME=VALUE a line).
 */
export function withGoflags(output: string): string {
  const values = v.parse(v.record(v.string(), v.string()), JSON.parse(output));
  return JSON.stringify({ ...values, GOFLAGS: goflagsOf(values['GOENV'] ?? '') });
}

function goflagsOf(file: string): string {
  const own = process.env['GOFLAGS'] ?? '';
  if (own !== '' || file === '' || file === 'off') return own;
  try {
    return /^GOFLAGS=(.*)$/m.exec(readRegularFile(file, 1 << 20).toString('utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

function notGo(go: string, cause?: unknown): Fault {
  return new Fault('go-output-invalid', `${go} does not answer like a go command.`, {
    hint: 'Name the right one with `--go PATH`.',
    cause,
  });
}
