/** The packages of a module or workspace: `go list -deps -test` on copies, for one platform. */
import path from 'node:path';
import { toFault, type Fault } from '../../graph/fault.ts';
import { foldPackages } from '../../graph/packages/fold.ts';
import type { ListedPackage } from '../../graph/packages/listed.ts';
import { joinName } from '../../graph/model/name.ts';
import { isToolchainPath } from '../../graph/version/go-version.ts';
import { untidySuspects } from '../../graph/packages/tidiness.ts';
import type {
  Elsewhere,
  MainModule,
  Package,
  Packages,
  Platform,
  Problem,
  Snapshot,
  UntidyLine,
} from '../../graph/snapshot/types.ts';
import { ListPackagesParser, packageFields } from '../../parsers/list-packages.ts';
import { parseTidyDiff } from '../../parsers/tidy-diff.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { findProject, realFolder, type Project } from './find.ts';
import { findElsewhere } from './elsewhere.ts';
import { packageFolder } from './package-folder.ts';
import { wordsOf } from './machine.ts';
import { Phases } from './phases.ts';
import { makeScratch, takeSums, type Copy, type Scratch } from './scratch.ts';
import type { LoadOptions, OnPhases } from './types.ts';

/** Names of the phases. */
const phaseNames = { list: 'go list packages', why: 'go mod why', tidy: 'go mod tidy' } as const;

export interface AskedPackages {
  readonly packages: Packages;
  /** Packages that could not be loaded, in go's words. */
  readonly problems: readonly Problem[];
  /** What could not be told besides: uses on other platforms, or whether go.mod is tidy. Everything else is there. */
  readonly faults: readonly Fault[];
}

/**
 * The packages that the main modules build and test. go.sum is completed on the copy first (`go list -m -mod=mod`), then
 * packages are listed with -mod=readonly: -mod=mod could add a requirement and move the go line (contracts: packages).
 * No compiler, cgo or pkg-config runs, and no git (-buildvcs=false). Modules that are not seen are looked for on other
 * platforms, and go.mod files that do not look tidy are shown to `go mod tidy -diff`. Throws a Fault when the listing fails
 * as a whole; a package that cannot be loaded carries its error.
 */
