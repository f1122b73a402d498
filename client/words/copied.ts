/** What the page says when something was copied, or could not be, by key. */

export const copiedText = {
  done: 'Copied',
  name: (name: string) => `Copied ${name}`,
  modules: (count: number) => `Copied ${count} modules`,
  /** A browser keeps the clipboard to itself. */
  refused: 'Not copied: the browser does not allow it',
  failed: 'Not copied',
  copy: (what: string) => `Copy ${what}`,
} as const;
