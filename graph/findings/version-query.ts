/** Require lines that name a branch, a commit, `latest` or the like: go looks it up anew on each load, and refuses to build so. */
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import { getStep, goModOf } from '../remedy/places.ts';
import { onMachine } from '../remedy/words.ts';
import type { MainModule, Snapshot } from '../snapshot/types.ts';
import { commandOf, type Step } from '../remedy/steps.ts';
import { updateRefused } from './refused/updates.ts';
import type { Finding } from './types.ts';

/** One finding a line, in the order of go.mod; it marks the version that go took for it. */
export function findVersionQueries(model: Model): Finding[] {
  const { snapshot } = model;
  return snapshot.mains.flatMap((main) =>
    main.require.flatMap(({ path, version, query }): Finding[] => {
      if (query === undefined) return [];
      const node = snapshot.modules.findIndex((one) => one.path === path && one.version === version);
      const update = updateRefused(model, path);
      const refused = update?.words ?? (snapshot.work === undefined ? 'A build with -mod=readonly fails.' : '');
      return [
        {
          code: 'version-query',
          severity: update?.severity ?? 'warn',
          subject: joinName(path, version),
          evidence:
            `The go.mod of ${main.path} requires ${path} ${query}, which is no version: go looks it up each time, and takes ${version} today. ${refused}`.trimEnd(),
          // test/cli/version-query.test.ts types it for each kind of query: it looks up what the load has looked up.
          remedy: onMachine('This writes the version into go.mod.', commandOf([getStep(snapshot, path, query)])),
          proposals: stepsFor(snapshot, main, { path, version, query }).map((step) => ({
            words: 'This writes the version into go.mod.',
            steps: [step],
            says: path,
          })),
          nodes: node === -1 ? [] : [node],
        },
      ];
    }),
  );
}

/** Paths that a require line names with a query. */
export function queriedPaths({ snapshot }: Model): string[] {
  return snapshot.mains.flatMap(({ require }) =>
    require.flatMap(({ path, query }) => (query === undefined ? [] : [path])),
  );
}

/** The query itself, the version that go took for it, and that without a look at the sources, which may not be at hand. */
function stepsFor(
  snapshot: Snapshot,
  main: MainModule,
  { path, version, query }: { readonly path: string; readonly version: string; readonly query: string },
): Step[] {
  return [
    getStep(snapshot, path, query),
    getStep(snapshot, path, version),
    { do: 'edit', edits: [{ kind: 'require', path, version, file: goModOf(main) }] },
  ];
}
