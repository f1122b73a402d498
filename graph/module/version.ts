/** Versions of modules, checked as golang.org/x/mod/module checks them. */
import { isVersion, majorOf } from '../version/semver.ts';
import { refusedPath, splitPathVersion } from './path.ts';

/** v1 is v1.0.0; build metadata but +incompatible goes (module.CanonicalVersion). '' for what is not a version. */
export function canonicalVersion(version: string): string {
  if (!isVersion(version)) return '';
  const [core = '', build] = version.split('+');
  const dots = core.split('-')[0]?.split('.').length ?? 3;
  return `${core}${'.0'.repeat(3 - dots)}${build === 'incompatible' ? '+incompatible' : ''}`;
}

/**
 * Why a version does not go with the major version that a path ends in, as splitPathVersion has it; undefined where it does
 * (module.CheckPathMajor, of which module.MatchPathMajor is the answer yes or no).
 */
export function refusedMajor(version: string, pathMajor: string): string | undefined {
  const major = pathMajor.replace(/^(\.v.*)-unstable$/, '$1');
  // Pseudo-versions that an old go made for gopkg.in.
  if (version.startsWith('v0.0.0-') && major === '.v1') return undefined;
  const found = majorOf(version);
  if (major === '' && (found === 'v0' || found === 'v1' || (isVersion(version) && version.endsWith('+incompatible')))) {
    return undefined;
  }
  if (major !== '' && found === major.slice(1)) return undefined;
  return `should be ${major === '' ? 'v0 or v1' : major.slice(1)}, not ${found}`;
}

/** Why a path and a version name no module (module.Check); undefined where they do. */
export function refusedModule(path: string, version: string): string | undefined {
  const refused = refusedPath(path);
  if (refused !== undefined) return `malformed module path: ${refused}`;
  if (!isVersion(version)) return 'not a semantic version';
  const major = refusedMajor(version, splitPathVersion(path)?.major ?? '');
  return major === undefined ? undefined : `invalid version: ${major}`;
}
