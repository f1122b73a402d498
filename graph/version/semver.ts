/** Semantic versions as Go orders them (golang.org/x/mod/semver) and as Go names them (golang.org/x/mod/module). */

interface Parsed {
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** With its leading `-`, or ''. */
  readonly prerelease: string;
}

const number = '(0|[1-9][0-9]*)';
const semver = new RegExp(`^v${number}(?:\\.${number}(?:\\.${number}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?)?)?$`);

/** What was parsed: a graph compares the same versions over and over. Emptied when it holds `most` of them. */
const known = new Map<string, Parsed | undefined>();
const most = 50_000;

/** x/mod/semver parses the same way: v1 and v1.2 are short for v1.0.0 and v1.2.0; undefined where it is not valid. */
function parse(version: string): Parsed | undefined {
  const before = known.get(version);
  if (before !== undefined || known.has(version)) return before;
  if (known.size >= most) known.clear();
  const parsed = parseAnew(version);
  known.set(version, parsed);
  return parsed;
}

function parseAnew(version: string): Parsed | undefined {
  const match = semver.exec(version);
  if (match === null) return undefined;
  const prerelease = match[4] ?? '';
  const build = match[5] ?? '';
  if (!identifiersValid(prerelease, true) || !identifiersValid(build, false)) return undefined;
  return { major: match[1] ?? '0', minor: match[2] ?? '0', patch: match[3] ?? '0', prerelease };
}

/** No identifier may be empty; in a pre-release a numeric one has no leading zero. */
function identifiersValid(part: string, prerelease: boolean): boolean {
  if (part === '') return true;
  return part
    .slice(1)
    .split('.')
    .every((id) => id !== '' && !(prerelease && /^0[0-9]+$/.test(id)));
}

/** -1, 0 or 1. Numbers of any length: a longer one without leading zeros is larger. */
function compareNumber(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a < b ? -1 : 1;
}

/** semver.org, 11: numeric identifiers below alphanumeric ones, a shorter list below a longer one it begins. */
function comparePrerelease(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '') return 1;
  if (b === '') return -1;
  const left = a.slice(1).split('.');
  const right = b.slice(1).split('.');
  for (let i = 0; i < left.length && i < right.length; i++) {
    const x = left[i] ?? '';
    const y = right[i] ?? '';
    if (x === y) continue;
    const xNumeric = /^[0-9]+$/.test(x);
    const yNumeric = /^[0-9]+$/.test(y);
    if (xNumeric !== yNumeric) return xNumeric ? -1 : 1;
    if (xNumeric) return compareNumber(x, y);
    return x < y ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}

/**
 * Orders two versions as golang.org/x/mod/semver Compare does: -1, 0 or 1. Build metadata (`+incompatible` too) is
 * ignored; what is not a version is below every version and equal to whatever else is not.
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const left = parse(a);
  const right = parse(b);
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return (
    compareNumber(left.major, right.major) ||
    compareNumber(left.minor, right.minor) ||
    compareNumber(left.patch, right.patch) ||
    comparePrerelease(left.prerelease, right.prerelease)
  );
}

/** True for what x/mod/semver IsValid accepts. */
export function isVersion(version: string): boolean {
  return parse(version) !== undefined;
}

/** golang.org/x/mod/module/pseudo.go, pseudoVersionRE. */
const pseudo =
  /^v[0-9]+\.(0\.0-|[0-9]+\.[0-9]+-([^+]*\.)?0\.)([0-9]{14})-([A-Za-z0-9]+)(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;

/** Its parts where it is one (module.IsPseudoVersion): the form alone would let leading zeros through. */
function matchPseudo(version: string): RegExpExecArray | null {
  const match = version.includes('-') ? pseudo.exec(version) : null;
  return match !== null && isVersion(version) ? match : null;
}

/** True for a version made from a commit: v0.0.0-20180906233101-161cd47e91fd and its two longer forms. */
export function isPseudo(version: string): boolean {
  return matchPseudo(version) !== null;
}

/**
 * The version that a pseudo-version comes after, as module.PseudoVersionBase: v1.2.4-0.2018… comes after v1.2.3,
 * v1.2.3-pre.0.2018… after v1.2.3-pre. '' when the commit had no earlier tag, and where Go finds no version that could
 * come before. Any other version is returned as it is.
 */
export function pseudoBase(version: string): string {
  const match = matchPseudo(version);
  if (match === null) return version;
  const [, , , time = '', hash = '', build = ''] = match;
  // Counted from the end: the pre-release before it may hold the same digits.
  const beforeTime = version.slice(0, -`.${time}-${hash}${build}`.length);
  if (match[1] === '0.0-') return '';
  if (beforeTime.endsWith('-0')) {
    const [major = 'v0', minor = '0', patch = '0'] = beforeTime.slice(0, -'-0'.length).split('.');
    return patch === '0' ? '' : `${major}.${minor}.${decrement(patch)}${build}`;
  }
  return `${beforeTime.slice(0, -'.0'.length)}${build}`;
}

/** One less than a decimal number of any length, above zero. */
function decrement(decimal: string): string {
  return (BigInt(decimal) - 1n).toString();
}

/**
 * True for the version that go writes where it has none: `v0.0.0-00010101000000-000000000000` (module.ZeroPseudoVersion), in any
 * major. Only a replace line makes something of it.
 */
export function isPlaceholder(version: string): boolean {
  return /^v\d+\.0\.0-00010101000000-000000000000(?:\+incompatible)?$/.test(version);
}

/** Date of a pseudo-version's commit, `2018-09-06`, and the start of its hash; undefined for any other version, and for a placeholder, which has no date. */
export function pseudoCommit(version: string): { readonly day: string; readonly hash: string } | undefined {
  const match = matchPseudo(version);
  if (match === null || isPlaceholder(version)) return undefined;
  const [, , , time = '', hash = ''] = match;
  return { day: `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`, hash };
}

/** Milliseconds since 1970 of the commit that a pseudo-version names; undefined for any other version. */
export function pseudoTime(version: string): number | undefined {
  const digits = matchPseudo(version)?.[3];
  if (digits === undefined) return undefined;
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)(..)(..)(..)$/.exec(digits) ?? [];
  return Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}

/** True for a version with a pre-release part that is not a pseudo-version. */
export function isPrerelease(version: string): boolean {
  return (parse(version)?.prerelease ?? '') !== '' && !isPseudo(version);
}

/** `v1` of v1.2.3; '' for what is not a version. */
export function majorOf(version: string): string {
  const parsed = parse(version);
  return parsed === undefined ? '' : `v${parsed.major}`;
}

/** `v1.2` of v1.2.3; '' for what is not a version. */
export function minorOf(version: string): string {
  const parsed = parse(version);
  return parsed === undefined ? '' : `v${parsed.major}.${parsed.minor}`;
}

/** A version of v2 or above that has no go.mod of its own: go.dev/ref/mod, Compatibility with non-module repositories. */
export function isIncompatible(version: string): boolean {
  return version.endsWith('+incompatible');
}
