/** The import graph of a snapshot's packages, in the typed arrays that every walk takes. */
import { adjacency } from '../model/adjacency.ts';
import type { Digraph } from '../model/module-graph.ts';
import type { Package, Packages } from '../snapshot/types.ts';

export interface ImportGraph extends Digraph {
  readonly packages: readonly Package[];
  /** Import path → its number, which is its place in `packages`. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Packages of the main modules. */
  readonly roots: readonly number[];
}

/**
 * Who imports whom; `tests` adds what the test files of the main modules import. An import that go did not list leads
 * nowhere and is left out.
 */
export function importGraph({ packages }: Packages, tests: boolean): ImportGraph {
  const numbers = new Map(packages.map((one, n) => [one.path, n]));
  const from: number[] = [];
  const to: number[] = [];
  packages.forEach((one, n) => {
    for (const path of [...(one.imports ?? []), ...(tests ? (one.testImports ?? []) : [])]) {
      const target = numbers.get(path);
      if (target === undefined) continue;
      from.push(n);
      to.push(target);
    }
  });
  const roots = packages.flatMap((one, n) => (one.root === true ? [n] : []));
  const out = adjacency(packages.length, Int32Array.from(from), Int32Array.from(to));
  return { size: packages.length, out, packages, numbers, roots };
}
