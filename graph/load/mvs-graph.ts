/** The graph of requirements while it is loaded (cmd/go/internal/mvs/graph.go). */
import { joinName } from '../model/name.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import type { EdgeList } from '../snapshot/records.ts';
import type { Version } from './types.ts';

/** Orders versions of one path; a main module ('') is above all, what is not there below all (modload/mvs.go, cmpVersion). */
export function compareSelected(path: string, a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
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

  /** undefined: no version of the path was named. */
  selected(path: string): string | undefined {
    return this.chosen.get(path);
  }

  /** Selected versions: those of the roots' paths first, the rest by path. */
  buildList(): Version[] {
    const first = new Set(this.roots.map((root) => root.path));
    const of = (path: string): Version => ({ path, version: this.chosen.get(path) ?? '' });
    const rest = [...this.chosen.keys()].filter((path) => !first.has(path)).sort();
    return [...[...first].map(of), ...rest.map(of)];
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
    if (compareSelected(module.path, this.chosen.get(module.path), module.version) < 0) {
      this.chosen.set(module.path, module.version);
    }
  }
}
