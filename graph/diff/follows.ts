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
 * the first one first, while the rest still makes it. So no edit of that set can be spared. Calls `makes` with at most
 * two sets an edit for the same history; who answers should remember its loads.
 */
export function followsOf(
  paths: readonly string[],
  edits: number,
  makes: (some: readonly number[], path: string) => boolean,
): Follows {
  const alone: string[][] = Array.from({ length: edits }, () => []);
  const together = new Map<string, { edits: readonly number[]; paths: string[] }>();
  for (const path of paths) {
    const makers = alone.filter((followers, edit) => {
      const is = makes([edit], path);
      if (is) followers.push(path);
      return is;
    });
    if (makers.length > 0) continue;
    const set = smallestSet(edits, (some) => makes(some, path));
    const known = together.get(set.join());
    if (known === undefined) together.set(set.join(), { edits: set, paths: [path] });
    else known.paths.push(path);
  }
  return { alone, together: [...together.values()] };
}

function smallestSet(edits: number, makes: (some: readonly number[]) => boolean): readonly number[] {
  let set = Array.from({ length: edits }, (_, edit) => edit);
  for (const edit of [...set]) {
    const without = set.filter((one) => one !== edit);
    if (without.length > 0 && makes(without)) set = without;
  }
  return set;
}
