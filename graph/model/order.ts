/** The one order of module versions: by path, then by version; a main module (no version) before its versions. */
import { compareModuleVersions } from '../version/go-version.ts';
import { compareText } from './name.ts';

interface Named {
  readonly path: string;
  readonly version?: string;
}

/** Total order: versions that semantic order holds equal (build metadata) are told apart by their text. */
export function compareModules(a: Named, b: Named): number {
  if (a.path !== b.path) return compareText(a.path, b.path);
  const left = a.version ?? '';
  const right = b.version ?? '';
  // '' is no version, and so below all of them.
  return compareModuleVersions(a.path, left, right) || compareText(left, right);
}
