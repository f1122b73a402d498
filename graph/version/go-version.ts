/** Versions of go and toolchain lines, ordered as cmd/go/internal/gover does. */
import { compareText } from '../model/name.ts';
import { compareVersions } from './semver.ts';

interface GoVersion {
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** alpha, beta, rc, or any other word: internal/gover takes each, and orders them as text. */
  readonly kind: string;
  readonly pre: string;
}

const form = /^(0|[1-9][0-9]*)(?:\.(0|[1-9][0-9]*)(?:\.(0|[1-9][0-9]*)|([a-z]+)(0|[1-9][0-9]*)?)?)?$/;

/**
 * internal/gover Parse: before 1.21 there is no difference between 1.20 and 1.20.0; from 1.21 on 1.21 is below 1.21rc1.
 * It looks at the minor number alone, so 2.1 is 2.1.0, too.
 */
function parse(version: string): GoVersion | undefined {
  const match = form.exec(version);
  if (match === null) return undefined;
  const [, major = '', minor, patch, kind, pre] = match;
  if (minor === undefined) return { major, minor: '0', patch: '0', kind: '', pre: '' };
  if (patch !== undefined) return { major, minor, patch, kind: '', pre: '' };
  if (kind !== undefined) return { major, minor, patch: '', kind, pre: pre ?? '' };
  return { major, minor, patch: compareInt(minor, '21') < 0 ? '0' : '', kind: '', pre: '' };
}

function compareInt(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Orders two go lines (`1.21`, `1.21rc1`, `1.21.0`): -1, 0 or 1. What is not one is below all (internal/gover Compare). */
export function compareGoVersions(a: string, b: string): number {
  const left = parse(a);
  const right = parse(b);
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return (
    compareInt(left.major, right.major) ||
    compareInt(left.minor, right.minor) ||
    compareInt(left.patch, right.patch) ||
    compareText(left.kind, right.kind) ||
    compareInt(left.pre, right.pre)
  );
}

/**
 * `go1.22.3-custom` → `1.22.3`: cmd/go/internal/gover FromToolchain; '' where it is not a toolchain name. One with a slash
 * never is: it would be looked up as a program in a folder. '' is below all, so such a line loses against the go line's own.
 */
export function goOfToolchain(name: string): string {
  if (!name.startsWith('go') || /[\\/]/.test(name)) return '';
  const cut = name.slice(2).split(/[- \t]/)[0] ?? '';
  return parse(cut) === undefined ? '' : cut;
}

/** A toolchain node may also name the bare version (cmd/go/internal/gover maybeToolchainVersion). */
function goOfToolchainVersion(version: string): string {
  return parse(version) === undefined ? goOfToolchain(version) : version;
}

/** Orders two versions of one module path as cmd/go/internal/gover ModCompare: go and toolchain have an order of their own. */
export function compareModuleVersions(path: string, a: string, b: string): number {
  if (path === 'go') return compareGoVersions(a, b);
  if (path === 'toolchain') return compareGoVersions(goOfToolchainVersion(a), goOfToolchainVersion(b));
  return compareVersions(a, b);
}

/** True for the two pseudo-modules that stand for the go and toolchain lines (cmd/go/internal/gover IsToolchain). */
export function isToolchainPath(path: string): boolean {
  return path === 'go' || path === 'toolchain';
}
