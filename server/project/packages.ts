/** The packages of a module or workspace: what is imported, what is used elsewhere, and whether go.mod is tidy. */
import { Fault, toFault } from '../../graph/fault.ts';
import { foldPackages } from '../../graph/packages/fold.ts';
import { ownLost } from '../../graph/packages/lost.ts';
import { untidySuspects } from '../../graph/packages/tidiness.ts';
import type { Packages, Platform, Problem, Snapshot } from '../../graph/snapshot/types.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { namedFolder } from './find.ts';
import { wordsOf } from './machine.ts';
import type { Asking } from './packages-go.ts';
import { listPackages, notVendored } from './packages-list.ts';
import { untidyLines } from './packages-tidy.ts';
import { askWhy } from './packages-why.ts';
import { projectOf } from './mod-file.ts';
import { Phases } from './phases.ts';
import { problemsOfPackages } from './problems.ts';
import { irregularSource } from './irregular-source.ts';
import { makeScratch } from './scratch.ts';
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
 * The packages that the main modules build and test, for one platform. Modules that are not seen are looked for on other
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
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  const env = await go.env(start);
  const project = projectOf(start, options, env);
  const waiting = irregularSource(project, snapshot.mains);
  if (waiting !== undefined)
    throw new Fault('bad-input', `Packages were not listed: ${waiting}.`, { hint: 'Remove the file.' });
  const scratch = makeScratch(project);
  try {
    const copy = scratch.copy('packages');
    const asking: Asking = { go, env, project, scratch, copy, options };
    const words = wordsOf({ project, env, mains: snapshot.mains, scratch: [copy.folder, scratch.folder] });
    const phases = new Phases(onPhases);
    const unfit: string[] = [];
    const listed = await phases.run(phaseNames.list, (count) =>
      listPackages(asking, count, (told) => unfit.push(told)),
    );
    const selected = snapshot.modules.filter((one) => one.selected === true);
    const { packages, lost } = ownLost(foldPackages(listed, words), selected);
    const faults: Fault[] = [];
    const { elsewhere, untold } = await phases.run(phaseNames.why, async (_count, lacks) => {
      const { fault, ...told } = await askWhy(asking, snapshot, packages, listed, lost);
      if (fault === undefined) return told;
      lacks(fault);
      faults.push(fault);
      return told;
    });
    let tidy: Packages['tidy'] = [];
    const suspects = untidySuspects(snapshot.mains, packages);
    try {
      if (suspects.length > 0) tidy = await phases.run(phaseNames.tidy, () => untidyLines(asking, suspects));
    } catch (error) {
      faults.push(unlessOver(error));
      tidy = undefined;
    }
    return {
      packages: {
        platform: platformOf(env, options),
        packages,
        elsewhere,
        ...(untold.length === 0 ? {} : { untold }),
        ...(tidy === undefined ? {} : { tidy }),
      },
      problems: [
        ...unfit.map((text) => ({
          code: text.includes(notVendored) ? 'vendor-out-of-step' : 'load-error',
          subject: 'vendor',
          text: words(text),
        })),
        ...problemsOfPackages(packages),
      ],
      faults,
    };
  } finally {
    scratch.remove();
  }
}

/** Throws what ends everything: cancelled, or a defect of ours. */
function unlessOver(error: unknown): Fault {
  const fault = toFault(error);
  if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
  return fault;
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
