/**
 * Names that have been looked at. Whatever makes an argument, a file name or an address out of data takes these types, and
 * nothing but the questions in this file makes them: a text that nobody has checked does not compile there.
 */
import { refusedImportPath, refusedPath } from './path.ts';
import { canonicalVersion, refusedModule } from './version.ts';

/** Stands in no value: it only tells checked text from any other. */
declare const checked: unique symbol;

/** Text of which these things are known. One of which more is known can stand where less is asked for. */
export type Checked<Known extends string> = string & { readonly [checked]: { readonly [One in Known]: true } };

/** A path that an import may name (module.CheckImportPath): what go takes for a main module, or for one that a folder replaces. */
export type ImportPath = Checked<'import path'>;

/** An import path that go takes for one module: neither a pattern nor a word that stands for many. */
export type ModuleName = Checked<'import path' | 'one module'>;

/** The path of a module that can be fetched (module.CheckPath). */
export type ModulePath = Checked<'import path' | 'one module' | 'module path'>;

/** A semantic version as go.mod has it in the end: v1.2.3, never v1.2 (module.CanonicalVersion). */
export type ModuleVersion = Checked<'version' | 'query'>;

/** What may stand after the @ for go to look up: latest, v1.2, >=v1.2.3, a branch, a commit (modload/query.go). */
export type VersionQuery = Checked<'query'>;

/** `path@version`, the two made for each other (module.Check). */
export type ModuleAt = Checked<'module query' | 'module'>;

/** `path@query`. */
export type ModuleQuery = Checked<'module query'>;

/** cmd/go/internal/search: all, std, cmd, tool and work name many packages or modules; main is one, and never imported. */
const manyAtOnce = new Set(['all', 'std', 'cmd', 'tool', 'work', 'main']);

/** Longest name, in characters: a file name has at most 255, an argument list has an end, and no module comes near. */
const longest = 1000;

export function isImportPath(text: string): text is ImportPath {
  return text.length <= longest && refusedImportPath(text) === undefined;
}

export function isModuleName(text: string): text is ModuleName {
  return isImportPath(text) && !manyAtOnce.has(text) && !text.includes('...');
}

export function isModulePath(text: string): text is ModulePath {
  return isModuleName(text) && refusedPath(text) === undefined;
}

export function isModuleVersion(text: string): text is ModuleVersion {
  return text !== '' && text.length <= longest && canonicalVersion(text) === text;
}

/**
 * What go takes for a query: after <, <=, > or >= a semantic version, else a word or the name of a branch. It begins with a
 * letter, a digit or `_` and holds only what git allows in names (git-check-ref-format), so that it is an option of no program.
 */
export function isVersionQuery(text: string): text is VersionQuery {
  if (text.length > longest) return false;
  const bound = /^[<>]=?(.+)$/s.exec(text)?.[1];
  if (bound !== undefined) return canonicalVersion(bound) !== '';
  return /^[0-9A-Za-z_][-\w.+~/]*$/.test(text) && !/\.\.|\/\/|\/\.|\/-|[./]$/.test(text);
}

export function isModuleAt(text: string): text is ModuleAt {
  const { path, version } = parted(text);
  return isModulePath(path) && isModuleVersion(version) && refusedModule(path, version) === undefined;
}

export function isModuleQuery(text: string): text is ModuleQuery {
  const { path, version } = parted(text);
  return isModulePath(path) && isVersionQuery(version);
}

/** The module version of this path and version; undefined where there can be none. */
export function moduleAt(path: string, version: string): ModuleAt | undefined {
  const name = `${path}@${version}`;
  return isModuleAt(name) ? name : undefined;
}

/** The same with a query, which a version is as well. */
export function moduleQuery(path: string, query: string): ModuleQuery | undefined {
  const name = `${path}@${query}`;
  return isModuleQuery(name) ? name : undefined;
}

/** Why there is no moduleAt of these, for people; undefined where there is one. */
export function whyNoModule(path: string, version: string): string | undefined {
  if (moduleAt(path, version) !== undefined) return undefined;
  return (
    refusedModule(path, version) ??
    (isModulePath(path) ? 'not a version as go.mod has it' : 'not the name of one module')
  );
}

/** At the first @, as go cuts (modload.ParsePathVersion). */
function parted(text: string): { readonly path: string; readonly version: string } {
  const at = text.indexOf('@');
  return at === -1 ? { path: text, version: '' } : { path: text.slice(0, at), version: text.slice(at + 1) };
}
