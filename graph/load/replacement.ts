/** Which replacement stands for a module version: go.work's before go.mod's, exact before any (modload/modfile.go, Replacement). */
import type { MainModule, ModuleRef, Replace } from '../snapshot/types.ts';
import type { LoadInput, Version } from './types.ts';

export interface Replacement {
  /** What is read instead: another module version, or a folder (no version); the module itself when nothing replaces it. */
  readonly actual: ModuleRef;
  /** The main module whose go.mod says so; absent for go.work's and when nothing replaces it. */
  readonly of: MainModule | undefined;
}

/** A dependency's own replace lines never count. With several main modules that say the same, the last one is named. */
export function findReplacement(input: Pick<LoadInput, 'mains' | 'work'>, module: Version): Replacement {
  const fromWork = lookUp(input.work?.replace ?? [], module);
  if (fromWork !== undefined) return { actual: fromWork, of: undefined };
  let found: Replacement = { actual: module, of: undefined };
  for (const main of input.mains) {
    const actual = lookUp(main.replace, module);
    if (actual !== undefined) found = { actual, of: main };
  }
  return found;
}

function lookUp(lines: readonly Replace[], module: Version): ModuleRef | undefined {
  const same = lines.filter((line) => line.old.path === module.path);
  const exact = same.find((line) => line.old.version === module.version);
  return (exact ?? same.find((line) => line.old.version === undefined))?.new;
}
