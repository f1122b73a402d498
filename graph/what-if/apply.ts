/** go.mod and go.work after some edits, as `go mod edit` and `go work edit` make them. */
import type { LoadInput } from '../load/types.ts';
import type { MainModule, ModuleRef, Replace, Requirement, Workspace } from '../snapshot/types.ts';
import type { Edit, PlacedEdit } from './edits.ts';

/** What go.mod and go.work declare. */
export type Declarations = Pick<LoadInput, 'mains' | 'work'>;

/** The declarations with the edits made, one after the other. `get` is none of these: gets.ts makes it. */
export function applyEdits(declared: Declarations, edits: readonly PlacedEdit[]): Declarations {
  const mains = [...declared.mains];
  let { work } = declared;
  for (const { edit, target } of edits) {
    if (target === 'go.work') {
      if (work !== undefined) work = editedWork(work, edit);
      continue;
    }
    const main = mains[target];
    if (main !== undefined) mains[target] = editedMain(main, edit);
  }
  return { mains, ...(work === undefined ? {} : { work }) };
}

function editedMain(main: MainModule, edit: Edit): MainModule {
  switch (edit.kind) {
    case 'drop':
      return { ...main, require: main.require.filter(({ path }) => path !== edit.path) };
    case 'require':
      return { ...main, require: withRequirement(main.require, edit) };
    case 'replace':
      return { ...main, replace: withReplace(main.replace, edit) };
    case 'exclude': {
      const { path, version } = edit;
      if (main.exclude.some((one) => one.path === path && one.version === version)) return main;
      return { ...main, exclude: [...main.exclude, { path, version }] };
    }
    case 'go':
      return { ...main, go: edit.version };
    case 'get':
      return main;
  }
}

function editedWork(work: Workspace, edit: Edit): Workspace {
  if (edit.kind === 'replace') return { ...work, replace: withReplace(work.replace, edit) };
  return edit.kind === 'go' ? { ...work, go: edit.version } : work;
}

/** modfile AddRequire: the first line of the path gets the version and keeps its `// indirect`, others of it go; else a new line. */
function withRequirement(
  lines: readonly Requirement[],
  { path, version }: ModuleRef & { version: string },
): Requirement[] {
  const first = lines.find((line) => line.path === path);
  if (first === undefined) return [...lines, { path, version }];
  return lines
    .filter((line) => line === first || line.path !== path)
    .map((line) => (line === first ? { ...line, version } : line));
}

/** modfile AddReplace: a line without a version takes the place of every other of its path (addReplace in rule.go). */
function withReplace(lines: readonly Replace[], { old, new: by }: Replace): Replace[] {
  const line: Replace = { old, new: by };
  const gives = (one: Replace): boolean =>
    one.old.path === old.path && (old.version === undefined || one.old.version === old.version);
  const at = lines.findIndex(gives);
  if (at === -1) return [...lines, line];
  return lines.flatMap((one, i) => (i === at ? [line] : gives(one) ? [] : [one]));
}
