/** Arguments of `go get` by chance. */
import type { Query } from '../../graph/get/types.ts';
import type { ModDraft } from './draft.ts';
import type { Module } from './get-world.ts';
import type { Random } from './random.ts';

type Maker = (random: Random, version: string) => string;

/** Each with how often it is to come. `version` is one that there is. */
const makers: readonly (readonly [number, Maker])[] = [
  [16, (_, version) => version],
  [8, () => 'none'],
  [5, () => 'upgrade'],
  [4, () => 'patch'],
  [4, () => 'latest'],
  [2, (_, version) => `<${version}`],
  [1, (_, version) => `<=${version}`],
  [2, (_, version) => `>${version}`],
  [1, (_, version) => `>=${version}`],
  [2, (_, version) => /^v\d+/.exec(version)?.[0] ?? ''],
  [2, (_, version) => /^v\d+\.\d+/.exec(version)?.[0] ?? ''],
  [1, (_, version) => `<${/^v\d+\.\d+/.exec(version)?.[0] ?? ''}`],
  [1, () => 'v1.77.0'],
  [1, () => 'main'],
];
const bag = makers.flatMap(([weight, maker]) => Array.from({ length: weight }, () => maker));

/** One to three of different paths, mostly of what the module requires already. */
export function queriesByChance(random: Random, modules: readonly Module[], main: ModDraft): Query[] {
  const queries = new Map<string, Query>();
  const count = random.chance(70) ? 1 : 2 + random.below(2);
  for (let n = 0; n < count; n++) {
    const known = random.chance(60) ? random.pick(main.require)?.path : undefined;
    const module = random.pick(known === undefined ? modules : modules.filter(({ path }) => path === known));
    const maker = random.pick(bag);
    if (module === undefined || maker === undefined || module.path === main.path) continue;
    queries.set(module.path, { path: module.path, query: maker(random, module.version) });
  }
  return [...queries.values()];
}
