/** What the build list would be after some edits of go.mod, computed as go computes it. */
import { changedPaths, diffBuildLists, diffSnapshots } from '../diff/diff.ts';
import { followsOf, type Follows } from '../diff/follows.ts';
import { refText, sameState } from '../diff/states.ts';
import type { Cause, Diff } from '../diff/types.ts';
import { findReplacement } from '../load/replacement.ts';
import type { LoadInput, LoadResult } from '../load/types.ts';
import { assemble } from '../snapshot/assemble.ts';
import type { EdgeList } from '../snapshot/records.ts';
import type { ModuleVersion, Snapshot } from '../snapshot/types.ts';
import type { Declarations } from './apply.ts';
import { pathOf, type Edit, type PlacedEdit } from './edits.ts';
import { checkThere } from './there.ts';
import { folderFrom } from './folder.ts';
import { placeEdits, type Where } from './place.ts';
import type { Getting, Got } from './gets.ts';
import { Variants, type Lacking, type Variant } from './variants.ts';

/** The graph without edits, for another question about the same declarations. */
export interface WhatIfStart {
  readonly edges: EdgeList;
  readonly base: Snapshot;
}

export interface WhatIf {
  readonly start: WhatIfStart;
  /** With the causes; made when it is first looked at. */
  readonly diff: Diff;
  readonly causes: readonly Cause[];
  readonly base: Snapshot;
  readonly head: Snapshot;
  /** The edited declarations, and the lines that go prints for them. */
  readonly after: { readonly declared: Declarations; readonly edges: EdgeList };
  /** Each go get among the edits, with what it is reckoned to make of its go.mod. */
  readonly gets: readonly Got[];
  /** Loads that lacked go.mod files: while this is not empty, the rest is not to be believed, and causes may be missing. */
  readonly lacking: readonly Lacking[];
  /** Of edits that change nothing in the graph: a sentence each. */
  readonly said: readonly string[];
}

/**
 * The graph of `input` against the same with `edits` made: go.mod is edited as `go mod edit` does it, and loaded as
 * `go mod graph` does it (graph/load, exact). That is not `go get`: no other requirement is stepped down or added, so a
 * dropped module stays in the build list while something else requires it. Edits that are go get are made as go makes them
 * (graph/get), with what `getting` knows, after the others of their go.mod. `where` says which main module's go.mod is
 * edited (placeEdits). Causes are the edits, in their order. Throws the Faults of placeEdits, and 'not-found' with the
 * nearest names for an edit of a module that is in neither graph. `start`: that of an answer that lacked nothing, about the same `input`. `pause` is awaited before each load (one for each edit
 * and more for changes that need several): others may work meanwhile, and what it rejects with ends this.
 */
export async function whatIf(
  input: LoadInput,
  edits: readonly Edit[],
  where?: Where,
  pause: () => Promise<void> = () => Promise.resolve(),
  getting?: Getting,
  start?: WhatIfStart,
): Promise<WhatIf> {
  const placed = placeEdits(input, edits, where);
  const variants = new Variants(input, placed, pause, getting);
  const all = placed.map((_, place) => place);
  const before = start ?? startOf(await variants.load([]));
  const after = await variants.load(all);
  const { base } = before;
  const head = snapshotOf(after.declared, after);
  const { gets } = after;
  const lacking = variants.lacking();
  // A graph that is not whole is not worth more loads.
  if (lacking.length > 0) return made({ causes: [], start: before, base, head, after, gets, lacking, said: [] });
  const said = checkThere(edits, before.edges.names, after.edges.names);
  const follows = await followsOf(changedPaths(diffBuildLists(base, head)), edits.length, async (some, path) =>
    sameState((await variants.states(some)).get(path), after.states.get(path)),
  );
  const causes = placed.map((one, place) => causeOf(input, one, place, follows, after.declared));
  return made({ causes, start: before, base, head, after, gets, lacking: variants.lacking(), said });
}

/** Findings of both sides take longer than the rest: the diff is made when it is asked for. */
function made(one: Omit<WhatIf, 'diff'>): WhatIf {
  return {
    ...one,
    get diff() {
      return diffSnapshots(one.base, one.head, one.causes);
    },
  };
}

function startOf(loaded: Variant): WhatIfStart {
  return { edges: loaded.edges, base: snapshotOf(loaded.declared, loaded) };
}

/** The snapshot of what was loaded from these declarations. */
export function snapshotOf(declared: Declarations, { edges }: LoadResult): Snapshot {
  const { mains, work } = declared;
  const snapshot = assemble({ edges, mains, ...(work === undefined ? {} : { work }) });
  if (work === undefined) return snapshot;
  return { ...snapshot, modules: snapshot.modules.map((module) => withFolder(module, declared)) };
}

/** In a workspace go names the folder of a member's replacement from go.work (modload/init.go, canonicalizeReplacePath). */
function withFolder(module: ModuleVersion, declared: Declarations): ModuleVersion {
  const { path, version, replace } = module;
  if (version === undefined || replace === undefined || replace.version !== undefined) return module;
  const { of } = findReplacement(declared, { path, version });
  return of === undefined ? module : { ...module, replace: { path: folderFrom(of.dir, replace.path) } };
}

function causeOf(
  declared: Declarations,
  { edit, target }: PlacedEdit,
  place: number,
  follows: Follows,
  after: Declarations,
): Cause {
  const main = target === 'go.work' ? undefined : declared.mains[target];
  const together = follows.together
    .filter(({ edits }) => edits.includes(place))
    .map(({ edits, paths }) => ({ with: edits.filter((one) => one !== place), follows: paths }));
  const { from, to } = sidesOf(declared, { edit, target }, after);
  return {
    ...(main === undefined ? {} : { main: main.path }),
    file: main === undefined ? 'go.work' : main.dir === '.' ? 'go.mod' : `${main.dir}/go.mod`,
    kind: edit.kind,
    path: pathOf(edit),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    follows: [...(follows.alone[place] ?? []), ...together.flatMap((one) => one.follows)].sort(),
    ...(together.length === 0 ? {} : { together }),
  };
}

interface Sides {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What the line said before the edit and says after it. */
function sidesOf({ mains, work }: Declarations, { edit, target }: PlacedEdit, after: Declarations): Sides {
  const main = target === 'go.work' ? undefined : mains[target];
  const file = main ?? work;
  switch (edit.kind) {
    case 'drop':
    case 'require':
      return {
        from: main?.require.find(({ path }) => path === edit.path)?.version,
        to: edit.kind === 'drop' ? undefined : edit.version,
      };
    case 'get': {
      const then = target === 'go.work' ? undefined : after.mains[target];
      const version = (one: typeof main): string | undefined =>
        one?.require.find(({ path }) => path === edit.path)?.version;
      return { from: version(main), to: version(then) };
    }
    case 'exclude':
      return { from: undefined, to: edit.version };
    case 'go':
      return { from: file?.go, to: edit.version };
    case 'replace': {
      const { old, new: by } = edit;
      const line = file?.replace.find((one) => one.old.path === old.path && one.old.version === old.version);
      return { from: refText(line?.new), to: refText(by) };
    }
  }
}
