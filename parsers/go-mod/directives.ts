/** Single directives of go.mod and go.work, with the checks of golang.org/x/mod/modfile (rule.go). */
import type { MainModule, ModuleRef, Replace } from '../../graph/snapshot/types.ts';
import { Mistake, quoted } from './mistakes.ts';
import type { Statement } from './statements.ts';
import { goSpace } from './tokens.ts';
import { checkMajor, isFolder, pathMajor, stringOf, versionOf, versionOrQuery, type Versions } from './words.ts';

/** modfile GoVersionRE. */
const goVersion = /^([1-9][0-9]*)\.(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?$/;
/** True for what a go line may say. */
export function isGoVersion(text: string): boolean {
  return goVersion.test(text);
}

/** modfile ToolchainRE. */
const toolchain = /^default$|^go1($|\.)/;
const spaces = new RegExp(`${goSpace}+`);

/** `go 1.22` or `go 1.22.0`: the version. */
export function goLine({ args, line }: Statement): string {
  const [version = ''] = args;
  if (args.length !== 1 || !goVersion.test(version))
    throw new Mistake(line, 'expected one Go version, such as go 1.23.0');
  return version;
}

/** `toolchain go1.22.1`: the name. */
export function toolchainLine({ args, line }: Statement): string {
  const [name = ''] = args;
  if (args.length !== 1 || !toolchain.test(name)) {
    throw new Mistake(line, 'expected one toolchain, such as toolchain go1.23.0');
  }
  return name;
}

/** The one word of module, tool, ignore and use. */
export function word({ verb, args, line }: Statement): string {
  const [only = ''] = args;
  if (args.length !== 1) throw new Mistake(line, `expected one word after ${verb}`);
  return stringOf(only, line);
}

/** `godebug key=value`: only checked, for nothing in a snapshot depends on it. */
export function checkGodebug({ args, line }: Statement): void {
  const [setting = ''] = args;
  if (args.length !== 1 || /["'`,]/.test(setting) || !setting.includes('=')) {
    throw new Mistake(line, 'expected godebug key=value');
  }
}

/** The path and version of require and exclude; with `queries` what go looks up stays as it is written. */
export function moduleAt(
  { verb, args, line }: Statement,
  versions: Versions = 'exact',
): { path: string; version: string; query?: string } {
  const [path = '', version = ''] = args;
  if (args.length !== 2) throw new Mistake(line, `expected a module path and a version after ${verb}`);
  if (versions === 'queries') {
    const found = versionOrQuery(version, line);
    if (found.query !== undefined) return { path: stringOf(path, line), ...found };
  }
  const at = { path: stringOf(path, line), version: versionOf(version, line) };
  checkMajor(at.path, at.version, line);
  return at;
}

/** modfile isIndirect: the comment is `// indirect`, or begins with `// indirect;`. */
export function isIndirect({ suffix = '' }: Statement): boolean {
  const fields = suffix
    .slice(2)
    .split(spaces)
    .filter((field) => field !== '');
  return fields.length === 1 ? fields[0] === 'indirect' : fields[0] === 'indirect;';
}

/** `path [version] => folder` or `path [version] => path version`. */
export function replaceLine({ args, line }: Statement, versions: Versions = 'exact'): Replace {
  const arrow = args[1] === '=>' ? 1 : 2;
  if (args[arrow] !== '=>' || args.length < arrow + 2 || args.length > arrow + 3) {
    throw new Mistake(line, 'expected path [version] => path version, or path [version] => folder');
  }
  const old = stringOf(args[0] ?? '', line);
  pathMajor(old, line);
  const oldVersion = arrow === 2 ? versionOf(args[1] ?? '', line) : undefined;
  if (oldVersion !== undefined) checkMajor(old, oldVersion, line);
  const target = stringOf(args[arrow + 1] ?? '', line);
  const folder = isFolder(target);
  if (args.length === arrow + 2) {
    if (!folder && target.includes('@')) throw new Mistake(line, `write path and version apart, not ${quoted(target)}`);
    if (!folder) throw new Mistake(line, `${quoted(target)} has no version and is not a folder (./, ../ or /)`);
    return { old: ref(old, oldVersion), new: { path: target } };
  }
  const version =
    versions === 'queries'
      ? versionOrQuery(args[arrow + 2] ?? '', line).version
      : versionOf(args[arrow + 2] ?? '', line);
  if (folder) throw new Mistake(line, `the folder ${quoted(target)} cannot have a version`);
  return { old: ref(old, oldVersion), new: { path: target, version } };
}

function ref(path: string, version: string | undefined): ModuleRef {
  return version === undefined ? { path } : { path, version };
}

/** `retract v1.0.0` or `retract [v1.0.0, v1.0.5]`, with the comment as its rationale; versions as written (dontFixRetract). */
export function retractLine({ args, line, comment }: Statement): MainModule['retract'][number] {
  const interval = args[0] === '[';
  const shape = interval
    ? args.length === 5 && args[2] === ',' && args[4] === ']'
    : args.length === 1 && args[0] !== '(';
  if (!shape) throw new Mistake(line, 'expected retract version, or retract [version, version]');
  const low = stringOf(args[interval ? 1 : 0] ?? '', line);
  const high = interval ? stringOf(args[3] ?? '', line) : low;
  return { low, high, ...(comment === '' ? {} : { rationale: comment }) };
}
