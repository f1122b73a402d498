/** How a module comes to be imported, for `why --packages`: as data, and in words. */
import type { Why } from '../../graph/explain/why.ts';
import type { Model } from '../../graph/model/model.ts';
import { joinName } from '../../graph/model/name.ts';
import { importChain } from '../../graph/packages/chain.ts';
import { importStates, type ImportState } from '../../graph/packages/states.ts';
import type { Elsewhere } from '../../graph/snapshot/types.ts';
import { plain } from './plain.ts';

export interface Imports {
  readonly state: ImportState;
  /** Where it holds: `linux/amd64`. */
  readonly platform: string;
  /** Import paths of a shortest chain, from a package of a main module. */
  readonly chain?: readonly string[];
  /** A use that this platform does not see. */
  readonly elsewhere?: Elsewhere;
}

/** undefined where packages were not listed, and for what has no state: a main module, a version that is not selected. */
export function importsOf(model: Model, { path, selected }: Why): Imports | undefined {
  const { packages } = model.snapshot;
  const name = joinName(path, selected);
  const node = model.snapshot.modules.findIndex((one) => joinName(one.path, one.version) === name);
  const state = importStates(model)?.get(node);
  if (packages === undefined || state === undefined) return undefined;
  const chain = importChain(model, node);
  const elsewhere = packages.elsewhere.find((one) => one.module === name);
  return {
    state,
    platform: `${packages.platform.goos}/${packages.platform.goarch}`,
    ...(chain === undefined ? {} : { chain: chain.packages }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}

export function importsText({ state, platform, chain, elsewhere }: Imports): string {
  if (chain !== undefined) {
    const who = state === 'test' ? 'Imported by tests only' : 'Imported';
    const steps = chain.map((path, i) => `  ${i === 0 ? '' : `${'  '.repeat(i - 1)}└ `}${plain(path)}\n`);
    return `${who} (${platform}):\n${steps.join('')}`;
  }
  if (elsewhere === undefined) return `No package of it is imported, on ${platform} or another platform.\n`;
  const { package: by, file, constraint } = elsewhere;
  const where = file === '' ? plain(by) : `${plain(by)}, in ${plain(file)}`;
  return `Not imported on ${platform}, but by ${where}${constraint === '' ? '' : ` (${plain(constraint)})`}.\n`;
}
