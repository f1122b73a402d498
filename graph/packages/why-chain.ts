/** A chain of `go mod why`, held against the packages that a build sees. */
import type { Package } from '../snapshot/types.ts';

/** An import of a chain. */
export interface Step {
  readonly from: string;
  readonly to: string;
  /** Test files of `from` make it: in a chain `p.test` stands after `p`. */
  readonly test: boolean;
}

/** The imports of a chain, from a package of a main module on; a tool stands without one that imports it. */
function stepsOf(chain: readonly string[]): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i + 1 < chain.length; i++) {
    const from = chain[i] ?? '';
    const test = chain[i + 1] === `${from}.test`;
    if (test) i++;
    const to = chain[i + 1];
    if (to !== undefined) steps.push({ from, to, test });
  }
  return steps;
}

/** The first import by tests of a package of no main module. A chain begins in a main module, seen here or not, or with a tool. */
export function firstTestOfDependency(
  chain: readonly string[],
  known: ReadonlyMap<string, Package>,
  tools: ReadonlySet<string>,
): Step | undefined {
  return stepsOf(chain).find(
    ({ from, test }, i) => test && known.get(from)?.root !== true && (i > 0 || tools.has(from)),
  );
}

/** The first import that the packages of this build do not make; the last one where they seem to make all. */
export function firstUntaken(chain: readonly string[], known: ReadonlyMap<string, Package>): Step {
  const steps = stepsOf(chain);
  const untaken = steps.find(({ from, to, test }) => {
    const one = known.get(from);
    return one?.imports?.includes(to) !== true && !(test && one?.testImports?.includes(to) === true);
  });
  return untaken ?? steps.at(-1) ?? { from: chain[0] ?? '', to: chain[0] ?? '', test: false };
}
