/** Which replacement stands for a module version: go.work's before go.mod's, exact before any (modload/modfile.go, Replacement). */
import type { MainModule, ModuleRef, Replace } from '../snapshot/types.ts';
import type { LoadInput, Version } from './types.ts';

export interface Replacement {
  /** What is read instead: another module version, or a folder (no version); the module itself when nothing replaces it. */
  readonly actual: ModuleRef;
  /** The main module whose go.mod says so; absent for go.work's and when nothing replaces it. */
  readonly of: MainModule | undefined;
  /** Two members of a workspace that say different things of the version, for which go refuses it. */
  readonly between?: readonly [MainModule, MainModule];
}

/**
 * A dependency's own replace lines never count. With several main modules that say the same, the last one is named. An
 * exact line may not differ, as it is written, from what a member before it says; a line for any version may, and wins.
 */
export function findReplacement(input: Pick<LoadInput, 'mains' | 'work'>, module: Version): Replacement {
  const fromWork = lookUp(input.work?.replace ?? [], module);
  if (fromWork !== undefined) return { actual: fromWork.new, of: undefined };
  let found: Replacement = { actual: module, of: undefined };
  for (const main of input.mains) {
    const line = lookUp(main.replace, module);
    if (line === undefined) continue;
    const { path, version } = found.actual;
    const differs = path !== line.new.path || version !== line.new.version;
    if (found.of !== undefined && line.old.version !== undefined && differs)
      return { ...found, between: [found.of, main] };
    found = { actual: line.new, of: main };
  }
  return found;
}

function lookUp(lines: readonly Replace[], module: Version): Replace | undefined {
  const same = lines.filter((line) => line.old.path === module.path);
  const exact = same.find((line) => line.old.version === module.version);
  return exact ?? same.find((line) => line.old.version === undefined);
}
