/** The rows of a list: headings that fold, and what can be explained and shown in the graph. */
import type { Conflict, Cycle, Finding, FindingCode, Severity } from '../../../graph/findings/types.ts';

export type ListKind = 'findings' | 'conflicts' | 'cycles';

interface Common {
  /** Distinct in its list, the same for the same thing in newer data: it stands in the address. */
  readonly key: string;
  /** Nodes of the model that the graph shows of it. */
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

/** One module and one cause: findings of one code about one path are one row. */
export interface FindingItem extends Common {
  readonly type: 'finding';
  readonly code: FindingCode;
  /** The heaviest of its findings. */
  readonly severity: Severity;
  /** At least one, the heaviest first. */
  readonly findings: readonly Finding[];
  /** A module path, or the file that they are about. */
  readonly subject: string;
  /** The version that is there, and the one in its place or in sight, both in full; '' where there is none. */
  readonly from: string;
  readonly to: string;
  /** Selected modules that require it; undefined where it is no module. */
  readonly requirers: number | undefined;
  /** Day of the version's commit, `2023-06-01`, where facts or the version itself say it. */
  readonly day: string | undefined;
  /** What can be done, in a word or two: a command that go ran on a copy, or words. */
  readonly action: { readonly word: string; readonly isCommand: boolean };
}

export interface CycleItem extends Common {
  readonly type: 'cycle';
  readonly cycle: Cycle;
  /** A shortest loop from the member that the rest of the graph reaches first; its last step closes it. */
  readonly loop: readonly LoopStep[];
}

/** One requirement of a loop. */
export interface LoopStep {
  /** Nodes of the model. */
  readonly from: number;
  readonly to: number;
  /** The version that is required, in full. */
  readonly requested: string;
  /** A higher one is selected. */
  readonly lower: boolean;
}

export type ListItem = ConflictItem | FindingItem | CycleItem;

export interface Heading {
  readonly type: 'heading';
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** Its rows are on show. */
  readonly open: boolean;
}

export type ListRow = Heading | ListItem;

/** A list with its headings: items keep their order, and each heading counts what stands under it. */
export interface List {
  readonly items: readonly ListItem[];
  readonly headings: ReadonlyMap<string, (count: number) => { readonly title: string; readonly note: string }>;
  /** Headings whose rows are folded at first: what is only to be known. */
  readonly folded: ReadonlySet<string>;
  readonly filters: readonly { readonly id: string; readonly word: string }[];
}

/** What keys of headings begin with; no other key does. */
const headingKey = 'heading ';

/**
 * The items that hold every word and pass the switches (none set: all), under their headings. `turned` are headings that
 * are the other way round than at first; while something is sought or a switch is set, all are open.
 */
export function rowsOf(
  list: List,
  search: string,
  filters: ReadonlySet<string>,
  turned: ReadonlySet<string> = new Set(),
): ListRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const narrowed = words.length > 0 || filters.size > 0;
  const shown = list.items.filter(
    (item) => (filters.size === 0 || filters.has(item.filter)) && words.every((word) => item.text.includes(word)),
  );
  const counts = new Map<string, number>();
  for (const item of shown) counts.set(item.heading, (counts.get(item.heading) ?? 0) + 1);
  const rows: ListRow[] = [];
  let heading: string | undefined;
  let open = true;
  for (const item of shown) {
    if (item.heading !== heading) {
      heading = item.heading;
      open = narrowed || list.folded.has(heading) === turned.has(heading);
      const words = list.headings.get(heading)?.(counts.get(heading) ?? 0) ?? { title: heading, note: '' };
      rows.push({ type: 'heading', key: `${headingKey}${heading}`, open, ...words });
    }
    if (open) rows.push(item);
  }
  return rows;
}

/** The heading that a row of this key is. */
export function headingOf(key: string): string {
  return key.slice(headingKey.length);
}
