/** The patch of go.mod and go.work that a plan comes to, for `git apply`. */
import path from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A file of the project before and after. */
export interface FileText {
  /** Relative to the root of the project, with `/`. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The name of a file in a patch of the project at `root`. */
export function nameIn(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/**
 * A unified diff of the files that change, with three lines around each change; '' where none does. Its paths are relative to the
 * folder of go.mod or go.work, in which `git apply` takes them (they do not begin with `diff --git`, after which git counts from the top
 * of the repository). undefined where one of the files lies outside of that folder: git refuses such a patch.
 */
export function patchOf(files: readonly FileText[]): string | undefined {
  const changed = files.filter(({ before, after }) => before !== after);
  if (changed.some(({ file }) => file.startsWith('../') || path.isAbsolute(file))) return undefined;
  return changed
    .map(({ file, before, after }) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
}
