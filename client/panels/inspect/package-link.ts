/** The pages of a module version: its documentation, and its source where its path says where that is. */
import { isModulePath, isModuleVersion } from '../../../graph/module/names.ts';

/**
 * An https address, or undefined where there is none: what is no module path is fetched from nowhere. Path and version come
 * from strangers.
 */
export function packageLink(path: string, version: string): string | undefined {
  if (!isModulePath(path) || (version !== '' && !isModuleVersion(version))) return undefined;
  return `https://pkg.go.dev/${path}${version === '' ? '' : `@${encodeURIComponent(version)}`}`;
}

/** Hosts on which the first three elements of a path are the address of the repository. */
const repositories: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org']);

/** The https address of the repository, or undefined where only a request to the host would tell it. */
export function sourceLink(path: string): string | undefined {
  const [host = '', owner = '', repository] = path.split('/');
  if (!isModulePath(path) || repository === undefined || !repositories.has(host)) return undefined;
  return `https://${host}/${owner}/${repository}`;
}