export async function askPackages(
  dir: string,
  snapshot: Snapshot,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<AskedPackages> {
  const start = realFolder(dir);
  const go = new Go(options, signal);
  const env = await go.env(start);
  const project = findProject(start, options.gowork, env.GOWORK);
  const scratch = makeScratch(project);
  try {
    const copy = scratch.copy('packages');
    const asking: Asking = { go, env, project, scratch, copy, options };
    const words = wordsOf({ project, env, mains: snapshot.mains, scratch: [copy.folder, scratch.folder] });
    const phases = new Phases(onPhases);
    const listed = await phases.run(phaseNames.list, (count) => list(asking, count));
    const packages = foldPackages(listed, words);
    const faults: Fault[] = [];
    const orTell = async <Answer>(work: Promise<Answer>, none: Answer): Promise<Answer> => {
      try {
        return await work;
      } catch (error) {
        const fault = toFault(error);
        if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
        faults.push(fault);
        return none;
      }
    };
    const elsewhere = await orTell(
      phases.run(phaseNames.why, () => elsewhereOf(asking, snapshot, packages, listed)),
      [],
    );
    const suspects = untidySuspects(snapshot.mains, packages);
    const tidy =
      suspects.length === 0
        ? []
        : await orTell<readonly UntidyLine[] | undefined>(
            phases.run(phaseNames.tidy, () => untidyLines(asking, suspects)),
            undefined,
          );
    return {
      packages: { platform: platformOf(env, options), packages, elsewhere, ...(tidy === undefined ? {} : { tidy }) },
      problems: problemsOf(packages),
      faults,
    };
  } finally {
    scratch.remove();
  }
}

/** What every question to go needs. */
interface Asking {
  readonly go: Go;
  readonly env: GoEnv;
  readonly project: Project;
  readonly scratch: Scratch;
  readonly copy: Copy;
  readonly options: LoadOptions;
}

/** Runs go on the copy; -mod=mod is refused in a workspace, which needs it not. */
function run(
  asking: Asking,
  mode: 'mod' | 'readonly',
  args: readonly string[],
  onStdout: (chunk: Uint8Array) => void,
): Promise<void> {
  const { go, env, project, copy, options } = asking;
  const GOFLAGS = ownFlags(env.GOFLAGS, project.work === undefined ? mode : 'readonly', options.tags);
  return go.run(project.root, args, { GOWORK: copy.gowork, GOFLAGS }, onStdout);
}

/** Go's words for a line that go.sum lacks (cmd/go/internal/modload, ImportMissingError). */
const sumMissing = 'missing go.sum entry';

/**
 * go.sum is completed on copies, never by the listing itself: first the lines of go.mod files, and, where sources lack
 * theirs, those by a listing with -mod=mod on a copy that is thrown away.
 */
async function list(asking: Asking, count: (n: number) => void): Promise<ListedPackage[]> {
  const { copy, project, scratch } = asking;
  if (project.work !== undefined) return listOn(asking, count);
  await run(asking, 'mod', ['list', '-m', ...copy.flags, '-e', 'all'], () => undefined);
  const listed = await listOn(asking, count);
  if (!listed.some(({ error }) => error?.text.includes(sumMissing) === true)) return listed;
  const sums = scratch.copy('sums');
  await run(asking, 'mod', ['list', ...sums.flags, ...listFlags, ...patterns(project)], () => undefined);
  takeSums(sums, copy);
  return listOn(asking, count);
}

const listFlags = ['-e', '-deps', '-test', '-buildvcs=false', '-pgo=off', `-json=${packageFields}`];

async function listOn(asking: Asking, count: (n: number) => void): Promise<ListedPackage[]> {
  const parser = new ListPackagesParser(undefined, count);
  const args = ['list', ...asking.copy.flags, ...listFlags, ...patterns(asking.project)];
  await run(asking, 'readonly', args, (chunk) => {
    parser.push(chunk);
  });
  return parser.end();
}

/** Selected modules of which this build sees no package, explained by `go mod why`. */
async function elsewhereOf(
  asking: Asking,
  { modules, mains }: Snapshot,
  packages: readonly Package[],
  listed: readonly ListedPackage[],
): Promise<Elsewhere[]> {
  const { project, env, copy } = asking;
  const seen = new Set(packages.map((one) => one.module));
  const selected = modules.filter((one) => one.selected === true && !isToolchainPath(one.path));
  const unseen = selected.filter(
    ({ path: module, version }) => version !== undefined && !seen.has(joinName(module, version)),
  );
  if (unseen.length === 0) return [];
  const folders = new Map(listed.map((one) => [one.path, one.dir]));
  const place = { root: project.root, cache: env.GOMODCACHE, mains, selected };
  return findElsewhere({
    unseen,
    mains,
    packages,
    folderOf: (importPath) => folders.get(importPath) ?? packageFolder(place, importPath),
    why: async (paths, build) => {
      const chunks: Uint8Array[] = [];
      const flags = [...copy.flags, ...(build ? ['-vendor'] : []), '-m'];
      await run(asking, 'mod', ['mod', 'why', ...flags, ...paths], (chunk) => {
        chunks.push(chunk);
      });
      return Buffer.concat(chunks).toString('utf8');
    },
  });
}

/** What `go mod tidy -diff` would change in these go.mod files. It knows -diff from go 1.23 on. */
async function untidyLines(
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
        await go.run(folder, ['mod', 'tidy', '-diff', ...copy.flags], { GOWORK: 'off', GOFLAGS }, (chunk) => {
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

/** Ambiguous imports and cycles are findings of their own, made from the packages. */
function problemsOf(packages: readonly Package[]): Problem[] {
  return packages
    .filter(({ error }) => error !== undefined && !/ambiguous import|import cycle not allowed/.test(error))
    .map(({ path: subject, error = '' }) => ({ code: 'load-error', subject, text: error }));
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
  const flags = ownFlags(env.GOFLAGS, 'readonly', options.tags);
  const flag = /(?:^|\s)(?:"--?tags=([^"]*)"|'--?tags=([^']*)'|--?tags=(\S*))/.exec(flags)?.slice(1).join('') ?? '';
  return [...new Set(flag.split(/[,\s]+/).filter((tag) => tag !== ''))].sort();
}
