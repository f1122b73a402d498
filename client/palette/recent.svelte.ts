/** The queries of late, the newest first, kept by the browser for the next visit. */

/** What of the browser's storage is used; it may refuse (a private window, a full disk, a page opened from a file). */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

const key = 'modscope:queries';
const most = 20;
/** Longer ones are not typed again; the address holds them. */
const longest = 400;

export class Recent {
  queries: readonly string[] = $state.raw([]);
  readonly #store: Store | undefined;

  constructor(store: Store | undefined) {
    this.#store = store;
    this.queries = read(store);
  }

  /** Remembers a query that was drawn. */
  add(query: string): void {
    const text = query.trim();
    if (text === '' || text.length > longest || this.queries[0] === text) return;
    this.queries = [text, ...this.queries.filter((each) => each !== text)].slice(0, most);
    try {
      this.#store?.setItem(key, JSON.stringify(this.queries));
    } catch {
      // Kept for this visit only.
    }
  }
}

/** What was kept; whatever else stands there is no query of ours. */
function read(store: Store | undefined): string[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(key) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((one) => typeof one === 'string' && one !== '' && one.length <= longest).slice(0, most);
  } catch {
    return [];
  }
}

/** The browser's storage, where it lets us have it. */
export function browserStore(page: Window): Store | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}
