/** The lines of go.mod and go.work in which two sides differ, each as an edit that can be made without the others. */
import type { GoModFile } from '../load/types.ts';
import { joinName } from '../model/name.ts';
import type { MainModule, Replace, Requirement, Workspace } from '../snapshot/types.ts';
import type { Declared } from './declared.ts';
import { refText } from './states.ts';
import type { Cause } from './types.ts';

/** What a cause says of its line, and the declarations with that line as `head` has it. */
export interface LineEdit {
  readonly cause: Omit<Cause, 'line' | 'follows' | 'together'>;
  readonly apply: (declared: Declared) => Declared;
}

/**
 * All edits that make `base` declare what `head` declares, as far as it decides the build list: go.work first, then go.mod by
 * go.mod. Lines that only retract, name tools or ignore folders are not among them. undefined where one side alone is a
 * workspace: no line of a go.mod leads from one to the other.
 */
export function lineEdits(base: Declared, head: Declared): LineEdit[] | undefined {
  if ((base.work === undefined) !== (head.work === undefined)) return undefined;
  const work = base.work !== undefined && head.work !== undefined ? workEdits(base.work, head.work) : [];
  return [...work, ...mainEdits(base, head), ...folderEdits(base, head)];
}

function mainEdits(base: Declared, head: Declared): LineEdit[] {
  const after = new Map(head.mains.map((main) => [main.dir, main]));
  const before = new Map(base.mains.map((main) => [main.dir, main]));
  const gone = base.mains.filter(({ dir }) => !after.has(dir));
  const come = head.mains.filter(({ dir }) => !before.has(dir));
  return [
    ...gone.map((main) => useEdit(main, undefined)),
    ...come.map((main) => useEdit(undefined, main)),
    ...base.mains.flatMap((main) => {
      const other = after.get(main.dir);
      return other === undefined ? [] : editsOfMain(main, other);
    }),
  ];
}

function useEdit(gone: MainModule | undefined, come: MainModule | undefined): LineEdit {
  const path = (come ?? gone)?.dir ?? '';
  return {
    cause: {
      file: 'go.work',
      kind: 'use',
      path,
      ...(gone === undefined ? {} : { from: gone.path }),
      ...(come === undefined ? {} : { to: come.path }),
    },
    apply: (declared) => ({
      ...declared,
      mains: come === undefined ? declared.mains.filter(({ dir }) => dir !== path) : [...declared.mains, come],
    }),
  };
}

/** An edit of the main module in `dir`. */
type MakeEdit = (
  cause: Pick<Cause, 'kind' | 'path' | 'from' | 'to' | 'indirect'>,
  edit: (main: MainModule) => MainModule,
) => LineEdit;

function editsOfMain(base: MainModule, head: MainModule): LineEdit[] {
  const file = base.dir === '.' ? 'go.mod' : `${base.dir}/go.mod`;
  const make: MakeEdit = (cause, edit) => ({
    cause: { main: head.path, file, ...cause },
    apply: (declared) => ({
      ...declared,
      mains: declared.mains.map((main) => (main.dir === base.dir ? edit(main) : main)),
    }),
  });
  const word = (name: 'go' | 'toolchain'): LineEdit[] =>
    base[name] === head[name]
      ? []
      : [
          make({ kind: 'go', path: name, ...sides(base[name], head[name]) }, ({ go, toolchain, ...main }) => ({
            ...main,
            ...withWord({ go, toolchain }, name, head[name]),
          })),
        ];
  return [
    ...(base.path === head.path
      ? []
      : [
          make({ kind: 'module', path: head.path, ...sides(base.path, head.path) }, (main) => ({
            ...main,
            path: head.path,
          })),
        ]),
    ...word('go'),
    ...word('toolchain'),
    ...requireEdits(base.require, head.require).map(({ cause, lines }) =>
      make(cause, (main) => ({ ...main, require: withLines(main.require, lines, cause.path) })),
    ),
    ...excludeEdits(base, head, make),
    ...replaceEdits(base.replace, head.replace).map(({ cause, apply }) =>
      make(cause, (main) => ({ ...main, replace: apply(main.replace) })),
    ),
  ];
}

interface RequireEdit {
  readonly cause: Pick<Cause, 'kind' | 'path' | 'from' | 'to' | 'indirect'>;
  /** The lines of the path as `head` has them. */
  readonly lines: readonly Requirement[];
}

/** One for each path whose lines differ. */
function requireEdits(base: readonly Requirement[], head: readonly Requirement[]): RequireEdit[] {
  const [before, after] = [byPath(base), byPath(head)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [from, to] = [before.get(path) ?? [], after.get(path) ?? []];
    const text = (lines: readonly Requirement[]): string =>
      lines.map(({ version, indirect }) => `${version} ${String(indirect === true)}`).join();
    if (text(from) === text(to)) return [];
    const shown = to.at(-1) ?? from.at(-1);
    return [
      {
        cause: {
          kind: to.length === 0 ? 'drop' : 'require',
          path,
          ...sides(from.at(-1)?.version, to.at(-1)?.version),
          ...(shown?.indirect === true
            ? { indirect: true }
            : from.at(-1)?.version === to.at(-1)?.version
              ? { indirect: false }
              : {}),
        },
        lines: to,
      },
    ];
  });
}

function byPath(lines: readonly Requirement[]): Map<string, Requirement[]> {
  const found = new Map<string, Requirement[]>();
  for (const line of lines) {
    const same = found.get(line.path);
    if (same === undefined) found.set(line.path, [line]);
    else same.push(line);
  }
  return found;
}

