/** The packages of a module or workspace: `go list -deps -test` on copies, for one platform. */
import path from 'node:path';
import { foldPackages } from '../../graph/packages/fold.ts';
import type { ListedPackage } from '../../graph/packages/listed.ts';
import type { MainModule, Packages, Platform } from '../../graph/snapshot/types.ts';
import { ListPackagesParser, packageFields } from '../../parsers/list-packages.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { findProject, realFolder, type Project } from './find.ts';
import { wordsOf } from './machine.ts';
import { Phases } from './phases.ts';
import { makeScratch, type Copy } from './scratch.ts';
import type { LoadOptions, OnPhases } from './types.ts';

/** The name of the phase. */
const phaseName = 'go list packages';

/** What was listed, with what the listing needs to be understood further. */
export interface AskedPackages {
  readonly packages: Packages;
  /** As printed, with the folders of this machine. */
  readonly listed: readonly ListedPackage[];
}

/**
 * The packages that the main modules build and test. go.sum is completed on the copy first (`go list -m -mod=mod`), then
 * packages are listed with -mod=readonly: -mod=mod could add a requirement and move the go line (contracts: packages).
 * No compiler, cgo or pkg-config runs, and no git (-buildvcs=false). Throws a Fault when go fails as a whole; a package
 * that cannot be loaded carries its error.
 */
export async function askPackages(
  dir: string,
  mains: readonly MainModule[],
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<AskedPackages> {
  const start = realFolder(dir);
  const go = new Go(options, signal);
  return new Phases(onPhases).run(phaseName, async (count) => {
    const env = await go.env(start);
    const project = findProject(start, options.gowork, env.GOWORK);
    const scratch = makeScratch(project);
    try {
      const copy = scratch.copy('packages');
      if (project.work === undefined) await completeSums(go, project, copy, env, options);
      const parser = new ListPackagesParser(undefined, count);
      await go.run(
        project.root,
        [
          'list',
          ...copy.flags,
          '-e',
          '-deps',
          '-test',
          '-buildvcs=false',
          '-pgo=off',
          `-json=${packageFields}`,
          ...patterns(project),
        ],
        { GOWORK: copy.gowork, GOFLAGS: ownFlags(env.GOFLAGS, 'readonly', options.tags) },
        (chunk) => {
          parser.push(chunk);
        },
      );
      const listed = parser.end();
      const words = wordsOf({ project, env, mains, scratch: [copy.folder, scratch.folder] });
      return {
        packages: { platform: platformOf(env, options), packages: foldPackages(listed, words), elsewhere: [] },
        listed,
      };
    } finally {
      scratch.remove();
    }
  });
}

/** Lines that go.sum lacks are put into the copy's, so that a readonly listing finds them. */
async function completeSums(go: Go, project: Project, copy: Copy, env: GoEnv, options: LoadOptions): Promise<void> {
  const GOFLAGS = ownFlags(env.GOFLAGS, 'mod', options.tags);
  await go.run(
    project.root,
    ['list', '-m', ...copy.flags, '-e', 'all'],
    { GOWORK: copy.gowork, GOFLAGS },
    () => undefined,
  );
}

/** ./... of every main module, from the root of the project. */
function patterns({ root, members, work }: Project): string[] {
  if (work === undefined) return ['./...'];
  return members.map(({ folder }) => {
    const relative = path.relative(root, folder).split(path.sep).join('/');
    return relative === '' ? './...' : relative.startsWith('..') ? `${relative}/...` : `./${relative}/...`;
  });
}

function platformOf(env: GoEnv, options: LoadOptions): Platform {
  return {
    goos: env.GOOS,
    goarch: env.GOARCH,
    tags: tagsOf(env, options),
    cgo: env.CGO_ENABLED === '1',
  };
}

/** Of --tags, else of -tags in the user's GOFLAGS; commas or spaces between them (go help buildconstraint). */
function tagsOf(env: GoEnv, options: LoadOptions): string[] {
  const flag = /(?:^|\s)--?tags=(\S*)/.exec(ownFlags(env.GOFLAGS, 'readonly', options.tags))?.[1] ?? '';
  return [...new Set(flag.split(/[,\s]+/).filter((tag) => tag !== ''))].sort();
}
