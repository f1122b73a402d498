/** The pages of a module version: its documentation, and its source where its path says where that is. */

/**
 * An https address, or undefined where there is none: a path whose first element has no dot is not fetched from
 * anywhere (golang.org/x/mod/module CheckPath). Path and version come from strangers: each element is escaped.
 */
export function packageLink(path: string, version: string): string | undefined {
  const elements = path.split('/');
  if (!(elements[0] ?? '').includes('.') || elements.some((each) => each === '' || each === '.' || each === '..')) {
    return undefined;
  }
  const name = elements.map(encodeURIComponent).join('/');
  return `https://pkg.go.dev/${name}${version === '' ? '' : `@${encodeURIComponent(version)}`}`;
}

/** Hosts on which the first three elements of a path are the address of the repository. */
const repositories: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org']);

/** The https address of the repository, or undefined where only a request to the host would tell it. */
export function sourceLink(path: string): string | undefined {
  const [host = '', owner = '', repository = ''] = path.split('/');
  const named = [owner, repository].every((each) => each !== '' && each !== '.' && each !== '..');
  if (!named || !repositories.has(host)) return undefined;
  return `https://${host}/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`;
}