/** `lines` in the place of the first line of the path, or at the end. */
function withLines<Line extends { readonly path: string }>(
  all: readonly Line[],
  lines: readonly Line[],
  path: string,
): Line[] {
  const first = all.findIndex((line) => line.path === path);
  if (first === -1) return [...all, ...lines];
  return all.flatMap((line, at) => (at === first ? [...lines] : line.path === path ? [] : [line]));
}

function excludeEdits(base: MainModule, head: MainModule, make: MakeEdit): LineEdit[] {
  const name = ({ path, version }: MainModule['exclude'][number]): string => joinName(path, version);
  const missing = (lines: MainModule['exclude'], others: MainModule['exclude']): MainModule['exclude'] => {
    const known = new Set(others.map(name));
    return lines.filter((line) => !known.has(name(line)));
  };
  return [
    ...missing(base.exclude, head.exclude).map((line) =>
      make({ kind: 'exclude', path: line.path, ...sides(line.version, undefined) }, (main) => ({
        ...main,
        exclude: main.exclude.filter((one) => name(one) !== name(line)),
      })),
    ),
    ...missing(head.exclude, base.exclude).map((line) =>
      make({ kind: 'exclude', path: line.path, ...sides(undefined, line.version) }, (main) => ({
        ...main,
        exclude: [...main.exclude, line],
      })),
    ),
  ];
}

interface ReplaceEdit {
  readonly cause: Pick<Cause, 'kind' | 'path' | 'from' | 'to'>;
  readonly apply: (lines: readonly Replace[]) => Replace[];
}

/** One for each left side whose right sides differ. */
function replaceEdits(base: readonly Replace[], head: readonly Replace[]): ReplaceEdit[] {
  const left = ({ old }: Replace): string => joinName(old.path, old.version);
  const [before, after] = [
    new Map(base.map((line) => [left(line), line])),
    new Map(head.map((line) => [left(line), line])),
  ];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [from, to] = [before.get(key), after.get(key)];
    if (refText(from?.new) === refText(to?.new)) return [];
    return [
      {
        cause: { kind: 'replace', path: key, ...sides(refText(from?.new), refText(to?.new)) },
        apply: (lines) => [...lines.filter((line) => left(line) !== key), ...(to === undefined ? [] : [to])],
      },
    ];
  });
}

function workEdits(base: Workspace, head: Workspace): LineEdit[] {
  const file = 'go.work';
  const edited = (declared: Declared, edit: (work: Workspace) => Workspace): Declared =>
    declared.work === undefined ? declared : { ...declared, work: edit(declared.work) };
  const word = (name: 'go' | 'toolchain'): LineEdit[] =>
    base[name] === head[name]
      ? []
      : [
          {
            cause: { file, kind: 'go', path: name, ...sides(base[name], head[name]) },
            apply: (declared) =>
              edited(declared, ({ go, toolchain, ...work }) => ({
                ...work,
                ...withWord({ go, toolchain }, name, head[name]),
              })),
          },
        ];
  return [
    ...word('go'),
    ...word('toolchain'),
    ...replaceEdits(base.replace, head.replace).map(({ cause, apply }): LineEdit => ({
      cause: { file, ...cause },
      apply: (declared) => edited(declared, (work) => ({ ...work, replace: apply(work.replace) })),
    })),
  ];
}

/** A folder that a replace line names has requirements of its own, which change without that line. */
function folderEdits(base: Declared, head: Declared): LineEdit[] {
  return [...base.folders].flatMap(([folder, from]) => {
    const to = head.folders.get(folder);
    return to === undefined ? [] : editsOfFolder(folder, from, to);
  });
}

function editsOfFolder(folder: string, base: GoModFile, head: GoModFile): LineEdit[] {
  const make = (
    cause: Pick<Cause, 'kind' | 'path' | 'from' | 'to'>,
    edit: (file: GoModFile) => GoModFile,
  ): LineEdit => ({
    cause: { file: folder === '.' ? 'go.mod' : `${folder}/go.mod`, ...cause },
    apply: (declared) => {
      const file = declared.folders.get(folder);
      if (file === undefined) return declared;
      return { ...declared, folders: new Map(declared.folders).set(folder, edit(file)) };
    },
  });
  return [
    ...(base.go === head.go
      ? []
      : [
          make({ kind: 'go', path: 'go', ...sides(base.go, head.go) }, ({ go, ...file }) => ({
            ...file,
            ...withWord({ go }, 'go', head.go),
          })),
        ]),
    ...requireEdits(base.require, head.require).map(({ cause, lines }) => {
      // `// indirect` says nothing in the go.mod of another module.
      const { indirect: _, ...rest } = cause;
      return make(rest, (file) => ({ ...file, require: withLines(file.require, lines, cause.path) }));
    }),
  ];
}

interface Words {
  readonly go?: string;
  readonly toolchain?: string;
}

/** The go and toolchain lines with one of them changed or, for undefined, gone. */
function withWord(
  words: { readonly [name in keyof Words]?: string | undefined },
  name: keyof Words,
  value: string | undefined,
): Words {
  const go = name === 'go' ? value : words.go;
  const toolchain = name === 'toolchain' ? value : words.toolchain;
  return { ...(go === undefined ? {} : { go }), ...(toolchain === undefined ? {} : { toolchain }) };
}

function sides(from: string | undefined, to: string | undefined): { from?: string; to?: string } {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
