/** What `go get` makes of a go.mod, as a pure function of go.mod files and lists of versions (modget/get.go, runGet). */
import { loadModuleGraph } from '../load/load.ts';
import type { Version } from '../load/types.ts';
import type { MainModule, Requirement } from '../snapshot/types.ts';
import { compareGoVersions, goOfToolchain, isToolchainPath } from '../version/go-version.ts';
import { Allowed } from './allowed.ts';
import { editRequirements, type Conflict } from './edit.ts';
import { resolveQuery } from './query.ts';
import { beginning, expanded, Graphs, type Requirements } from './requirements.ts';
import { Lacking, Refused, type GetInput, type GetResult, type Query } from './types.ts';

/**
 * Makes one `go get A@X B@Y` of go 1.26 on a module: each named module is at its version then, or gone; what requires more
 * is stepped down; the rest stays as near as it can. Packages are not looked for: go get adds modules for those that a
 * named version imports and nothing provides, and lists those that provide what a named package imports. Throws nothing.
 */
export function goGet(input: GetInput, queries: readonly Query[]): GetResult {
  try {
    return got(input, queries);
  } catch (error) {
    if (error instanceof Lacking) return { state: 'lacking', lack: error.lack };
    if (error instanceof Refused) return { state: 'refused', words: error.words };
    throw error;
  }
}

function got(input: GetInput, queries: readonly Query[]): GetResult {
  const graphs = new Graphs(input);
  const allowed = new Allowed(input);
  let requirements = beginning(input, graphs);
  const selected = graphs.whole(requirements);
  const resolved = resolveAll(queries, (query) => {
    if (query.path === input.main.path) return ofMain(query);
    return resolveQuery(query, selected.selected(query.path), allowed, input);
  });
  const must = new Map(resolved.map(({ path, version }) => [path, version]));
  must.delete(input.main.path);
  for (;;) {
    const edited = editRequirements(requirements, must, graphs, allowed);
    if (!('roots' in edited)) throw new Refused(...edited.map((one) => conflictWords(one, queries, must)));
    if (edited === requirements) break;
    requirements = expanded(edited, graphs);
  }
  const go = requirements.roots.find(({ path }) => path === 'go')?.version ?? '';
  if (compareGoVersions(go, input.go) > 0)
    throw new Refused(`updating go.mod requires go >= ${go} (running go ${input.go})`);
  const main = written(input.main, requirements, go);
  // As go reads it next: a go line that was raised may prune now what was not pruned here.
  const { buildList, missing } = loadModuleGraph({ mains: [main], goMod: input.goMod });
  if (missing.length > 0) throw new Lacking({ goMods: missing });
  return { state: 'done', main, buildList, resolved };
}

/** All at once: what is lacking for one of them is told with what is lacking for the others. */
function resolveAll(queries: readonly Query[], resolve: (query: Query) => string): Version[] {
  const resolved: Version[] = [];
  const lacks: Lacking[] = [];
  for (const query of queries) {
    try {
      resolved.push({ path: query.path, version: resolve(query) });
    } catch (error) {
      if (!(error instanceof Lacking)) throw error;
      lacks.push(error);
    }
  }
  if (lacks.length === 0) return resolved;
  throw new Lacking({
    goMods: lacks.flatMap(({ lack }) => lack.goMods),
    lists: lacks.flatMap(({ lack }) => lack.lists),
    times: lacks.flatMap(({ lack }) => lack.times),
    queries: lacks.flatMap(({ lack }) => lack.queries),
  });
}

/** modload/query.go, QueryMatchesMainModulesError. */
function ofMain({ path, query }: Query): string {
  if (query === 'upgrade' || query === 'patch') return '';
  throw new Refused(`can't request version "${query}" of the main module (${path})`);
}

/** modget/get.go, updateBuildList. */
function conflictWords(
  { path, fault, asked }: Conflict,
  queries: readonly Query[],
  must: ReadonlyMap<string, string>,
): string {
  const reason = (module: Version | undefined): string => {
    const query = queries.find((one) => one.path === module?.path);
    if (query === undefined) return module?.path ?? '';
    const version = must.get(query.path) ?? query.query;
    const said = `${query.path}@${query.query}`;
    return version === query.query ? said : `${said} (${version})`;
  };
  const last = path.at(-1);
  const what = `${reason(path[0])} ${path.length > 2 ? 'indirectly ' : ''}requires ${last?.path ?? ''}@${last?.version ?? ''}`;
  return fault === undefined ? `${what}, not ${reason(asked)}` : `${what}: ${fault}`;
}

/** go.mod as go writes it (modload/init.go, UpdateGoModFromReqs): lines that stay keep their place, new ones come last. */
function written(main: MainModule, { roots, direct }: Requirements, go: string): MainModule {
  const lines = new Map<string, Requirement>();
  for (const { path, version } of roots) {
    if (!isToolchainPath(path)) lines.set(path, { path, version, ...(direct.has(path) ? {} : { indirect: true }) });
  }
  const before = [...new Set(main.require.map(({ path }) => path))].filter((path) => lines.has(path));
  const order = new Set([...before, ...lines.keys()]);
  const toolchain = roots.find(({ path }) => path === 'toolchain')?.version ?? '';
  const { toolchain: _, ...rest } = main;
  const isImplied = toolchain === `go${go}` || compareGoVersions(goOfToolchain(toolchain), '1.21') < 0;
  return {
    ...rest,
    go,
    ...(isImplied ? {} : { toolchain }),
    require: [...order].flatMap((path) => lines.get(path) ?? []),
  };
}
