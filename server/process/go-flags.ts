/** GOFLAGS: the user's, without what would change the graph or run a program. */
import path from 'node:path';

/** Kept of the user's: which files a build sees, and how the module cache is written. */
const kept = /^--?(?:tags(?:=|$)|modcacherw(?:=(?:1|0|[tTfF]|true|false|TRUE|FALSE|True|False))?$)/;

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

/** Of these modscope has its own way (mode, other files), or they run a program. */
const never = /^--?(?:mod|modfile|toolexec)(?:=|$)/;

/**
 * Of these no question about a module is asked: they compile (-export, -compiled, Stale in -json and -f), ask the network
 * for more (-u, -versions, -retracted), or only change what is printed.
 */
const notOfModules = /^--?(?:export|compiled|json|f|u|versions|retracted|reuse|m|find|n|x|v|work)(?:=|$)/;

/** What the user's GOFLAGS has that `ownFlags` leaves out, but for what modscope has its own way of. */
export function unusualFlags(user: string): string[] {
  return flagsOf(user).filter((flag) => !kept.test(flag) && !never.test(flag));
}

/** Whether `go list` passes over what is wrong with a package, and a build does not. */
export function passesOver(user: string): boolean {
  const flag = flagsOf(user).findLast((one) => /^--?e(?:=|$)/.test(one));
  return flag !== undefined && !/=(?:0|[fF]|false|FALSE|False)$/.test(flag);
}

/**
 * The user's GOFLAGS as far as they are harmless, with a -mod of ours: for a question that is asked as the user would ask it.
 * `every`: of a module of our own, of which nothing can be compiled that a stranger wrote, and whose files no overlay knows. A
 * file of -overlay is counted from the folder `from`.
 */
export function flagsAsTyped(
  user: string,
  which: 'harmless' | 'every',
  mode: ModMode,
  from: string,
  tags?: string,
): string {
  const flags = flagsOf(user).filter(
    (flag) =>
      !never.test(flag) &&
      (which === 'every' ? !/^--?overlay(?:=|$)/.test(flag) : !notOfModules.test(flag)) &&
      (tags === undefined || !/^--?tags(?:=|$)/.test(flag)),
  );
  if (tags !== undefined) flags.push(`-tags=${tags}`);
  return [
    ...flags.map((flag) =>
      flag.replace(/^(--?overlay=)(.+)$/s, (_, name: string, file: string) => name + path.resolve(from, file)),
    ),
    ...(mode === 'unsaid' ? (flags.length === 0 ? ['-buildvcs=auto'] : []) : [`-mod=${mode}`]),
  ]
    .map(quoted)
    .join(' ');
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
