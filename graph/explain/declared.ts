/** What the files of the main modules say of a path: who lists it, excludes it, replaces it. */
import type { Model } from '../model/model.ts';
import type { MainModule, ModuleRef } from '../snapshot/types.ts';

/** A require line. */
export interface Listed {
  /** Path of the main module. */
  readonly main: string;
  /** Its go.mod, relative to the folder of go.work: `go.mod`, `server/go.mod`. */
  readonly file: string;
  readonly version: string;
  readonly indirect?: true;
}

/** An exclude line. */
export interface Excluding {
  readonly file: string;
  readonly version: string;
}

/** A replace line: of which path and version (any, where none is named), and by what. */
export interface Replacing {
  readonly file: string;
  readonly old: ModuleRef;
  readonly new: ModuleRef;
}

/** `go.mod`, or with the folder of a member before it. */
export function fileOf({ dir }: Pick<MainModule, 'dir'>): string {
  return dir === '.' ? 'go.mod' : `${dir}/go.mod`;
}

/** Require lines on a path, in the order of the main modules. */
export function listedIn({ snapshot: { mains } }: Model, path: string): Listed[] {
  return mains.flatMap((main) =>
    main.require
      .filter((line) => line.path === path)
      .map(({ version, indirect }) => ({
        main: main.path,
        file: fileOf(main),
        version,
        ...(indirect === true ? { indirect } : {}),
      })),
  );
}

/** Exclude lines on a path. */
export function excludedIn({ snapshot: { mains } }: Model, path: string): Excluding[] {
  return mains.flatMap((main) =>
    main.exclude.flatMap((one) =>
      one.path === path && one.version !== undefined ? [{ file: fileOf(main), version: one.version }] : [],
    ),
  );
}

/** Every replace line; those of go.work, which count before those of a go.mod, first. */
export function replacing({ snapshot: { work, mains } }: Model): Replacing[] {
  return [
    ...(work?.replace ?? []).map((line) => ({ file: 'go.work', ...line })),
    ...mains.flatMap((main) => main.replace.map((line) => ({ file: fileOf(main), ...line }))),
  ];
}
