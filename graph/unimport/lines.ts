/** Lines in which go.mod and go.work differ: what a plan changes in them. */
import { compareText } from '../model/name.ts';
import type { MainModule, Replace, Requirement, Workspace } from '../snapshot/types.ts';
import type { Declarations } from '../what-if/apply.ts';

/** Kinds of lines that count, in the order in which they are said. */
export const lineVerbs = ['go', 'toolchain', 'require', 'tool', 'replace', 'exclude'] as const;

/** A line of a go.mod or of go.work that goes, comes or changes. */
export interface GoModChange {
  /** Path of the main module; absent: a line of go.work. */
  readonly main?: string;
  /** Relative to the root of the project: `go.mod`, `api/go.mod`, `go.work`. */
  readonly file: string;
  readonly verb: (typeof lineVerbs)[number];
  /** The module path or the tool's package; `go` or `toolchain` for these lines. */
  readonly path: string;
  /**
   * What stands behind the path, `v1.2.3 // indirect`, `=> ./fork` or `v1.2.3 => example.com/b v1.0.0`, or behind the word; '' for a
   * tool. Absent: there was no such line.
   */
  readonly is?: string;
  /** Absent: there is no such line any more. */
  readonly becomes?: string;
}

/**
 * Lines in which they differ, in the order of go.mod files, then go.work; in each the go and toolchain lines, then by verb and path. Both sides hold the same main modules, in
 * one order. Of other lines (godebug, retract, ignore) neither an edit of what-if nor go get nor go mod tidy changes one.
 */
export function linesBetween(before: Declarations, after: Declarations): GoModChange[] {
  const changes = before.mains.flatMap((main, n) => {
    const other = after.mains[n];
    if (other === undefined) return [];
    const file = main.dir === '.' ? 'go.mod' : `${main.dir}/go.mod`;
    return changed(ofMain(main), ofMain(other)).map((one) => ({ main: main.path, file, ...one }));
  });
  if (before.work === undefined || after.work === undefined) return changes;
  const ofWork = changed(ofBoth(before.work), ofBoth(after.work));
  return [...changes, ...ofWork.map((one) => ({ file: 'go.work', ...one }))];
}

interface Line extends Pick<GoModChange, 'verb' | 'path'> {
  /** Two of one key are one line that changed. */
  readonly key: string;
  readonly text: string;
}

function changed(before: readonly Line[], after: readonly Line[]): Omit<GoModChange, 'file'>[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...byKey([...before, ...after]).values()].sort(inOrder).flatMap(({ verb, path, key }) => {
    const [from, to] = [was.get(key)?.text, is.get(key)?.text];
    if (from === to) return [];
    return [{ verb, path, ...(from === undefined ? {} : { is: from }), ...(to === undefined ? {} : { becomes: to }) }];
  });
}

function byKey(lines: readonly Line[]): Map<string, Line> {
  return new Map(lines.map((line) => [line.key, line]));
}

function inOrder(a: Line, b: Line): number {
  return (
    lineVerbs.indexOf(a.verb) - lineVerbs.indexOf(b.verb) || compareText(a.path, b.path) || compareText(a.key, b.key)
  );
}

function ofMain(main: MainModule): Line[] {
  return [
    ...ofBoth(main),
    ...main.require.map(requireLine),
    ...main.tool.map((path): Line => ({ verb: 'tool', path, key: `tool ${path}`, text: '' })),
    ...main.exclude.map(({ path, version = '' }): Line => {
      return { verb: 'exclude', path, key: `exclude ${path} ${version}`, text: version };
    }),
  ];
}

function ofBoth({ go, toolchain, replace }: Pick<Workspace, 'go' | 'toolchain' | 'replace'>): Line[] {
  const word = (verb: 'go' | 'toolchain', text: string | undefined): Line[] =>
    text === undefined ? [] : [{ verb, path: verb, key: verb, text }];
  return [...word('go', go), ...word('toolchain', toolchain), ...replace.map(replaceLine)];
}

function requireLine({ path, version, indirect }: Requirement): Line {
  return {
    verb: 'require',
    path,
    key: `require ${path}`,
    text: `${version}${indirect === true ? ' // indirect' : ''}`,
  };
}

function replaceLine({ old, new: by }: Replace): Line {
  const words = (...all: readonly (string | undefined)[]): string => all.filter(Boolean).join(' ');
  return {
    verb: 'replace',
    path: old.path,
    key: words('replace', old.path, old.version),
    text: words(old.version, '=>', by.path, by.version),
  };
}
