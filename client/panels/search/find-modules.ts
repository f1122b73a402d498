/** Finds modules by a few letters of their paths, the best first. */
import uFuzzy from '@leeoniya/ufuzzy';
import type { SearchEntry } from '../../../graph/search/entries.ts';

export interface FoundModule {
  readonly entry: SearchEntry;
  /** Where the letters stand in the path: start, end, start, end, … in UTF-16 units. */
  readonly ranges: readonly number[];
}

export interface ModuleFinder {
  /** At most `limit` modules whose paths hold every word of the text, in any order of the words. */
  find(text: string, limit: number): FoundModule[];
}

/** Above this many matches µFuzzy does not rank; ours are too many to read anyway, and the first ones are the nearest. */
const rankedUpTo = 5000;
/** Words whose order is tried in every way: 3 words, 6 ways. */
const shuffledWords = 3;

/** A finder over entries; they are prepared once. */
export function moduleFinder(entries: readonly SearchEntry[]): ModuleFinder {
  const fuzzy = new uFuzzy({});
  const paths = entries.map((entry) => entry.path);

  /** Places and ranges, best first. µFuzzy does not rank when there are more words than it may shuffle. */
  function search(text: string): { readonly place: number; readonly ranges: readonly number[] }[] {
    const isLong = fuzzy.split(text).length > shuffledWords;
    const inOrder = fuzzy.search(paths, text, isLong ? 0 : shuffledWords, rankedUpTo);
    const isMissed = inOrder[0] === null || inOrder[0].length === 0;
    const [places, info, order] = isLong && isMissed ? fuzzy.search(paths, text, shuffledWords) : inOrder;
    if (places === null) return [];
    if (info === null) return places.map((place) => ({ place, ranges: [] }));
    return order.map((at) => ({ place: info.idx[at] ?? -1, ranges: info.ranges[at] ?? [] }));
  }

  return {
    find(text, limit) {
      const found = search(text.trim());
      // µFuzzy ranks by how well the letters fit; a module that is called so is what was meant, else one that the user requires and imports.
      const weight = new Map(
        found.map(({ place }) => [place, isCalled(paths[place] ?? '', text) ? 0 : farness(entries[place])]),
      );
      found.sort((a, b) => (weight.get(a.place) ?? 0) - (weight.get(b.place) ?? 0));
      return found.slice(0, limit).flatMap(({ place, ranges }) => {
        const entry = entries[place];
        return entry === undefined ? [] : [{ entry, ranges }];
      });
    },
  };
}

/** 1 for main modules and direct ones that are imported, 2 for other direct ones, 3 for the rest. */
function farness(entry: SearchEntry | undefined): number {
  if (entry === undefined || entry.rank === 2) return 3;
  return entry.rank === 1 && entry.imported === false ? 2 : 1;
}

/** The whole path, or what its last words are called: `net` of golang.org/x/net, `yaml` of gopkg.in/yaml.v3. */
function isCalled(path: string, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const elements = path.toLowerCase().split('/');
  const last = elements.at(-1) ?? '';
  const name = /^v[0-9]+$/.test(last) ? (elements.at(-2) ?? '') : last.replace(/\.v[0-9]+$/, '');
  return path.toLowerCase() === wanted || name === wanted;
}
