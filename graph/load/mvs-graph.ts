/** The graph of requirements while it is loaded (cmd/go/internal/mvs/graph.go). */
import { joinName } from '../model/name.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import type { EdgeList } from '../snapshot/records.ts';
import type { Version } from './types.ts';

/** What go names the version of a path that is not selected at all. As a version it is malformed, and so below all others. */
const noVersion = 'none';

/**
 * Orders versions of one path; a main module ('') is above all (modload/mvs.go, cmpVersion). A malformed version is no
 * higher than none: of `toolchain default` none is selected.
 */
export function compareSelected(path: string, a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return compareModuleVersions(path, a, b);
}

export class MvsGraph {
  private readonly roots: readonly Version[];
  private readonly required = new Map<string, readonly Version[]>();
  private readonly chosen = new Map<string, string>();

  /** `roots`: the main module, or all the roots of a workspace. */
  constructor(roots: readonly Version[]) {
    this.roots = roots;
    for (const root of roots) this.raise(root);
  }

  /** Says what a module version requires; once for each. */
  require(module: Version, requirements: readonly Version[]): void {
    this.required.set(joinName(module.path, module.version), requirements);
    for (const requirement of requirements) this.raise(requirement);
  }

  /** undefined: pruned out, or not loaded yet. */
  requiredBy(module: Version): readonly Version[] | undefined {
    return this.required.get(joinName(module.path, module.version));
  }

  /** 'none' where no version of the path was named. */
  selected(path: string): string {
    return this.chosen.get(path) ?? noVersion;
  }

  /** Selected versions: those of the roots' paths first, the rest by path. */
  buildList(): Version[] {
    const first = new Set(this.roots.map((root) => root.path));
    const rest = [...this.chosen.keys()].filter((path) => !first.has(path)).sort();
    const all = [...first, ...rest].map((path): Version => ({ path, version: this.selected(path) }));
    return all.filter((module) => module.version !== noVersion);
  }

  /** The lines of `go mod graph`: breadth first from the roots, each module version's requirements in their order. */
  lines(): EdgeList {
    const numbers = new Map<string, number>();
    const queue: Version[] = [];
    const enqueue = (module: Version): number => {
      const name = joinName(module.path, module.version);
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, queue.length);
      queue.push(module);
      return queue.length - 1;
    };
    for (const root of this.roots) enqueue(root);
    const from: number[] = [];
    const to: number[] = [];
    for (let head = 0; head < queue.length; head++) {
      const module = queue[head];
      for (const requirement of (module && this.requiredBy(module)) ?? []) {
        from.push(head);
        to.push(enqueue(requirement));
      }
    }
    return { names: [...numbers.keys()], from: Int32Array.from(from), to: Int32Array.from(to) };
  }

  private raise(module: Version): void {
    if (compareSelected(module.path, this.selected(module.path), module.version) < 0) {
      this.chosen.set(module.path, module.version);
    }
  }
}
