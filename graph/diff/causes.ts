/** Which changed lines of go.mod each change of the build list follows from, found by loading BASE with some of them. */
import { withThousands } from '../thousands.ts';
import { loadModuleGraph } from '../load/load.ts';
import type { LoadInput } from '../load/types.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import { folderKey, type Declared } from './declared.ts';
import { followsOf, type Follows } from './follows.ts';
import { lineEdits, type LineEdit } from './line-edits.ts';
import { sameState, statesOfLoad, type States } from './states.ts';

export interface Found {
  readonly edits: readonly LineEdit[];
  /** Absent when what follows cannot be told; `unknown` then says why. */
  readonly follows?: Follows;
  readonly unknown?: string;
  /** Module versions whose go.mod a load lacked: with them the answer may be another. */
  readonly missing: readonly ModuleRef[];
}

/** What the loads are made from. */
export interface Asked {
  readonly base: Declared;
  readonly head: Declared;
  /** Paths of the build list that changed. */
  readonly changed: readonly string[];
  /** Path → version ('' for a main module) as it was and is: loads that do not come to the same are not believed. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** The go.mod of a module version; undefined where it is not at hand. */
  readonly goMod: (ref: ModuleRef) => ReturnType<LoadInput['goMod']>;
  /** Awaited before each load; may reject to end the work. */
  readonly pause: () => Promise<void>;
}

/** Loads that are made for one diff: each takes up to a tenth of a second. */
const mostLoads = 4000;

/** Looks for causes, as often as go.mod files come to hand: a load that lacked none is made once. */
export class Causes {
  readonly #asked: Asked;
  readonly #edits: readonly LineEdit[] | undefined;
  readonly #loads: Loads;

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#edits = lineEdits(asked.base, asked.head);
    this.#loads = new Loads(asked, this.#edits ?? []);
  }

  /**
   * The edits from `base` to `head`, and which of the changes follows from which of them: from an edit that makes it alone,
   * else from a smallest set of them (followsOf).
   */
  async find(): Promise<Found> {
    const { changed, before, after } = this.#asked;
    const edits = this.#edits;
    if (edits === undefined) return told([], oneWorkspace);
    if (changed.length === 0) return { edits, missing: [], follows: { alone: edits.map(() => []), together: [] } };
    if (edits.length === 0) return told(edits, 'no line of go.mod or go.work that decides the build list has changed.');
    const loads = this.#loads;
    loads.again();
    const { missing } = loads;
    const first = await loads.load([]);
    const last = await loads.load(edits.map((_, n) => n));
    const [lack] = missing;
    if (lack !== undefined) return told(edits, lacking(lack), missing);
    if (!same(first.buildList, before) || !same(last.buildList, after)) {
      return told(edits, 'go.mod files at hand do not give these build lists.');
    }
    const follows = await followsOf(changed, edits.length, async (some, path) => {
      const states = await loads.states(some);
      return states !== undefined && sameState(states.get(path), last.states.get(path));
    });
    if (loads.full) return told(edits, `more than ${withThousands(mostLoads)} loads would be needed.`);
    // A load that lacked a go.mod says nothing of what its lines make.
    const [some] = missing;
    if (some === undefined) return { edits, missing: [], follows };
    return { edits, missing, follows, unknown: `some may follow from other lines: ${lacking(some)}` };
  }
}

const oneWorkspace = 'go.work is there on one side only: no line of a go.mod leads from one to the other.';

function told(edits: readonly LineEdit[], unknown: string, missing: readonly ModuleRef[] = []): Found {
  return { edits, unknown, missing };
}

function lacking({ path, version }: ModuleRef): string {
  return `the go.mod of ${version === undefined ? path : `${path}@${version}`} is not in the module cache.`;
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [path, version] of a) if (b.get(path) !== version) return false;
  return true;
}

interface Load {
  readonly states: States;
  readonly buildList: ReadonlyMap<string, string>;
  readonly missing: readonly ModuleRef[];
}

class Loads {
  readonly #asked: Asked;
  readonly #edits: readonly LineEdit[];
  readonly #states = new Map<string, States>();
  /** Those that lacked something, by the same keys. */
  readonly #lacking = new Set<string>();
  readonly missing: ModuleRef[] = [];
  /** A load was asked for that was one too many. */
  full = false;

  constructor(asked: Asked, edits: readonly LineEdit[]) {
    this.#asked = asked;
    this.#edits = edits;
  }

  /** Forgets loads that lacked something. */
  again(): void {
    for (const key of this.#lacking) this.#states.delete(key);
    this.#lacking.clear();
    this.missing.length = 0;
  }

  /** BASE with these edits (their places, ascending) and no others. */
  async load(some: readonly number[]): Promise<Load> {
    const { base, head, goMod, pause } = this.#asked;
    await pause();
    let declared = base;
    for (const n of some) declared = this.#edits[n]?.apply(declared) ?? declared;
    const { mains, work, folders } = declared;
    const { buildList, missing } = loadModuleGraph({
      mains,
      ...(work === undefined ? {} : { work }),
      goMod: (actual, of) => {
        if (actual.version !== undefined) return goMod(actual);
        const key = folderKey(of?.dir ?? '.', actual.path);
        // A folder that is replaced only since the edits is as it is now.
        return folders.get(key) ?? head.folders.get(key);
      },
    });
    const states = statesOfLoad({ mains, ...(work === undefined ? {} : { work }) }, buildList);
    this.#states.set(some.join(), states);
    if (missing.length > 0) this.#lacking.add(some.join());
    this.missing.push(...missing);
    return { states, buildList, missing };
  }

  /** The build list of such a load, which is made once; undefined when there were too many. */
  async states(some: readonly number[]): Promise<States | undefined> {
    const known = this.#states.get(some.join());
    if (known !== undefined) return known;
    if (this.#states.size < mostLoads) return (await this.load(some)).states;
    this.full = true;
    return undefined;
  }
}
