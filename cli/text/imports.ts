/** How a module, or a package, comes to be imported, for `why --packages`: as data, and in words. */
import type { Why } from '../../graph/explain/why.ts';
import type { Model } from '../../graph/model/model.ts';
import { joinName } from '../../graph/model/name.ts';
import { importChains, packageChains } from '../../graph/packages/chain.ts';
import { importStates, type ImportState } from '../../graph/packages/states.ts';
import type { Elsewhere } from '../../graph/snapshot/types.ts';
import { counted } from '../../drawing/words/counted.ts';
import { plain, plainLines, type Printable, said } from './plain.ts';

export interface Imports {
  /** `unknown` where go could not get the sources that would tell. */
  readonly state: ImportState | 'unknown';
  /** Where it holds: `linux/amd64`. */
  readonly platform: string;
  /** Import paths of chains from a package of a main module, the shortest first: those of tests where no build has one. */
  readonly chains: readonly (readonly string[])[];
  /** There may be more chains than were listed. */
  readonly moreChains: boolean;
  /** A use that this platform does not see. */
  readonly elsewhere?: Elsewhere;
}

/** Chains that are listed, and those that the text shows in full besides the first. */
const mostChains = 20;
const mostShown = 3;

/** undefined where packages were not listed, and for what has no state: a main module, a version that is not selected. */
export function importsOf(model: Model, { path, selected }: Why): Imports | undefined {
  const { packages } = model.snapshot;
  const name = joinName(path, selected);
  const node = model.snapshot.modules.findIndex((one) => joinName(one.path, one.version) === name);
  const state = importStates(model)?.get(node) ?? (packages?.untold?.includes(name) === true ? 'unknown' : undefined);
  if (packages === undefined || state === undefined) return undefined;
  const { chains, more } = importChains(model, node, mostChains);
  const elsewhere = packages.elsewhere.find((one) => one.module === name);
  return {
    state,
    platform: `${packages.platform.goos}/${packages.platform.goarch}`,
    chains: chains.map((chain) => chain.packages),
    moreChains: more,
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}

/** A package that go listed, for `why IMPORT/PATH`. */
export interface PackageImports {
  readonly package: string;
  /** `path@version`; absent for the standard library and where go found none. */
  readonly module?: string;
  readonly imports: Imports;
}

/** undefined where no package of this path was listed. */
export function packageImportsOf({ snapshot: { packages } }: Model, importPath: string): PackageImports | undefined {
  const one = packages?.packages.find((each) => each.path === importPath);
  if (packages === undefined || one === undefined) return undefined;
  const { chains, more } = packageChains(packages, importPath, mostChains);
  return {
    package: importPath,
    ...(one.module === undefined ? {} : { module: one.module }),
    imports: {
      state: one.test === true ? 'test' : 'imported',
      platform: `${packages.platform.goos}/${packages.platform.goarch}`,
      chains: chains.map((chain) => chain.packages),
      moreChains: more,
    },
  };
}

export function importsText({ state, platform, chains, moreChains, elsewhere }: Imports): Printable {
  const [first, ...others] = chains;
  if (first !== undefined) {
    const who = state === 'test' ? 'Imported by tests only' : 'Imported';
    const steps = first.map((path, i) => `  ${i === 0 ? '' : `${'  '.repeat(i - 1)}└ `}${plain(path)}\n`);
    return plainLines(`${said`${who} (${platform}):\n`}${steps.join('')}${othersText(others, moreChains)}`);
  }
  if (state === 'unknown')
    return said`Whether anything imports it on another platform is not known: sources were not at hand.\n`;
  if (elsewhere === undefined) return said`No package of it is imported, on ${platform} or another platform.\n`;
  const { package: by, file, constraint } = elsewhere;
  const where = file === '' ? by : `${by}, in ${file}`;
  return said`Not imported on ${platform}, but by ${where}${constraint === '' ? '' : ` (${constraint})`}.\n`;
}

function othersText(others: readonly (readonly string[])[], more: boolean): string {
  if (others.length === 0) return '';
  const shown = others.slice(0, mostShown).map((chain) => `  ${chain.map(plain).join(' → ')}\n`);
  const left = others.length - shown.length;
  const rest = left === 0 ? '' : `  and ${more ? 'more' : counted(left, 'more chain')} (--json lists them)\n`;
  return `Other chains of imports:\n${shown.join('')}${rest}`;
}
