/** How go is asked about packages: on a copy, in a mode of ours. */
import type { GoCommand } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags, type ModMode } from '../process/go-flags.ts';
import type { Go } from '../process/go.ts';
import type { Project } from './find.ts';
import type { Copy, Scratch } from './scratch.ts';
import type { LoadOptions } from './types.ts';

/** What every question needs. */
export interface Asking {
  readonly go: Go;
  readonly env: GoEnv;
  readonly project: Project;
  readonly scratch: Scratch;
  /** The copy that most questions are asked on; one that may spoil it takes another. */
  readonly copy: Copy;
  readonly options: LoadOptions;
}

/**
 * Runs go in the root, for a copy.
 * -mod=mod is refused in a workspace, which needs it not. Resolves to what go wrote to stderr. Throws the Faults of Go.run.
 */
export function runOn(
  { go, env, project, options }: Asking,
  copy: Copy,
  mode: ModMode,
  command: GoCommand,
  onStdout: (chunk: Uint8Array) => void,
): Promise<string> {
  const GOFLAGS = ownFlags(env.GOFLAGS, project.work !== undefined && mode === 'mod' ? 'readonly' : mode, options.tags);
  return go.run(project.root, command, { GOWORK: copy.gowork, GOFLAGS }, onStdout);
}
