/** The pages of a module version: its documentation, and its source where its path says where that is. */
import type { Model } from '../../../graph/model/model.ts';
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

/** The pages of a node's module, of what it is replaced by where it is; each undefined where there is none. */
export function moduleLinks(
  { graph, snapshot }: Model,
  node: number,
): { readonly documentation: string | undefined; readonly repository: string | undefined } {
  const replace = snapshot.modules[node]?.replace;
  const path = replace?.path ?? graph.paths[graph.pathOf[node] ?? -1] ?? '';
  const version = replace === undefined ? (graph.versions[node] ?? '') : (replace.version ?? '');
  return { documentation: packageLink(path, version), repository: sourceLink(path) };
}
