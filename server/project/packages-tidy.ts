/** Whether go.mod files are tidy: `go mod tidy -diff` on copies. */
import path from 'node:path';
import type { MainModule, UntidyLine } from '../../graph/snapshot/types.ts';
import { parseTidyDiff } from '../../parsers/tidy-diff.ts';
import { goCommands } from '../process/go-commands.ts';
import { ownFlags } from '../process/go-flags.ts';
import { findProject } from './find.ts';
import type { Asking } from './packages-go.ts';
import { makeScratch } from './scratch.ts';

/**
 * What it would change in the go.mod files of these main modules, each by itself, as go tidies them. Go knows -diff from
 * 1.23 on. Throws the Faults of Go.run.
 */
export async function untidyLines(
  { go, env, project, options }: Asking,
  suspects: readonly MainModule[],
): Promise<UntidyLine[]> {
  const lines: UntidyLine[] = [];
  for (const main of suspects) {
    const folder = path.resolve(project.root, main.dir);
    const alone = makeScratch(findProject(folder, 'off'));
    try {
      const copy = alone.copy('tidy');
      const GOFLAGS = ownFlags(env.GOFLAGS, 'mod', options.tags);
      const chunks: Uint8Array[] = [];
      const diff = (): string => Buffer.concat(chunks).toString('utf8');
      try {
        await go.run(folder, goCommands.modTidyDiff(copy), { GOWORK: 'off', GOFLAGS }, (chunk) => {
          chunks.push(chunk);
        });
      } catch (error) {
        // Status 1 with a diff is its way to say that something would change.
        if (!diff().startsWith('diff ')) throw error;
      }
      for (const one of parseTidyDiff(diff())) lines.push({ main: main.path, ...one });
    } finally {
      alone.remove();
    }
  }
  return lines;
}
