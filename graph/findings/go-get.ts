/** The `go get` that a remedy names, where it can be typed. */
import type { Snapshot } from '../snapshot/types.ts';
import { command, operand } from './command.ts';

/**
 * `` `go get PATH@VERSION` ``; in a workspace for the module that requires the path, else for the first one: `go -C DIR get …`,
 * for go get edits one go.mod. Typed in the folder of go.mod or go.work.
 */
export function goGet({ work, mains }: Snapshot, path: string, version: string): string {
  const requiring = mains.find((main) => main.require.some((line) => line.path === path)) ?? mains[0];
  const dir = work === undefined ? '.' : (requiring?.dir ?? '.');
  return command('go', ...(dir === '.' ? [] : ['-C', dir]), 'get', ...operand(`${path}@${version}`));
}
