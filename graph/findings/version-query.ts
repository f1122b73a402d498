/** Require lines that name a branch, a commit, `latest` or the like: go looks it up anew on each load, and refuses to build so. */
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import { goGet } from './go-get.ts';
import type { Finding } from './types.ts';

/** One finding a line, in the order of go.mod; it marks the version that go took for it. */
export function findVersionQueries({ snapshot }: Model): Finding[] {
  return snapshot.mains.flatMap((main) =>
    main.require.flatMap(({ path, version, query }): Finding[] => {
      if (query === undefined) return [];
      const node = snapshot.modules.findIndex((one) => one.path === path && one.version === version);
      return [
        {
          code: 'version-query',
          severity: 'warn',
          subject: joinName(path, version),
          evidence: `The go.mod of ${main.path} requires ${path} ${query}, which is no version: go looks it up each time, and takes ${version} today.${snapshot.work === undefined ? ' A build with -mod=readonly fails.' : ''}`,
          remedy: `${goGet(snapshot, path, query)} writes the version into go.mod.`,
          nodes: node === -1 ? [] : [node],
        },
      ];
    }),
  );
}
