/** Words of a go.mod line as values: strings, versions, module paths, with the checks of golang.org/x/mod. */
import { splitPathVersion } from '../../graph/module/path.ts';
import { canonicalVersion, refusedMajor } from '../../graph/module/version.ts';
import { Mistake, quoted } from './mistakes.ts';

const escapes = new Map([
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
  ['\\', 92],
  ['"', 34],
]);

/** A word, or what a "quoted" one stands for (modfile parseString): only double quotes are taken. Throws a Mistake. */
export function stringOf(word: string, line: number): string {
  if (word.startsWith('"')) {
    const text = unquote(word.slice(1, -1), line);
    // Go takes it here, and finds later that no module and no file can be called so.
    if (text.includes('\0')) throw new Mistake(line, `${quoted(text)} holds a NUL character, which no name can`);
    return text;
  }
  if (/["'`]/.test(word))
    throw new Mistake(line, `${quoted(word)} holds a quote; only "double quotes" may enclose a word`);
  return word;
}

/** The escapes of a Go string literal (strconv.Unquote); \x and \ooo are bytes of UTF-8. */
function unquote(body: string, line: number): string {
  if (!body.includes('\\')) return body;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  const piece = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([abfnrtv\\"]))|([^\\]+)/gy;
  while (piece.lastIndex < body.length) {
    const match = piece.exec(body);
    if (match === null) throw new Mistake(line, `${quoted(body)} holds a \\ escape that Go does not know`);
    const [, hex, short, long, octal, letter, plain] = match;
    const point = short ?? long;
    if (hex !== undefined) bytes.push(parseInt(hex, 16));
    else if (octal !== undefined) bytes.push(parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(escapes.get(letter) ?? 0);
    else if (point !== undefined) bytes.push(...encoder.encode(character(parseInt(point, 16), line)));
    else bytes.push(...encoder.encode(plain));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

function character(point: number, line: number): string {
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    throw new Mistake(line, `U+${point.toString(16)} is no character`);
  }
  return String.fromCodePoint(point);
}

/** The canonical form of a version (module.CanonicalVersion): v1 is v1.0.0; build metadata but +incompatible goes. */
export function versionOf(word: string, line: number): string {
  const version = stringOf(word, line);
  const canonical = canonicalVersion(version);
  if (canonical === '') throw new Mistake(line, `${quoted(version)} is not a version such as v1.2.3`);
  return canonical;
}

/** Which versions a go.mod may name. `queries`: as go loads it (modload/init.go, fixVersion), where a branch or `latest` is looked up. */
export type Versions = 'exact' | 'queries';

/** A version as versionOf has it; `query` where the word is not the canonical form of one, so that go looks it up. */
export function versionOrQuery(word: string, line: number): { readonly version: string; readonly query?: string } {
  const written = stringOf(word, line);
  const version = canonicalVersion(written);
  return version === written ? { version } : { version: version === '' ? written : version, query: written };
}

/** The major version that a path ends in: `/v2`, `.v3` or `.v3-unstable` (gopkg.in), '' for none. Throws a Mistake (module.SplitPathVersion). */
export function pathMajor(path: string, line: number): string {
  const split = splitPathVersion(path);
  if (split === undefined) throw new Mistake(line, `${quoted(path)} is not a module path`);
  return split.major;
}

/** Throws a Mistake where path and version name different majors (module.CheckPathMajor). */
export function checkMajor(path: string, version: string, line: number): void {
  const refused = refusedMajor(version, pathMajor(path, line));
  if (refused !== undefined) throw new Mistake(line, `${quoted(path)} at ${quoted(version)}: the version ${refused}`);
}

/** True for a folder in a replacement (modfile.IsDirectoryPath), whatever the system it was written on. */
export function isFolder(path: string): boolean {
  return /^(?:\.{1,2}(?:$|[/\\])|[/\\]|[A-Za-z]:)/.test(path);
}
