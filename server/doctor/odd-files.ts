/** Files beside go.mod that are there and cannot be read: a folder by their name, a FIFO, one of another user. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import type { Project } from '../project/find.ts';
import { goSumOf } from '../project/mod-file.ts';

/** What go reads of a project beside go.mod and go.work (modload/init.go, modfetch/fetch.go, modload/vendor.go). */
function filesOf(project: Project): string[] {
  const { root, gowork, work, members } = project;
  const sums =
    work === undefined
      ? [goSumOf(project)]
      : [`${gowork}.sum`, ...members.map(({ folder }) => path.join(folder, 'go.sum'))];
  return [...sums, path.join(root, 'vendor', 'modules.txt')];
}

/** Each in a sentence without its full stop; `shown` says its name. */
export function oddFiles(project: Project, shown: (file: string) => string): string[] {
  return filesOf(project).flatMap((file) => {
    const why = oddityOf(file);
    return why === undefined ? [] : [`${shown(file)} ${why}`];
  });
}

function oddityOf(file: string): string | undefined {
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(file, { throwIfNoEntry: false });
  } catch {
    // Its folder is none: then there is no such file.
    return undefined;
  }
  if (stat === undefined) return undefined;
  if (stat.isDirectory()) return 'is a folder, not a file';
  if (!stat.isFile()) return 'is no regular file';
  try {
    accessSync(file, constants.R_OK);
    return undefined;
  } catch {
    return 'may not be read by you';
  }
}
