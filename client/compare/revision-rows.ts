/** Rows of the list of revisions. */
import type { RevisionRow } from '../../graph/wire.ts';

/** The first letters of a commit's name, as git shows it. */
export function shortCommit({ commit }: RevisionRow): string {
  return commit.slice(0, 10);
}

/** Those that have every word of `search` in their name, their message, or at the start of their commit; all for ''. */
export function matchingRevisions(rows: readonly RevisionRow[], search: string): RevisionRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(({ name, subject = '', commit }) => {
    const text = `${name} ${subject}`.toLowerCase();
    return words.every((word) => text.includes(word) || commit.startsWith(word));
  });
}
