/** The settings of go as the user has them, in go's own words. */
import * as v from 'valibot';
import { goCommands, type GoSettings, type GoVariable } from '../process/go-commands.ts';
import { goEnvNames, readGoEnv, type GoEnv } from '../process/go-env.ts';
import type { Go } from '../process/go.ts';

/** GOENV: the file that `go env -w` writes. */
const moreNames = ['GOROOT', 'GO111MODULE', 'GOENV'] as const;

const more = v.object(v.entriesFromList(moreNames, v.optional(v.string(), '')));

export type UserEnv = GoEnv & v.InferOutput<typeof more>;

/** Ours stand over these when go is run; an empty one makes go look in its own configuration. */
function asTheUserHas(...names: readonly GoVariable[]): GoSettings {
  return names.reduce<GoSettings>((env, name) => ({ ...env, [name]: process.env[name] ?? '' }), {});
}

/**
 * `go env` in a folder, with the local go: nothing is fetched. Throws a Fault: what Go.text throws, 'go-too-old',
 * 'go-output-invalid'.
 */
export async function userEnv(go: Go, folder: string, name: string): Promise<UserEnv> {
  const env = { ...asTheUserHas('GOPROXY', 'GOSUMDB', 'GO111MODULE'), GOTOOLCHAIN: 'local' };
  const output = await go.settings(folder, [...goEnvNames, ...moreNames], env);
  return { ...readGoEnv(output, name), ...v.parse(more, JSON.parse(output)) };
}

/** GOTOOLCHAIN; go answers this one question with the local go, whatever it says (cmd/go/internal/toolchain, Select). */
export async function userToolchain(go: Go, folder: string): Promise<string> {
  return (await go.text(folder, goCommands.envOf('GOTOOLCHAIN'), asTheUserHas('GOTOOLCHAIN'))).trim();
}

/** What takes a setting back: it stands in the environment, or in the file of `go env -w`. */
export function unset(name: string, platform: NodeJS.Platform): string {
  if ((process.env[name] ?? '') === '') return `go env -u ${name}`;
  return platform === 'win32' ? `set ${name}=` : `unset ${name}`;
}

/** What gives a setting another value, in the same place. `value` is quoted already. */
export function set(name: string, value: string, platform: NodeJS.Platform): string {
  if ((process.env[name] ?? '') === '') return `go env -w ${name}=${value}`;
  return platform === 'win32' ? `set ${name}=${value}` : `export ${name}=${value}`;
}
