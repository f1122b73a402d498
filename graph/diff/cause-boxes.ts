/** A large difference in few boxes: a line of go.mod with all that follows from it. */
import type { CauseGroup } from '../view/types.ts';
import type { Cause } from './types.ts';
import type { Union } from './union.ts';

/**
 * One group a module path that changed lines are about, largest first: what changed of that path itself, then what follows from its lines; each
 * node of the union once, under the first line that it follows from. Of more than `limit` groups (at least 1) the smallest share the last, with
 * what no line was found for: it has no path. Main modules are in none.
 */
export function causeGroups({ model, changes }: Union, causes: readonly Cause[], limit: number): CauseGroup[] {
  const { graph } = model;
  const mains = new Set(model.mains);
  const nodeOf = new Map(graph.paths.map((path, place) => [path, graph.selected[place] ?? -1]));
  const taken = new Set<number>();
  const take = (paths: Iterable<string>): number[] =>
    Array.from(paths).flatMap((path) => {
      const node = nodeOf.get(path) ?? -1;
      if (node === -1 || mains.has(node) || taken.has(node) || !changes.has(path)) return [];
      taken.add(node);
      return [node];
    });
  const followers = new Map<string, Set<string>>();
  for (const { path, follows } of causes) {
    const known = followers.get(path) ?? new Set<string>();
    for (const follower of follows) known.add(follower);
    followers.set(path, known);
  }
  // What a line is about is its own, whatever else brings it, too.
  const own = new Map(Array.from(followers.keys(), (path) => [path, take([path])]));
  const groups = Array.from(followers, ([path, follows]): CauseGroup => {
    return { path, nodes: [...(own.get(path) ?? []), ...take(follows)] };
  })
    .filter(({ nodes }) => nodes.length > 0)
    .sort((a, b) => b.nodes.length - a.nodes.length || (a.path < b.path ? -1 : 1));
  const left = take(changes.keys());
  const kept = groups.length + Math.min(1, left.length) <= limit ? groups.length : Math.max(0, limit - 1);
  const rest = [...groups.slice(kept).flatMap(({ nodes }) => nodes), ...left];
  return [...groups.slice(0, kept), ...(rest.length === 0 ? [] : [{ path: '', nodes: rest }])];
}
