/** Names as `go mod graph` prints them: `path`, or `path@version` cut at the first `@`. */

export interface SplitName {
  readonly path: string;
  /** '' where the name has no `@`: a main module. */
  readonly version: string;
}

/** Cuts a name at its first `@` (cmd/go/internal/modcmd/graph.go prints them so). */
export function splitName(name: string): SplitName {
  const at = name.indexOf('@');
  return at === -1 ? { path: name, version: '' } : { path: name.slice(0, at), version: name.slice(at + 1) };
}

/** The inverse of splitName. */
export function joinName(path: string, version = ''): string {
  return version === '' ? path : `${path}@${version}`;
}

/** Orders text by UTF-16 code units, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
