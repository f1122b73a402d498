/** A setting of go as its user has it, where modscope runs go with another. */
import { toFault } from '../../graph/fault.ts';
import { goCommands } from '../process/go-commands.ts';
import type { Go } from '../process/go.ts';

export const noNetwork = { GOPROXY: 'off', GOSUMDB: 'off' } as const;

/** Settings that modscope sets itself. */
export type OwnSetting = 'GO111MODULE' | 'GOTOOLCHAIN';

/** Of the environment, or what `go env -w` wrote, or go's default; '' where go cannot tell. Throws a Fault 'cancelled' or 'defect'. */
export async function settingOf(go: Go, folder: string, name: OwnSetting): Promise<string> {
  const own = process.env[name] ?? '';
  if (own !== '') return own;
  try {
    // An empty one makes go look in its own configuration.
    return (await go.text(folder, goCommands.envOf(name), { [name]: '', GOFLAGS: '-mod=readonly' })).trim();
  } catch (error) {
    if (isOver(error)) throw error;
    return '';
  }
}

/** Go's words where it refused; undefined where it went through, or was not asked. Throws a Fault 'cancelled' or 'defect'. */
export async function wordsOf(asked: Promise<string>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (isOver(error)) throw error;
    return toFault(error).detail;
  }
}

function isOver(error: unknown): boolean {
  const { code } = toFault(error);
  return code === 'cancelled' || code === 'defect';
}
