/** Whether a build takes the vendor folder: cmd/go/internal/modload/init.go, setDefaultBuildMod. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareGoVersions } from '../../graph/version/go-version.ts';
import { flagsOf } from '../process/go-flags.ts';
import type { Project } from './find.ts';

/** -mod of a build that writes nothing. */
export type BuildMode = 'vendor' | 'readonly';

/** Bytes of modules.txt in which go looks for its `## workspace`. */
const head = 512;

/**
 * `goLine` is that of go.work, or of go.mod where there is no workspace. A -mod in the user's GOFLAGS goes before what go
 * would choose; -mod=mod, which may write, counts as readonly.
 */
export function buildModeOf(project: Project, goLine: string | undefined, goflags: string): BuildMode {
  const said = modeIn(goflags);
  if (said !== undefined && said !== '') return said === 'vendor' ? 'vendor' : 'readonly';
  if (goLine === undefined || compareGoVersions(goLine, '1.14') < 0) return 'readonly';
  const folder = path.join(project.root, 'vendor');
  if (!isFolder(folder)) return 'readonly';
  return isOfWorkspace(path.join(folder, 'modules.txt')) === (project.work !== undefined) ? 'vendor' : 'readonly';
}

/** Go's words for a -mod in GOFLAGS with which it runs nothing (modload/init.go, setDefaultBuildMod and InitWorkfile). */
export function oddMode(goflags: string, isWorkspace: boolean): string | undefined {
  const said = modeIn(goflags);
  if (isWorkspace && said === 'mod')
    return '-mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"';
  return said === undefined || /^(?:mod|readonly|vendor|)$/.test(said)
    ? undefined
    : `-mod=${said} not supported (can be '', 'mod', 'readonly', or 'vendor')`;
}

/** What the last -mod in GOFLAGS says. */
export function modeIn(goflags: string): string | undefined {
  const flag = flagsOf(goflags).findLast((one) => /^--?mod=/.test(one));
  return flag?.slice(flag.indexOf('=') + 1);
}

/** False, too, where there is no modules.txt. */
function isOfWorkspace(file: string): boolean {
  const bytes = Buffer.alloc(head);
  try {
    if (!statSync(file).isFile()) return false;
    const handle = openSync(file, 'r');
    try {
      const [first = ''] = bytes.toString('utf8', 0, readSync(handle, bytes, 0, head, 0)).split('\n');
      return (
        first.startsWith('## ') &&
        first
          .slice(3)
          .split(';')
          .some((one) => one.trim() === 'workspace')
      );
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
