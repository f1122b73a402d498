/** Which changes of a build list follow from which edits. */

/** What follows from one edit of several, or from some of them together. */
export interface Follows {
  /** Edit → the paths that it changes by itself as all of them do. */
  readonly alone: readonly (readonly string[])[];
  /** Paths that no edit changes so by itself, with a smallest set of edits that does. */
  readonly together: readonly { readonly edits: readonly number[]; readonly paths: readonly string[] }[];
}

/**
 * Assigns each of `paths` (what all edits together change) to edits 0 … `edits` − 1. `makes(some, path)` says whether
 * these edits (ascending), applied without the others, make of the path what all of them make of it. A path follows from
 * every edit that makes it by itself; when none does, from the set that is left when edits are taken out one at a time,
 * the first one first, while the rest still makes it. Asks for every edit alone, and for about
 * (size of the set) · log2(edits) sets more where that is not enough, often the same ones for many paths: who answers
 * should remember its loads.
 */
export async function followsOf(
  paths: readonly string[],
  edits: number,
  makes: (some: readonly number[], path: string) => Promise<boolean>,
): Promise<Follows> {
  const alone: string[][] = Array.from({ length: edits }, () => []);
  const together = new Map<string, { edits: readonly number[]; paths: string[] }>();
  for (const path of paths) {
    let madeAlone = false;
    for (const [edit, followers] of alone.entries()) {
      if (!(await makes([edit], path))) continue;
      followers.push(path);
      madeAlone = true;
    }
    if (madeAlone || edits === 0) continue;
    const set = await smallestSet(edits, (some) => makes(some, path));
    const known = together.get(set.join());
    if (known === undefined) together.set(set.join(), { edits: set, paths: [path] });
    else known.paths.push(path);
  }
  return { alone, together: [...together.values()] };
}

/**
 * Takes edits out in order, as long as the rest still makes it: whole ranges at once, halved where one cannot be spared,
 * which comes to the same as one at a time where more edits never undo what fewer make.
 */
async function smallestSet(
  edits: number,
  makes: (some: readonly number[]) => Promise<boolean>,
): Promise<readonly number[]> {
  let set = Array.from({ length: edits }, (_, edit) => edit);
  const ranges: [number, number][] = [[0, edits]];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    const [from, to] = range;
    const without = set.filter((edit) => edit < from || edit >= to);
    if (without.length > 0 && (await makes(without))) {
      set = without;
    } else if (to - from > 1) {
      const middle = (from + to) >> 1;
      ranges.push([middle, to], [from, middle]);
    }
  }
  return set;
}
