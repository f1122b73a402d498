/** `go list -deps -test` over the packages of all main modules, on copies. */
import path from 'node:path';
import { toFault } from '../../graph/fault.ts';
import type { ListedPackage } from '../../graph/packages/listed.ts';
import { ListPackagesParser, packageFields } from '../../parsers/list-packages.ts';
import { packagesBelow, type FolderPattern } from '../process/arguments.ts';
import { goCommands } from '../process/go-commands.ts';
import type { ModMode } from '../process/go-flags.ts';
import type { Project } from './find.ts';
import { runOn, type Asking } from './packages-go.ts';
import { takeSums, type Copy } from './scratch.ts';
import { isHollow, isVendored } from './vendored.ts';

/** What is asked of each package. */
const question = { errors: true, tests: true, fields: packageFields } as const;

/** Go's words for a line that go.sum lacks (cmd/go/internal/modload, ImportMissingError). */
const sumMissing = 'missing go.sum entry';

/** Go's words for a vendor folder that go.mod has moved away from (cmd/go/internal/modload/vendor.go). */
export const notVendored = 'inconsistent vendoring';

/**
 * The packages as go prints them. From a vendor folder where there is one, as a build takes them, unless go finds it
 * inconsistent, it holds no packages or GOFLAGS turns it down: that works without a network. Else with -mod=readonly, for
 * -mod=mod could add a requirement and move the go line; go.sum is completed on copies before it. `count` hears of
 * each, `unfit` why no build can use a vendor folder, in go's words where it has some. Throws a Fault where go fails as a whole.
 */
export async function listPackages(
  asking: Asking,
  count: (n: number) => void,
  unfit: (words: string) => void,
): Promise<ListedPackage[]> {
  const { copy, project } = asking;
  const vendors = isVendored(project.root) && !asksForModules(asking.env.GOFLAGS);
  if (vendors && isHollow(project.root)) unfit('vendor holds modules.txt and no package, and is ignored.');
  else if (vendors) {
    try {
      // With -mod=vendor go writes nothing. In a workspace it looks for the folder beside the go.work in force, and compares
      // folders as they are named from there.
      return await listOn(
        asking,
        project.work === undefined ? copy : { ...copy, gowork: project.gowork },
        'vendor',
        count,
      );
    } catch (error) {
      const { detail = '' } = toFault(error);
      if (!detail.includes(notVendored)) throw error;
      unfit(detail);
    }
  }
  if (project.work !== undefined) return listOn(asking, copy, 'readonly', count);
  return listWithSums(asking, count);
}

/** Whoever says -mod=mod or -mod=readonly builds without the vendor folder. */
function asksForModules(goflags: string): boolean {
  return /(?:^|[\s'"])--?mod=(?:mod|readonly)(?:$|[\s'"])/.test(goflags);
}

/**
 * First the lines of go.mod files are put into the copy's go.sum, and, where sources lack theirs, those that a listing
 * with -mod=mod finds on a copy that is thrown away.
 */
async function listWithSums(asking: Asking, count: (n: number) => void): Promise<ListedPackage[]> {
  const { copy, project, scratch } = asking;
  await runOn(asking, copy, 'mod', goCommands.listAll(copy, { errors: true }), () => undefined);
  const listed = await listOn(asking, copy, 'readonly', count);
  if (!listed.some(({ error }) => error?.text.includes(sumMissing) === true)) return listed;
  const sums = scratch.copy('sums');
  await runOn(asking, sums, 'mod', goCommands.listPackages(sums, packagePatterns(project), question), () => undefined);
  takeSums(sums, copy);
  return listOn(asking, copy, 'readonly', count);
}

async function listOn(asking: Asking, copy: Copy, mode: ModMode, count: (n: number) => void): Promise<ListedPackage[]> {
  const parser = new ListPackagesParser(undefined, count);
  await runOn(asking, copy, mode, goCommands.listPackages(copy, packagePatterns(asking.project), question), (chunk) => {
    parser.push(chunk);
  });
  return parser.end();
}

/** ./... of every main module, from the root of the project. */
export function packagePatterns({ root, members, work }: Project): FolderPattern[] {
  if (work === undefined) return [packagesBelow('.')];
  return members.map(({ folder }) => packagesBelow(path.relative(root, folder).split(path.sep).join('/')));
}
