/** Lines said twice, dropped as modfile's removeDups does: exclude, tool, ignore keep the first, replace the last. */
import { joinName } from '../../graph/model/name.ts';
import type { Replace } from '../../graph/snapshot/types.ts';

/** The items without those whose key came before. */
export function firstOfEach<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = key(item);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** For each left side the last replacement, in the order of the file. */
export function lastOfEach(replaces: readonly Replace[]): Replace[] {
  const last = new Map(replaces.map((replace) => [keyOf(replace), replace]));
  return replaces.filter((replace) => last.get(keyOf(replace)) === replace);
}

function keyOf({ old }: Replace): string {
  return joinName(old.path, old.version);
}
