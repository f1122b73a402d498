/** Paths of modules, imports and files, checked as golang.org/x/mod/module/module.go checks them, in its order and its words. */

/** What of a path is allowed depends on what it names. */
type Kind = 'module' | 'import' | 'file';

/** File names that Windows keeps for itself (module.go, badWindowsNames). */
const kept = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i;

/** One character each: modPathOK, importPathOK and fileNameOK. */
const allowed: Readonly<Record<Kind, RegExp>> = {
  module: /^[-._~0-9A-Za-z]$/,
  import: /^[-._~+0-9A-Za-z]$/,
  file: /^(?:[-!#$%&()+,.=@[\]^_{}~ 0-9A-Za-z]|(?![\0-\x7f])\p{L})$/u,
};

/** Why `path` is no module path (module.CheckPath); undefined where it is one. */
export function refusedPath(path: string): string | undefined {
  const refused = refusedAs('module', path);
  if (refused !== undefined) return refused;
  const [first = ''] = path.split('/');
  if (first === '') return 'leading slash';
  if (!first.includes('.')) return 'missing dot in first path element';
  // A leading dash is refused above already; here it is said again, as module.go does.
  if (first.startsWith('-')) return 'leading dash in first path element';
  const odd = Array.from(first).find((character) => !/^[-.0-9a-z]$/.test(character));
  if (odd !== undefined) return `invalid char ${JSON.stringify(odd)} in first path element`;
  return splitPathVersion(path) === undefined ? 'invalid version' : undefined;
}

/** Why `path` is no import path (module.CheckImportPath); undefined where it is one. Every module path is one. */
export function refusedImportPath(path: string): string | undefined {
  return refusedAs('import', path);
}

/** Why `path`, with `/` between its elements, is no path of a file in a module (module.CheckFilePath); undefined where it is one. */
export function refusedFilePath(path: string): string | undefined {
  return refusedAs('file', path);
}

/** module.go, checkPath. */
function refusedAs(kind: Kind, path: string): string | undefined {
  // A lone surrogate has no UTF-8.
  if (/\p{Surrogate}/u.test(path)) return 'invalid UTF-8';
  if (path === '') return 'empty string';
  if (path.startsWith('-') && kind !== 'file') return 'leading dash';
  if (path.includes('//')) return 'double slash';
  if (path.endsWith('/')) return 'trailing slash';
  for (const element of path.split('/')) {
    const refused = refusedElement(kind, element);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** Why `element` is no name of a file or folder (module.go, checkElem with filePath): what a version is held against. */
export function refusedFileName(element: string): string | undefined {
  return /\p{Surrogate}/u.test(element) ? 'invalid UTF-8' : refusedElement('file', element);
}

/** module.go, checkElem. */
function refusedElement(kind: Kind, element: string): string | undefined {
  if (element === '') return 'empty path element';
  if (/^\.+$/.test(element)) return `invalid path element ${JSON.stringify(element)}`;
  if (element.startsWith('.') && kind === 'module') return 'leading dot in path element';
  if (element.endsWith('.')) return 'trailing dot in path element';
  const odd = Array.from(element).find((character) => !allowed[kind].test(character));
  if (odd !== undefined) return `invalid char ${JSON.stringify(odd)}`;
  const [short = ''] = element.split('.');
  if (kept.test(short)) return `${JSON.stringify(short)} disallowed as path element component on Windows`;
  // What looks like a short name of Windows: LONGFI~1.
  if (kind !== 'file' && /~[0-9]+$/.test(short)) return 'trailing tilde and digits in path element';
  return undefined;
}

export interface PathVersion {
  readonly prefix: string;
  /** `/v2`, `.v3` or `.v3-unstable` (gopkg.in), or ''. */
  readonly major: string;
}

/** The major version that a path ends in; undefined where it ends in one that none may end in (module.SplitPathVersion). */
export function splitPathVersion(path: string): PathVersion | undefined {
  if (path.startsWith('gopkg.in/')) {
    const [, prefix = '', major = '', number = ''] = /^(.+)(\.v([0-9]+)(?:-unstable)?)$/s.exec(path) ?? [];
    return major === '' || (number.startsWith('0') && major !== '.v0') ? undefined : { prefix, major };
  }
  const [, prefix = '', major = ''] = /^(.*)(\/v[0-9.]+)$/s.exec(path) ?? [];
  if (major === '') return { prefix: path, major: '' };
  return major.includes('.') || major.startsWith('/v0') || major === '/v1' ? undefined : { prefix, major };
}
