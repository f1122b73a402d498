/** A go.mod that declares less than what is selected: a readonly build refuses it. */
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import { compareVersions } from '../version/semver.ts';
import type { Finding } from './types.ts';

export interface DeclaredBelow {
  readonly path: string;
  readonly main: string;
  readonly declared: string;
  readonly selected: string;
  readonly node: number;
}

/** Every requirement of go.mod that names less than the selected version, main by main, in the order of go.mod; once, however often it is written. */
export function declaredBelow({ snapshot, graph }: Model): DeclaredBelow[] {
  const numbers = new Map(graph.paths.map((path, p) => [path, p]));
  const met = new Set<string>();
  return snapshot.mains.flatMap((main) =>
    main.require.flatMap((line): DeclaredBelow[] => {
      const key = `${main.path} ${joinName(line.path, line.version)}`;
      const node = graph.selected[numbers.get(line.path) ?? -1] ?? -1;
      const selected = graph.versions[node] ?? '';
      if (selected === '' || met.has(key) || compareVersions(line.version, selected) >= 0) return [];
      met.add(key);
      return [{ path: line.path, main: main.path, declared: line.version, selected, node }];
    }),
  );
}

/** An error for one main module; in a workspace `go work sync` mends it and nothing breaks before: info. */
export function findDeclaredBelow(model: Model): Finding[] {
  const workspace = model.snapshot.work !== undefined;
  return declaredBelow(model).map(({ path, main, declared, selected, node }) => ({
    code: 'declared-below-selected',
    severity: workspace ? 'info' : 'error',
    subject: joinName(path, selected),
    evidence: `The go.mod of ${main} requires ${path} ${declared}; ${selected} is selected.`,
    remedy: workspace
      ? inWords('Nothing breaks: go.mod can be made to say what the workspace builds.')
      : inWords('A build with -mod=readonly fails until go.mod requires the version that is selected.'),
    proposals: workspace
      ? [{ words: 'This makes go.mod say what the workspace builds.', steps: [{ do: 'sync' }], says: path }]
      : [
          {
            words:
              'A build with -mod=readonly fails until go.mod requires the version that is selected: this writes it.',
            steps: [{ do: 'get', dir: '.', path, version: selected }],
            says: path,
          },
          { words: 'A build with -mod=readonly fails until go.mod is tidy.', steps: [{ do: 'tidy', dir: '.' }] },
        ],
    nodes: [node],
  }));
}
