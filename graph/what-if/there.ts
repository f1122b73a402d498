/** Whether what an edit names is there to be edited. */
import { Fault } from '../fault.ts';
import { splitName } from '../model/name.ts';
import { nearest } from '../nearest.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import { editText, type Edit } from './edits.ts';

interface Asked {
  readonly edit: Edit;
  readonly of: ModuleRef;
}

/**
 * A replacement of what neither graph holds (names as `go mod graph` prints them), or an exclusion of such a path, would do nothing, and
 * is most likely mistyped. An excluded version need not be there: a sentence says so of each, for go passes it over later. Throws a Fault
 * 'not-found' with the nearest paths, or the versions that are there.
 */
export function checkThere(edits: readonly Edit[], ...graphs: readonly (readonly string[])[]): string[] {
  const asked = edits.flatMap((edit): Asked[] => {
    if (edit.kind === 'replace') return [{ edit, of: edit.old }];
    return edit.kind === 'exclude' ? [{ edit, of: edit }] : [];
  });
  if (asked.length === 0) return [];
  const versions = new Map<string, Set<string>>();
  const add = (path: string, version: string): void => {
    const known = versions.get(path);
    if (known === undefined) versions.set(path, new Set([version]));
    else known.add(version);
  };
  for (const name of graphs.flat()) {
    const { path, version } = splitName(name);
    add(path, version);
  }
  for (const edit of edits) if (edit.kind === 'require') add(edit.path, edit.version);
  const notes: string[] = [];
  for (const {
    edit,
    of: { path, version },
  } of asked) {
    const known = versions.get(path);
    if (known === undefined) {
      const near = nearest(path, [...versions.keys()], 3);
      throw new Fault('not-found', `${editText(edit)}: ${path} is not in the module graph.`, {
        hint: near.length === 0 ? 'Nothing in it has a similar name.' : `Did you mean ${near.join(', ')}?`,
      });
    }
    if (version === undefined || known.has(version)) continue;
    const there = [...known]
      .sort((a, b) => compareModuleVersions(path, b, a))
      .slice(0, 12)
      .join(', ');
    const where = `${editText(edit)}: ${path} is in the graph, but not at ${version}`;
    if (edit.kind !== 'exclude') throw new Fault('not-found', `${where}.`, { hint: `It is there at ${there}.` });
    notes.push(`${where} (it is there at ${there}): the line only keeps go from choosing that version later.`);
  }
  return notes;
}
