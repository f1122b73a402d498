/** Small worlds of modules, made by chance: several versions, mixed go lines, cycles, older selves, pruned and unpruned. */
import type { Draft, ModDraft, Ref } from './draft.ts';
import type { Random } from './random.ts';

export interface Universe {
  /** Module versions that a proxy serves, with their .mod. */
  readonly modules: readonly (Ref & { readonly mod: string })[];
  /** Folders that a replacement may name, relative to the root of the case, and the text of their go.mod. */
  readonly folders: readonly { readonly dir: string; readonly path: string; readonly mod: string }[];
  readonly start: Draft;
}

/** Around each version at which loading changes its rules: 1.16, 1.17, 1.21. */
const goLines = ['1.13', '1.16', '1.17', '1.18', '1.20', '1.20.5', '1.21', '1.21rc2', '1.21.0', '1.22.3', '1.24'];
export const toolchains = ['go1.18', 'go1.21', 'go1.21.5', 'go1.22.3-custom', 'go1.25.0', 'go1.99.0', 'default'];

const plainVersions = ['v0.1.0', 'v0.9.0', 'v1.0.0', 'v1.1.0-rc.1', 'v1.1.0', 'v1.2.0', 'v1.10.0'];
const oddVersions = [
  'v0.0.0-20240102030405-0123456789ab',
  'v2.0.0+incompatible',
  'v1.2.1-0.20240102030405-0123456789ab',
];

/** The same random numbers give the same universe; `number` keeps its paths apart from those of others. */
export function makeUniverse(random: Random, number: number): Universe {
  const host = `u${number}.test`;
  const paths = ['a', 'b', 'c/v2', 'Caps', 'd', 'e', 'f', 'g/v3', 'h'].slice(0, 3 + random.below(7));
  const isWorkspace = random.chance(25);
  const mainPaths = isWorkspace ? ['m0', 'm1', 'm2'].slice(0, 2 + random.below(2)) : ['main'];
  const refs: Ref[] = paths.flatMap((name) =>
    versionsOf(random, name).map((version) => ({ path: `${host}/${name}`, version })),
  );
  // Older selves: a dependency may require a version of the main module.
  for (const name of mainPaths) refs.push({ path: `${host}/${name}`, version: 'v0.9.0' });
  const density = 1 + random.below(4);
  const modules = refs.map((ref) => ({ ...ref, mod: modOf(random, ref, refs, density) }));
  const folders = paths.slice(0, 3).map((name, i) => {
    const path = `${host}/${name}`;
    return { dir: `near/${i}`, path, mod: modOf(random, { path, version: '' }, refs, density) };
  });
  const mains = mainPaths.map((name): ModDraft => {
    const go = goLine(random);
    return {
      path: `${host}/${name}`,
      dir: isWorkspace ? name : '.',
      ...(go === undefined ? {} : { go }),
      require: someOf(
        random,
        refs.filter((ref) => !ref.path.endsWith(`/${name}`)),
        1 + random.below(5),
      ),
      replace: [],
      exclude: [],
    };
  });
  return { modules, folders, start: isWorkspace ? { mains, work: { go: '1.24', replace: [] } } : { mains } };
}

/** A go line, or none. */
export function goLine(random: Random): string | undefined {
  return random.chance(10) ? undefined : random.pick(goLines);
}

/** Different ones, at most `count`, in any order. */
function someOf<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list];
  const picked: T[] = [];
  while (picked.length < count && left.length > 0) picked.push(...left.splice(random.below(left.length), 1));
  return picked;
}

function versionsOf(random: Random, name: string): string[] {
  const major = /\/v(\d)$/.exec(name)?.[1];
  const count = 1 + random.below(4);
  if (major !== undefined)
    return ['0.0', '1.0-beta.2', '1.0', '11.0'].slice(0, count).map((rest) => `v${major}.${rest}`);
  return someOf(random, [...plainVersions, ...(random.chance(30) ? oddVersions : [])], count);
}

function modOf(random: Random, { path, version }: Ref, refs: readonly Ref[], density: number): string {
  // A proxy makes up such a go.mod: there was none.
  if (version.endsWith('+incompatible')) return `module ${path}\n`;
  const go = goLine(random);
  // Once in a while a proxy gives a go.mod of another module.
  const lines = [
    `module ${random.below(300) === 0 ? `${path}/other` : path}`,
    ...(go === undefined ? [] : [`go ${go}`]),
  ];
  for (const one of someOf(random, refs, random.below(density + 1))) {
    lines.push(`require ${one.path} ${one.version}${random.chance(30) ? ' // indirect' : ''}`);
  }
  // What a dependency says to main modules only is passed over.
  const other = random.pick(refs);
  if (other !== undefined && random.chance(8)) lines.push(`exclude ${other.path} ${other.version}`);
  if (other !== undefined && random.chance(8)) lines.push(`replace ${other.path} => ../nowhere`);
  if (random.chance(8)) lines.push('toolchain go1.25.0');
  return lines.map((line) => `${line}\n`).join('');
}
