/** GOFLAGS: the user's, without what would change the graph or run a program. */

/** Kept of the user's: which files a build sees, and how the module cache is written. */
const kept = /^--?(?:tags(?:=|$)|modcacherw(?:=|$))/;

/** -mod of go; `unsaid`: what go takes by itself. */
export type ModMode = 'mod' | 'readonly' | 'vendor' | 'unsaid';

/**
 * The user's GOFLAGS (as `go env GOFLAGS` says) with a -mod of ours. -mod, -modfile (mod-file.ts obeys it) and -overlay change
 * what is loaded, -toolexec runs a program: only -tags and -modcacherw stay. `tags` takes the place of the user's. Never empty: go passes
 * over an empty GOFLAGS and reads its own configuration file.
 */
export function ownFlags(user: string, mode: ModMode, tags?: string): string {
  const flags = flagsOf(user).filter((flag) => kept.test(flag) && (tags === undefined || !/^--?tags/.test(flag)));
  if (tags !== undefined) flags.push(`-tags=${tags}`);
  // The default of that flag, which changes nothing: an empty GOFLAGS would be none.
  return [mode === 'unsaid' ? '-buildvcs=auto' : `-mod=${mode}`, ...flags].map(quoted).join(' ');
}

/** The file of -modfile in the user's GOFLAGS, as it is written there; the last one counts. */
export function modFileIn(user: string): string | undefined {
  const [last] = flagsOf(user)
    .flatMap((flag) => /^--?modfile=(.+)$/s.exec(flag)?.[1] ?? [])
    .reverse();
  return last;
}

/** What to tell of the user's GOFLAGS: flags by which go itself would look at other files than those that are shown. */
export function setAside(user: string): string[] {
  return flagsOf(user)
    .filter((flag) => /^--?overlay(?:=|$)/.test(flag))
    .map((flag) => `GOFLAGS has ${flag}, which is set aside: the files of the folder itself are shown.`);
}

/** cmd/internal/quoted Split: fields at white space; a whole field may stand in ' or ". An open quote ends the reading. */
export function flagsOf(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"]\S*)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

function quoted(flag: string): string {
  if (!/[\s'"]/.test(flag)) return flag;
  return flag.includes('"') ? `'${flag}'` : `"${flag}"`;
}
