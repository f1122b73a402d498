/** A package that no module provides: why, and where it is instead. */
import type { LeftOutModule } from '../../model/verdict.ts';
import type { Model } from '../../model/model.ts';
import { goModOf } from '../../remedy/places.ts';
import { inWords } from '../../remedy/words.ts';
import type { Refused } from './collect.ts';
import { leftOutFor, nestedAt } from './left-out.ts';
import { said } from './said.ts';
import { isWorkspace, neededBy, only, sentence, tidies, toolDropped, type Telling, type Told } from './telling.ts';

export const missingPackage: Telling = ([first], model) => {
  const { subject, by = [] } = first;
  const excluded = excludedFor(model, subject);
  if (excluded !== undefined) {
    return {
      evidence: `No module provides the package ${subject}${neededBy(by)}: ${excluded.by} requires ${excluded.name}, which the go.mod of ${excluded.main} excludes, and nothing else requires that module.`,
      remedy: inWords(`Require another version of it yourself, or take the exclude line out of ${excluded.file}.`),
      proposals: [
        {
          words: `Require another version of it yourself, or take the exclude line out of ${excluded.file}, as this does.`,
          steps: [{ do: 'edit', edits: [{ kind: 'drop-exclude', ...excluded.version, file: excluded.file }] }],
        },
      ],
    };
  }
  const nested = isWorkspace(model) ? undefined : leftOutFor(model, first);
  const required = providing(model, subject);
  if (nested !== undefined && required === undefined) return inNested(first, nested);
  const elsewhere = nestedAt(model, subject);
  if (elsewhere !== undefined) return underOther(first, elsewhere);
  const own =
    required === undefined &&
    model.snapshot.mains.some((main) => subject === main.path || subject.startsWith(`${main.path}/`));
  const tool = model.snapshot.mains.find((main) => main.tool.includes(subject));
  const standard = !own && required === undefined && !(subject.split('/')[0] ?? '').includes('.');
  return {
    evidence: `No module provides the package ${subject}${neededBy(by)}: ${sentence(said(first.text))}`,
    ...(own
      ? only(
          'The package is missing from the main module itself: it may be generated, or its files are not checked in.',
        )
      : standard
        ? only('No package of the standard library has that name; look at the spelling, or at the version of go.')
        : {
            remedy: inWords(
              required !== undefined
                ? `${required} has no such package: another version of it may have one${tool === undefined ? '' : ', or the tool line can go'}.`
                : tool === undefined
                  ? 'Require the module that provides it; go mod tidy looks for it.'
                  : 'Require a module that provides it, or take the tool line out.',
            ),
            proposals: [...tidies(model, 'This adds the module that provides it.'), ...toolDropped(tool, subject)],
          }),
  };
};

/** The module that is required, and whose path is the longest before that of the package; `path@version`. */
function providing({ snapshot: { mains }, graph }: Model, name: string): string | undefined {
  const [longest] = mains
    .flatMap(({ require }) => require.map(({ path }) => path))
    .filter((path) => name === path || name.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length);
  const node = longest === undefined ? -1 : (graph.selected[graph.paths.indexOf(longest)] ?? -1);
  return longest === undefined || node === -1 ? undefined : `${longest}@${graph.versions[node] ?? ''}`;
}

/** The same, of a module that calls itself otherwise: its packages are imported by its own path. */
function underOther({ subject, by = [] }: Refused, { path, dir }: LeftOutModule): Told {
  return {
    evidence: `${subject}${neededBy(by)} leads into ./${dir}, which has a go.mod of its own: it is the module ${path}.`,
    remedy: inWords(`Import it by its own path, ${path}, and require that module; or take that go.mod away.`),
  };
}

/** A folder with a go.mod of its own is no part of the module around it (go.dev/ref/mod#modules-overview). */
function inNested({ subject, by = [] }: Refused, { path, dir }: LeftOutModule): Told {
  const words = 'Require that module, with a replace line for its folder';
  return {
    evidence: `${subject}${neededBy(by)} is in ./${dir}, which has a go.mod of its own: it is the module ${path}, which nothing requires.`,
    remedy: inWords(`${words}, or use both in a go.work.`),
    proposals: [
      {
        words: `${words}, as this does, or use both in a go.work.`,
        says: path,
        steps: [
          { do: 'edit', edits: [{ kind: 'replace', old: { path }, new: { path: `./${dir}` }, file: 'go.mod' }] },
          { do: 'tidy', dir: '.' },
        ],
      },
    ],
  };
}

interface Excluded {
  readonly name: string;
  readonly version: { readonly path: string; readonly version: string };
  /** That has the line. */
  readonly file: string;
  readonly by: string;
  readonly main: string;
}

/** The excluded version that would have provided a package, where go.mod files were read. */
function excludedFor({ snapshot, beside: { dropped = [] }, graph }: Model, subject: string): Excluded | undefined {
  const provides = (path: string): boolean => subject === path || subject.startsWith(`${path}/`);
  const lost = dropped.find(
    ({ path }) => provides(path) && !graph.paths.some((one, p) => one === path && (graph.selected[p] ?? -1) !== -1),
  );
  if (lost === undefined) return undefined;
  const main = snapshot.mains.find(({ exclude }) =>
    exclude.some(({ path, version }) => path === lost.path && version === lost.version),
  );
  if (main === undefined) return undefined;
  const { path, version, from } = lost;
  return { name: `${path}@${version}`, version: { path, version }, file: goModOf(main), by: from, main: main.path };
}
