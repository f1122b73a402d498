/** Raises tried by the loader alone: hundreds of updates, each a load of go.mod texts, and go is run only to fetch texts. */
import { setImmediate } from 'node:timers/promises';
import { toFault } from '../../graph/fault.ts';
import { loadModuleGraph } from '../../graph/load/load.ts';
import type { LoadInput, LoadResult } from '../../graph/load/types.ts';
import { joinName, splitName } from '../../graph/model/name.ts';
import { buildListChanges } from '../../graph/remedy/changes.ts';
import type { Outcome, Proposal } from '../../graph/remedy/proposal.ts';
import { commandOf, type Step } from '../../graph/remedy/steps.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import { compareGoVersions } from '../../graph/version/go-version.ts';
import { applyEdits } from '../../graph/what-if/apply.ts';
import { moduleAt } from '../../graph/module/names.ts';
import { goCommands } from '../process/go-commands.ts';
import { ownFlags } from '../process/go-flags.ts';
import { ModFiles } from '../project/mod-files.ts';
import { newFolder } from '../project/own-folder.ts';
import type { Bench } from './trial.ts';

type Get = Step & { readonly do: 'get' };

/** Names of modules on one command line. */
const atOnce = 500;

/** Times that texts which turned out to be missing are fetched. */
const rounds = 8;

/**
 * What each raise comes to, in their order; `untold` for those whose go.mod texts are not to be had, and for those that
 * `isOver` left no time for. Throws a Fault 'defect' only.
 */
export async function raisedByLoad(
  bench: Omit<Bench, 'mirror'>,
  proposals: readonly Proposal[],
  isOver: () => boolean,
): Promise<Outcome[]> {
  const { declared, project, env } = bench;
  const files = new ModFiles(project.root, env.GOMODCACHE);
  const input: LoadInput = { ...declared, goMod: files.goMod };
  const base = loadModuleGraph(input);
  const outcomes: Outcome[] = proposals.map(() => ({ state: 'untold' }));
  if (base.missing.length > 0 || base.refused.length > 0) return outcomes;
  const local = env.GOVERSION.replace(/^go/, '').split(/[- \t]/)[0] ?? '';
  let open = proposals.map((_, place) => place);
  for (let round = 0; open.length > 0 && round < rounds; round++) {
    const missing = new Map<string, ModuleRef>();
    const again: number[] = [];
    for (const place of open) {
      if (isOver()) return outcomes;
      await setImmediate();
      const step = proposals[place]?.steps[0];
      if (step?.do !== 'get') continue;
      const result = loadModuleGraph({ ...raised(input, step), goMod: files.goMod });
      if (result.missing.length === 0) outcomes[place] = outcomeOf(step, base, result, input, local);
      else {
        again.push(place);
        for (const one of result.missing) missing.set(joinName(one.path, one.version), one);
      }
    }
    if (missing.size === 0) return outcomes;
    const exact = [...missing.values()].filter(({ version }) => version !== undefined);
    files.beforeFetch();
    if (!(await fetchGoMods(bench, exact))) return outcomes;
    files.lookAgain();
    open = again;
  }
  return outcomes;
}

/** One command for all of them: `go list -m` brings the go.mod of each, and no module. What is not to be had stays missing. False when it was stopped. */
async function fetchGoMods({ go, env }: Omit<Bench, 'mirror'>, modules: readonly ModuleRef[]): Promise<boolean> {
  const { folder, remove } = newFolder('go is run there, away from any go.mod.');
  try {
    for (let from = 0; from < modules.length; from += atOnce) {
      const names = modules
        .slice(from, from + atOnce)
        .flatMap(({ path, version = '' }) => moduleAt(path, version) ?? []);
      // Away from any go.mod: there no sum is asked for but that of the checksum database.
      const settings = { GOWORK: 'off', GOFLAGS: ownFlags(env.GOFLAGS, 'mod') };
      await go.text(folder, goCommands.listVersions(names), settings);
    }
    return true;
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'defect') throw fault;
    // The time is up: what is known by now is told all the same.
    return fault.code !== 'cancelled';
  } finally {
    remove();
  }
}

/** The require line of the main module that the step is for says the version. */
function raised(input: LoadInput, { dir, path, version }: Get): Pick<LoadInput, 'mains' | 'work'> {
  const target = Math.max(
    0,
    input.mains.findIndex((main) => main.dir === dir),
  );
  return applyEdits(input, [{ edit: { kind: 'require', path, version }, target }]);
}

function outcomeOf(
  step: Get,
  base: LoadResult,
  result: LoadResult,
  { mains, work }: LoadInput,
  local: string,
): Outcome {
  const [refusal] = result.refused;
  if (refusal !== undefined) return { state: 'fails', why: refusal.replace(/\.$/, '') };
  const needed = highestGo(result);
  if (compareGoVersions(needed, local) > 0)
    return { state: 'fails', why: `it needs go ${needed}, and this is go ${local}` };
  if (result.buildList.get(step.path) !== step.version)
    return { state: 'fails', why: 'another version is selected all the same' };
  const changes = buildListChanges(base.buildList, result.buildList);
  const main = work ?? mains.find(({ dir }) => dir === step.dir) ?? mains[0];
  const line = main?.go ?? '';
  const rises = line !== '' && compareGoVersions(needed, line) > 0 && compareGoVersions(highestGo(base), line) <= 0;
  return {
    state: 'mends',
    command: commandOf([step]),
    edits: [],
    changes: {
      ...changes,
      raised: [...changes.raised, ...(rises ? [{ path: 'go', from: line, to: needed }] : [])],
      files: [],
      atLeast: true,
    },
  };
}

/** The go version that the graph asks for; `go get` raises the go line to it. */
function highestGo({ edges }: LoadResult): string {
  let highest = '';
  for (const name of edges.names) {
    const { path, version } = splitName(name);
    if (path === 'go' && compareGoVersions(version, highest) > 0) highest = version;
  }
  return highest;
}
