/** For what go refuses to load a workspace at all, though each file can be read (modload/init.go, loadModFile, makeMainModules). */
import { joinName } from '../model/name.ts';
import type { MainModule, ModuleRef, Workspace } from '../snapshot/types.ts';
import { compareGoVersions } from '../version/go-version.ts';
import { defaultGoModVersion, defaultGoWorkVersion, isGoStrict } from './go-lines.ts';

/** One sentence for each reason, in the order in which go looks; empty for a single module. */
export function workspaceRefusals(mains: readonly MainModule[], work: Workspace | undefined): string[] {
  if (work === undefined) return [];
  return [...tooOld(mains, work), ...repeated(mains), ...replacedMains(mains, work), ...conflicts(mains, work)];
}

/** A member's go line may be above go.work's only below 1.21, where go lines do not bind. */
function tooOld(mains: readonly MainModule[], work: Workspace): string[] {
  const most = work.go ?? defaultGoWorkVersion;
  return mains.flatMap((main) => {
    const go = main.go ?? defaultGoModVersion;
    if (compareGoVersions(go, most) <= 0 || !isGoStrict(go)) return [];
    return [`${main.path} needs go ${go}, but go.work says go ${most}`];
  });
}

function repeated(mains: readonly MainModule[]): string[] {
  const paths = mains.map((main) => main.path);
  const twice = new Set(paths.filter((path, i) => paths.indexOf(path) !== i));
  return [...twice].map((path) => `${path} stands in the workspace more than once`);
}

function replacedMains(mains: readonly MainModule[], work: Workspace): string[] {
  const own = new Set(mains.map((main) => main.path));
  return work.replace
    .filter(({ old }) => old.version === undefined && own.has(old.path))
    .map(({ old }) => `go.work replaces ${old.path}, a module of the workspace, at all versions`);
}

/** Two members that replace the same by different things, unless go.work replaces the path itself. */
function conflicts(mains: readonly MainModule[], work: Workspace): string[] {
  const settled = new Set(work.replace.map(({ old }) => old.path));
  const known = new Map<string, { readonly by: string; readonly of: MainModule }>();
  const found: string[] = [];
  for (const main of mains) {
    for (const { old, new: to } of main.replace) {
      if (settled.has(old.path)) continue;
      const name = joinName(old.path, old.version);
      const by = target(main.dir, to);
      const other = known.get(name);
      if (other !== undefined && other.of !== main && other.by !== by)
        found.push(`${other.of.path} and ${main.path} replace ${name} by different modules: ${other.by}, ${by}`);
      known.set(name, { by, of: main });
    }
  }
  return found;
}

/** A folder as seen from go.work, in one spelling, since different members name the same one differently. */
function target(dir: string, { path, version }: ModuleRef): string {
  if (version !== undefined || /^([/\\]|[A-Za-z]:)/.test(path)) return joinName(path, version);
  const parts: string[] = [];
  for (const part of `${dir}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return `${dir.startsWith('/') ? '/' : './'}${parts.join('/')}`;
}
