/** The rows of a list: headings, and what can be jumped to. */
import type { Conflict, Cycle, Finding } from '../../../graph/findings/types.ts';

export type ListKind = 'findings' | 'conflicts' | 'cycles';

interface Common {
  /** Distinct in its list, the same while the model is. */
  readonly key: string;
  /** Nodes of the model that a jump shows. */
  readonly nodes: readonly number[];
  /** Which switch keeps it: a grade, a severity, a kind of cycle. */
  readonly filter: string;
  /** Lower case; what a search looks through. */
  readonly text: string;
  /** The heading it stands under. */
  readonly heading: string;
}

export interface ConflictItem extends Common {
  readonly type: 'conflict';
  readonly conflict: Conflict;
  /** Path number in the model's graph. */
  readonly path: number;
  readonly direct: boolean;
  /** Requirements a version, oldest first; the last is the winner where it is the selected one. */
  readonly bars: readonly { readonly version: string; readonly askers: number }[];
  readonly askers: number;
  readonly jump: string;
  /** `go.mod + 4 modules`. */
  readonly heldBy: string;
}

export interface FindingItem extends Common {
  readonly type: 'finding';
  readonly finding: Finding;
}

export interface CycleItem extends Common {
  readonly type: 'cycle';
  readonly cycle: Cycle;
}

export type ListItem = ConflictItem | FindingItem | CycleItem;

export interface Heading {
  readonly type: 'heading';
  readonly key: string;
  readonly title: string;
  readonly note: string;
}

export type ListRow = Heading | ListItem;

/** A list with its headings: items keep their order, and each heading counts what stands under it. */
export interface List {
  readonly items: readonly ListItem[];
  readonly headings: ReadonlyMap<string, (count: number) => { readonly title: string; readonly note: string }>;
  readonly filters: readonly { readonly id: string; readonly word: string }[];
}

/** The items that hold every word and pass the switches (none set: all), under their headings. */
export function rowsOf(list: List, search: string, filters: ReadonlySet<string>): ListRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = list.items.filter(
    (item) => (filters.size === 0 || filters.has(item.filter)) && words.every((word) => item.text.includes(word)),
  );
  const counts = new Map<string, number>();
  for (const item of shown) counts.set(item.heading, (counts.get(item.heading) ?? 0) + 1);
  const rows: ListRow[] = [];
  let heading: string | undefined;
  for (const item of shown) {
    if (item.heading !== heading) {
      heading = item.heading;
      const words = list.headings.get(heading)?.(counts.get(heading) ?? 0) ?? { title: heading, note: '' };
      rows.push({ type: 'heading', key: `heading ${heading}`, ...words });
    }
    rows.push(item);
  }
  return rows;
}
