/** What the tools of go.mod are made of: no listing of ./... holds it. */
import { foldPackages } from '../../graph/packages/fold.ts';
import type { Package } from '../../graph/snapshot/types.ts';
import { ListPackagesParser, packageFields } from '../../parsers/list-packages.ts';
import { goCommands } from '../process/go-commands.ts';
import { ownFlags } from '../process/go-flags.ts';
import { makeScratch } from './scratch.ts';
import type { Ground } from './ground.ts';

/** The packages that tool lines name, and all that these import, for this platform; [] without tool lines. Throws the Faults of Go.run. */
export async function toolPackages({ go, env, project, declared, options }: Ground): Promise<readonly Package[]> {
  if (declared.mains.every(({ tool }) => tool.length === 0)) return [];
  const scratch = makeScratch(project);
  try {
    const copy = scratch.copy('tools');
    // Sums of sources may be missing; in a workspace go puts them beside the copy of go.work.
    const GOFLAGS = ownFlags(env.GOFLAGS, project.work === undefined ? 'mod' : 'readonly', options.tags);
    const parser = new ListPackagesParser();
    await go.run(
      project.root,
      goCommands.listTools(copy, { errors: true, fields: packageFields }),
      { GOWORK: copy.gowork, GOFLAGS },
      (chunk) => {
        parser.push(chunk);
      },
    );
    return foldPackages(parser.end(), (text) => text);
  } finally {
    scratch.remove();
  }
}
