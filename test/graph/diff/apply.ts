/** A diff read by somebody who knows its JSON and nothing else: what a becomes by it. */
import type { Cause, Diff } from '../../../graph/diff/types.ts';
import type { Declared } from '../../../graph/diff/declared.ts';
import type { MainModule, ModuleRef, Snapshot } from '../../../graph/snapshot/types.ts';

/** Path → version of the modules that a snapshot marks as selected, '' for main modules; without go and toolchain. */
export function buildList({ modules }: Snapshot): Map<string, string> {
  return new Map(
    modules.flatMap(({ path, version, selected }) =>
      selected === true && path !== 'go' && path !== 'toolchain' ? [[path, version ?? ''] as const] : [],
    ),
  );
}

/** Path → what a selected module is replaced by, and whether a main module requires it without `// indirect`. */
export function details({ modules, mains }: Snapshot): Map<string, { replace: string; direct: boolean }> {
  const direct = new Set(mains.flatMap(({ require }) => require.flatMap((one) => (one.indirect ? [] : [one.path]))));
  return new Map(
    modules.flatMap(({ path, version, selected, replace }) =>
      selected === true && version !== undefined && path !== 'go' && path !== 'toolchain'
        ? [[path, { replace: refText(replace), direct: direct.has(path) }] as const]
        : [],
    ),
  );
}

function refText(one: ModuleRef | undefined): string {
  return one === undefined ? '' : one.version === undefined ? one.path : `${one.path}@${one.version}`;
}

/** `from to` of every requirement. */
export function requirements({ modules }: Snapshot): Set<string> {
  return new Set(
    modules.flatMap(({ path, version, requires = [] }) =>
      path === 'go' || path === 'toolchain'
        ? []
        : requires.flatMap((to) =>
            /^(?:go|toolchain)@/.test(to) ? [] : [`${version === undefined ? path : `${path}@${version}`} ${to}`],
          ),
    ),
  );
}

export function appliedList(before: ReadonlyMap<string, string>, diff: Diff): Map<string, string> {
  const list = new Map(before);
  for (const { path, version } of diff.removed) {
    if (list.get(path) !== (version ?? '')) throw new Error(`${path} was removed, and was not ${version ?? ''}`);
    list.delete(path);
  }
  for (const { path, from, to } of diff.changed) {
    if (list.get(path) !== from) throw new Error(`${path} was not ${from}`);
    list.set(path, to);
  }
  for (const { path, version } of diff.added) {
    if (list.has(path)) throw new Error(`${path} was added, and was there`);
    list.set(path, version ?? '');
  }
  return list;
}

/** Of paths that stay in the build list as dependencies: what comes of what they were. */
export function appliedDetails(before: ReturnType<typeof details>, diff: Diff): ReturnType<typeof details> {
  const found = new Map(before);
  for (const { path } of diff.removed) found.delete(path);
  for (const { path, replaceFrom, replaceTo, directTo } of diff.changed) {
    const was = found.get(path);
    if (was === undefined) continue;
    const replaced = replaceFrom !== undefined || replaceTo !== undefined;
    found.set(path, { replace: replaced ? refText(replaceTo) : was.replace, direct: directTo ?? was.direct });
  }
  return found;
}

export function appliedRequirements(before: ReadonlySet<string>, { requirements: changed }: Diff): Set<string> {
  const found = new Set(before);
  const text = ({ from, to }: { readonly from: string; readonly to: string }): string => `${from} ${to}`;
  for (const one of changed.removed) if (!found.delete(text(one))) throw new Error(`${text(one)} was not there`);
  for (const one of changed.added) {
    if (found.has(text(one))) throw new Error(`${text(one)} was there`);
    found.add(text(one));
  }
  return found;
}

/** What decides the build list, in an order that does not depend on that of lines. */
export function declarations({ mains, work }: Pick<Declared, 'mains' | 'work'>): string[] {
  const lines = (main: Pick<MainModule, 'replace'> & Partial<MainModule>): string[] => [
    ...(main.require ?? []).map((one) => `require ${one.path} ${one.version}${one.indirect ? ' // indirect' : ''}`),
    ...main.replace.map((one) => `replace ${refText(one.old)} => ${refText(one.new)}`),
    ...(main.exclude ?? []).map((one) => `exclude ${refText(one)}`),
  ];
  const words = (one: { readonly go?: string; readonly toolchain?: string }): string =>
    `go ${one.go ?? 'none'} toolchain ${one.toolchain ?? 'none'}`;
  return [
    ...(work === undefined ? [] : [['go.work', words(work), ...lines(work).sort()].join('\n')]),
    ...mains.map((main) => [main.dir, `module ${main.path}`, words(main), ...lines(main).sort()].join('\n')),
  ].sort();
}

/** The lines of one go.mod after the causes that name it: `declarations` of a single module by what JSON says of its lines. */
export function appliedCauses(main: MainModule, causes: readonly Omit<Cause, 'follows' | 'line'>[]): MainModule {
  let made = main;
  for (const { kind, path, from, to, indirect } of causes) {
    const require = made.require.filter((one) => one.path !== path);
    const [left = '', version] = path.split('@');
    const isOld = (old: ModuleRef): boolean => old.path === left && old.version === version;
    switch (kind) {
      case 'drop':
        made = { ...made, require };
        break;
      case 'require':
        made = {
          ...made,
          require: [...require, { path, version: to ?? '', ...(indirect === true ? { indirect } : {}) }],
        };
        break;
      case 'exclude':
        made = { ...made, exclude: made.exclude.filter((one) => one.path !== path || one.version !== from) };
        if (to !== undefined) made = { ...made, exclude: [...made.exclude, { path, version: to }] };
        break;
      case 'replace':
        made = { ...made, replace: made.replace.filter(({ old }) => !isOld(old)) };
        if (to !== undefined) {
          const [by = '', at] = to.split('@');
          const old = { path: left, ...(version === undefined ? {} : { version }) };
          made = {
            ...made,
            replace: [...made.replace, { old, new: { path: by, ...(at === undefined ? {} : { version: at }) } }],
          };
        }
        break;
      case 'go': {
        const { go, toolchain, ...rest } = made;
        const words = { go, toolchain, [path]: to };
        made = {
          ...rest,
          ...(words.go === undefined ? {} : { go: words.go }),
          ...(words.toolchain === undefined ? {} : { toolchain: words.toolchain }),
        };
        break;
      }
      case 'module':
        made = { ...made, path };
        break;
      case 'use':
        throw new Error('a single module has no go.work');
    }
  }
  return made;
}
