/** The page of a module version on pkg.go.dev. */

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
