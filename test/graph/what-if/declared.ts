/** Declarations and loads for tests of what-if, written as the text of go.mod files. */
import type { LoadInput } from '../../../graph/load/types.ts';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';

/** A main module from the text of its go.mod. */
export function mainOf(text: string, dir = '.'): MainModule {
  return readGoMod(text, 'go.mod', dir).main;
}

/** What answers for the go.mod of `path@version`, or of a folder, from their text after the module line. */
export function goModOf(files: Readonly<Record<string, string>>): LoadInput['goMod'] {
  const known = new Map(Object.entries(files));
  return ({ path, version }) => {
    const file = known.get(version === undefined ? path : `${path}@${version}`);
    return file === undefined ? undefined : readDependencyGoMod(`module ${path}\n${file}`);
  };
}

/** One main module over such files. */
export function inputOf(text: string, files: Readonly<Record<string, string>>): LoadInput {
  return { mains: [mainOf(text)], goMod: goModOf(files) };
}
