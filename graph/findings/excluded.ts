/** A go.mod that requires a version which it, or another main module, excludes: the requirement is dropped in silence. */
import { goModOf } from '../remedy/places.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import { droppedByPath } from './dropped.ts';
import { updateRefused } from './refused/updates.ts';
import type { Finding } from './types.ts';

export function findExcludedRequires(model: Model): Finding[] {
  const { snapshot, graph } = model;
  const dropped = droppedByPath(model);
  const excludedBy = new Map(
    snapshot.mains.flatMap((main) => main.exclude.map((one) => [joinName(one.path, one.version), main] as const)),
  );
  const numbers = new Map(graph.paths.map((path, p) => [path, p]));
  return snapshot.mains.flatMap((main) =>
    main.require.flatMap((line): Finding[] => {
      const name = joinName(line.path, line.version);
      const own = main.exclude.some((one) => joinName(one.path, one.version) === name);
      const by = own ? main : excludedBy.get(name);
      if (by === undefined) return [];
      const others = dropped.get(line.path)?.find((one) => one.version === line.version)?.by ?? [];
      const update = own ? updateRefused(model, line.path) : undefined;
      const node = graph.selected[numbers.get(line.path) ?? -1] ?? -1;
      return [
        {
          code: 'excluded-require',
          severity: update?.severity ?? 'warn',
          subject: name,
          evidence: [
            `The go.mod of ${main.path} requires ${name}, which ${own ? 'it excludes as well' : `the go.mod of ${by.path} excludes`}: go drops the requirement.`,
            ...(others.length === 0
              ? []
              : [`${named(others)} ${others.length === 1 ? 'requires' : 'require'} it as well.`]),
            ...(update === undefined ? [] : [update.words]),
          ].join(' '),
          remedy: inWords('Require another version, or take the exclude line out.'),
          proposals: [
            {
              words: 'Require another version, or take the exclude line out, as this does.',
              steps: [
                {
                  do: 'edit',
                  edits: [{ kind: 'drop-exclude', path: line.path, version: line.version, file: goModOf(by) }],
                },
              ],
              refused: 'Require another version; the exclude line cannot go by itself',
            },
          ],
          nodes: node === -1 ? [] : [node],
        },
      ];
    }),
  );
}

/** Paths that a go.mod requires at a version which it excludes itself. */
export function excludedPaths({ snapshot }: Model): string[] {
  return snapshot.mains.flatMap(({ require, exclude }) =>
    require.flatMap(({ path, version }) =>
      exclude.some((one) => one.path === path && one.version === version) ? [path] : [],
    ),
  );
}

/** At most three by name. */
function named(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${String(rest)} more` : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
