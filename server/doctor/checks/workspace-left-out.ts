/** Modules below a go.work that it does not use, and what go takes in their place. */
import { inWords } from '../../../graph/remedy/words.ts';
import path from 'node:path';
import { toFault } from '../../../graph/fault.ts';
import { findReplacement } from '../../../graph/load/replacement.ts';
import type { ListedModule } from '../../../graph/snapshot/records.ts';
import type { ModuleRef } from '../../../graph/snapshot/types.ts';
import { parseListModules } from '../../../parsers/list-modules.ts';
import { goCommands } from '../../process/go-commands.ts';
import { ownFlags } from '../../process/go-flags.ts';
import { realOr } from '../../project/by-link.ts';
import type { Declared } from '../../project/declared.ts';
import { moduleIn } from '../../project/left-out.ts';
import { makeScratch } from '../../project/scratch.ts';
import type { Ground } from '../ground.ts';
import type { Check } from '../types.ts';

/** Folders that a sentence and a command name. */
const mostNamed = 8;

export const workspaceLeftOut: Check = {
  codes: ['workspace-left-out'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    const { root, work } = project;
    if (work === undefined) return [];
    const used = new Set(project.members.map(({ folder }) => realOr(folder)));
    const { modules } = await ground.walked();
    const own = new Set(declared.mains.map((main) => main.path));
    // One of a path that a member has cannot be added.
    const outside = modules
      .filter((folder) => !used.has(folder))
      .map((folder): LeftOut => ({ folder, module: moduleIn(folder) ?? '' }))
      .filter(({ module }) => !own.has(module));
    if (outside.length === 0) return [];
    const takes = await takenBy(ground, declared);
    // What a replace line puts into the build is where its author wants it.
    const left = outside.filter(({ folder, module }) => realOr(takes(module)?.folder ?? '') !== folder);
    if (left.length === 0) return [];
    const published = left.filter(({ module }) => takes(module)?.version !== undefined);
    // `go work use` of one that go.work replaces at all versions makes the workspace unloadable (modload/init.go, makeMainModules).
    const replaced = new Set(work.replace.flatMap(({ old }) => (old.version === undefined ? [old.path] : [])));
    const named = published.length > 0 ? published : left.filter(({ module }) => !replaced.has(module));
    const names = (some: readonly LeftOut[]): string =>
      some
        .slice(0, mostNamed)
        .map(({ folder }) => ground.shown(root, folder))
        .join(', ') + (some.length > mostNamed ? ` and ${String(some.length - mostNamed)} more` : '');
    const versions = published
      .slice(0, mostNamed)
      .map(({ module }) => `${module} ${takes(module)?.version ?? ''}`)
      .join(', ');
    return [
      {
        code: 'workspace-left-out',
        severity: published.length > 0 ? 'warn' : 'info',
        what: `${String(left.length)} ${left.length === 1 ? 'module' : 'modules'} below go.work ${left.length === 1 ? 'is' : 'are'} not used by it: ${names(left)}.`,
        why:
          published.length > 0
            ? `Members require ${names(published)}: go takes the published version, not the folder (${versions}).`
            : 'go commands there answer for the workspace or fail, and `./...` does not enter them.',
        remedy: inWords(
          named.length === 0
            ? 'Nothing has to be done: go.work replaces them.'
            : 'Add them to go.work, where they are to be built together.',
        ),
        ...(named.length === 0
          ? {}
          : {
              proposals: [
                {
                  words: 'This adds them to go.work, where they are to be built together.',
                  steps: [
                    {
                      do: 'use',
                      folders: named
                        .slice(0, mostNamed)
                        .map(({ folder }) => `./${path.relative(root, folder).split(path.sep).join('/')}`),
                    },
                  ],
                  refused: 'They cannot be added to go.work as they are',
                },
              ],
            }),
      },
    ];
  },
};

interface LeftOut {
  /** Absolute. */
  readonly folder: string;
  /** '' where its go.mod cannot be read. */
  readonly module: string;
}

/** What go takes for a module path: a published version, or the folder of a replace line. */
interface Taken {
  readonly version?: string;
  /** Absolute. */
  readonly folder?: string;
}

/**
 * Module path → what go takes for it; undefined for what nothing requires. go is asked, for a replace line may hold for one
 * version, and which one is selected is known from the graph alone; where it cannot load that, the require lines of the members are judged.
 */
async function takenBy(ground: Ground, declared: Declared): Promise<(module: string) => Taken | undefined> {
  const listed = await buildList(ground);
  const { root } = await ground.project();
  const { mains, work } = declared;
  if (listed !== undefined) {
    return takenIn(
      listed.flatMap(({ path: module, version, replace, dir }) =>
        version === undefined ? [] : [[module, takenAs(version, replace, dir)] as const],
      ),
    );
  }
  return takenIn(
    mains
      .flatMap((main) => main.require)
      .map(({ path: module, version }) => {
        const { actual, of } = findReplacement(
          { mains, ...(work === undefined ? {} : { work }) },
          { path: module, version },
        );
        const isReplaced = actual.path !== module || actual.version !== version;
        return [
          module,
          takenAs(version, isReplaced ? actual : undefined, path.resolve(root, of?.dir ?? '.', actual.path)),
        ] as const;
      }),
  );
}

function takenIn(pairs: readonly (readonly [string, Taken])[]): (module: string) => Taken | undefined {
  const taken = new Map(pairs);
  return (module) => taken.get(module);
}

/** Another module or version in its place: neither the folder nor what is published of it is taken. */
function takenAs(version: string, replace: ModuleRef | undefined, dir: string | undefined): Taken {
  if (replace === undefined) return { version };
  return replace.version === undefined && dir !== undefined ? { folder: dir } : {};
}

/** `go list -m all` on copies; undefined where go refuses or cannot reach what it needs. */
async function buildList(ground: Ground): Promise<readonly ListedModule[] | undefined> {
  const project = await ground.project();
  const env = await ground.settings();
  let scratch: ReturnType<typeof makeScratch> | undefined;
  try {
    scratch = makeScratch(project);
    const copy = scratch.copy('left-out');
    const GOFLAGS = ownFlags(env.GOFLAGS, 'readonly');
    return parseListModules(
      await ground.go.text(project.root, goCommands.listAll(copy, { json: true }), { GOWORK: copy.gowork, GOFLAGS }),
    );
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return undefined;
  } finally {
    scratch?.remove();
  }
}
