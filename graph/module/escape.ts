/** How a module cache and a proxy spell paths and versions (golang.org/x/mod/module, "Escaped Paths"). */
import { refusedFileName, refusedPath } from './path.ts';

/** module.EscapePath; undefined for what is no module path. */
export function escapedPath(path: string): string | undefined {
  return refusedPath(path) === undefined ? escaped(path) : undefined;
}

/** module.EscapeVersion; undefined for what no file may be called. It need not be a semantic version. */
export function escapedVersion(version: string): string | undefined {
  return refusedFileName(version) === undefined ? escaped(version) : undefined;
}

/**
 * The name that go writes so (module.UnescapePath), also where an address has `%21` for the `!`; what is not written so comes back
 * as it is. It is a text to read, and no checked name.
 */
export function unescaped(text: string): string {
  return text.replace(/(?:!|%21)([a-z])/gi, (_, letter: string) => letter.toUpperCase());
}

/** A capital becomes `!` and the small letter: no two names are one on a disk that does not tell them apart. */
function escaped(text: string): string | undefined {
  if (/[!\u0080-\u{10ffff}]/u.test(text)) return undefined;
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
