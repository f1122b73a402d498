/** Which module versions may not be in the graph, and why: what is named must not be raised (modload/edit.go, dqTracker). */
import type { Pruning, Version } from '../load/types.ts';
import { joinName } from '../model/name.ts';

/** Why: its requirements cannot be read, or it is, or requires, a module that may not be there. */
export type Reason = { readonly fault: string } | { readonly because: Version };

/** From a pruned part of the graph only what a root itself requires is seen; from an unpruned one all of it. */
interface Reasons {
  pruned?: Reason;
  unpruned?: Reason;
}

type Side = 'pruned' | 'unpruned';

function sideOf(pruning: Pruning): Side {
  return pruning === 'unpruned' ? 'unpruned' : 'pruned';
}

const nameOf = ({ path, version }: Version): string => joinName(path, version);

export class Disqualified {
  /** Name of a root → how its requirements are read. */
  readonly #roots: ReadonlyMap<string, Pruning>;
  readonly #reasons = new Map<string, Reasons>();
  /** Not disqualified yet → what requires it: that is disqualified with it. */
  readonly #requiring = new Map<string, Version[]>();

  constructor(roots: ReadonlyMap<string, Pruning>) {
    this.#roots = roots;
  }

  /** True where a module may not be met with this pruning. */
  is(module: Version, pruning: Pruning): boolean {
    return this.#reasons.get(nameOf(module))?.[sideOf(pruning)] !== undefined;
  }

  /** Notes that `module` requires `required`. False where nothing more need be looked at. */
  require(module: Version, required: Version): boolean {
    const reasons = this.#reasons.get(nameOf(required));
    const root = this.#roots.get(nameOf(required));
    if (root !== undefined && reasons?.[sideOf(root)] !== undefined) {
      this.disqualify(module, 'pruned', { because: required });
      return false;
    }
    if (reasons?.unpruned !== undefined) {
      this.disqualify(module, 'unpruned', { because: required });
      // No root: what it requires is never in the pruned part.
      if (!this.#roots.has(nameOf(module))) return false;
    }
    const requiring = this.#requiring.get(nameOf(required));
    if (requiring === undefined) this.#requiring.set(nameOf(required), [module]);
    else requiring.push(module);
    return true;
  }

  /** Says that a module may not be there, seen from such a part of the graph, and so for all that requires it. */
  disqualify(start: Version, from: Side, why: Reason): void {
    const stack: [Version, Side, Reason][] = [[start, from, why]];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const [module, side, reason] = next;
      const name = nameOf(module);
      const reasons = this.#reasons.get(name) ?? {};
      if (reasons[side] !== undefined) continue;
      const root = this.#roots.get(name);
      reasons.unpruned ??= reason;
      if (side === 'pruned' || root === 'unpruned') reasons.pruned = reason;
      this.#reasons.set(name, reasons);
      const everywhere = root !== undefined && (side === 'pruned' || root === 'unpruned');
      const requiring = this.#requiring.get(name) ?? [];
      if (everywhere || root === undefined) this.#requiring.delete(name);
      // The first that requires it is looked at first, with all that requires that.
      for (const one of requiring.toReversed()) {
        stack.push([one, everywhere ? 'pruned' : 'unpruned', { because: module }]);
      }
    }
  }

  /** From a module to the one for which it is disqualified, and what cannot be read of that; empty where it is not. */
  path(start: Version, pruning: Pruning): { readonly path: readonly Version[]; readonly fault?: string } {
    const path: Version[] = [];
    let [module, seen] = [start, pruning];
    for (;;) {
      if (this.#roots.get(nameOf(module)) === 'unpruned') seen = 'unpruned';
      const reason = this.#reasons.get(nameOf(module))?.[sideOf(seen)];
      if (reason === undefined) return { path };
      path.push(module);
      if ('fault' in reason) return { path, fault: reason.fault };
      if (nameOf(reason.because) === nameOf(module)) return { path };
      module = reason.because;
    }
  }
}
