/** Which go.mod an edit is for: where there are several, the one that says something of the module, or the one that is named. */
import { Fault } from '../fault.ts';
import { nearest } from '../nearest.ts';
import type { MainModule } from '../snapshot/types.ts';
import type { Declarations } from './apply.ts';
import { editText, pathOf, type Edit, type PlacedEdit, type Target } from './edits.ts';

/** The main module that edits are for: its path, its folder, or `go.work`. One for all edits, or one for each, in their order. */
export type Where = string | readonly (string | undefined)[] | undefined;

/**
 * The target of each edit. `where` decides where it names one; without it a
 * workspace's edit goes to the only main module whose go.mod has a line on the path. Throws a Fault: 'usage' for a name
 * that is not there (the nearest given), for an edit with no or several places to go, for two edits of one line and for
 * an edit of a main module as if it were a dependency; 'not-found' for a drop of a line that is not there.
 */
export function placeEdits(declared: Declarations, edits: readonly Edit[], where?: Where): PlacedEdit[] {
  const placed = edits.map((edit, n) => {
    checkMain(declared, edit);
    const name = typeof where === 'string' ? where : where?.[n];
    const target = name === undefined ? targetOf(declared, edit) : targetNamed(declared, name);
    return { edit, target };
  });
  checkTwice(placed);
  for (const { edit, target } of placed) checkTarget(declared, edit, target);
  return placed;
}

/** The main module of this path or folder. Throws a Fault 'usage' for one that is not there, and for go.work. */
export function mainNamed(declared: Declarations, name: string): MainModule {
  const target = targetNamed(declared, name);
  const main = target === 'go.work' ? undefined : declared.mains[target];
  if (main !== undefined) return main;
  throw new Fault('usage', 'go.work is no main module.', { hint: `The main modules: ${namesOf(declared.mains)}.` });
}

function targetNamed({ mains, work }: Declarations, name: string): Target {
  const folder = name.replace(/^\.\/|\/+$/g, '') || '.';
  const place = mains.findIndex((main) => main.path === name);
  const at = place === -1 ? mains.findIndex((main) => main.dir === folder) : place;
  if (at !== -1) return at;
  if (name === 'go.work' && work !== undefined) return 'go.work';
  const names = [...mains.map((main) => main.path), ...mains.map((main) => main.dir).filter((dir) => dir !== '.')];
  const near = nearest(name, names, 3);
  throw new Fault('usage', `There is no main module ${name}.`, {
    hint: near.length > 0 ? `Did you mean ${near.join(', ')}?` : `The main modules: ${namesOf(mains)}.`,
  });
}

function targetOf({ mains, work }: Declarations, edit: Edit): Target {
  if (mains.length === 1 && work === undefined) return 0;
  const path = pathOf(edit);
  const places = mains.flatMap((main, at) => (speaksOf(main, edit) ? [at] : []));
  const [only] = places;
  if (places.length === 1 && only !== undefined) return only;
  if (mains.length === 1 && edit.kind !== 'go') return 0;
  const some = mains.filter((_, at) => places.includes(at));
  if (edit.kind === 'drop' && some.length === 0) throw nothingToDrop(mains, path, mains.length === 1);
  const alsoWork = edit.kind === 'replace' || edit.kind === 'go' ? ', or go.work' : '';
  throw new Fault(
    'usage',
    some.length === 0
      ? `${editText(edit)}: no main module of the workspace has a line on ${path}: which go.mod is meant?`
      : `${editText(edit)}: ${String(some.length)} main modules have a line on ${path}: which go.mod is meant?`,
    { hint: `Name one with \`--in MAIN\`: ${namesOf(some.length === 0 ? mains : some)}${alsoWork}.` },
  );
}

/** A replacement belongs beside the one that is there; else all belong where the module is required. */
function speaksOf(main: MainModule, edit: Edit): boolean {
  if (edit.kind === 'go') return main.go !== undefined;
  const path = pathOf(edit);
  return (
    main.require.some((one) => one.path === path) ||
    (edit.kind === 'replace' && main.replace.some((one) => one.old.path === path))
  );
}

function checkTarget({ mains }: Declarations, edit: Edit, target: Target): void {
  if (target === 'go.work') {
    if (edit.kind === 'replace' || edit.kind === 'go') return;
    throw new Fault('usage', `${editText(edit)}: go.work has no such line.`, {
      hint: `Name a main module with \`--in MAIN\`: ${namesOf(mains)}.`,
    });
  }
  const main = mains[target];
  if (edit.kind !== 'drop' || main === undefined || main.require.some(({ path }) => path === edit.path)) return;
  throw nothingToDrop([main], edit.path, mains.length === 1);
}

/** `isOnly`: there is one go.mod, which needs no name. */
function nothingToDrop(mains: readonly MainModule[], path: string, isOnly: boolean): Fault {
  const near = nearest(
    path,
    mains.flatMap((main) => main.require.map((one) => one.path)),
    3,
  );
  const [only] = mains;
  const where = isOnly
    ? 'go.mod has no'
    : mains.length === 1 && only !== undefined
      ? `The go.mod of ${only.path} has no`
      : 'No go.mod has a';
  return new Fault('not-found', `${where} require line for ${path}, so there is nothing to drop.`, {
    hint: `${near.length === 0 ? '' : `Did you mean ${near.join(', ')}? `}It may be in the build list all the same, where another module requires it.`,
  });
}

function checkMain({ mains }: Declarations, edit: Edit): void {
  if (edit.kind === 'go' || !mains.some(({ path }) => path === pathOf(edit))) return;
  throw new Fault('usage', `${editText(edit)}: ${pathOf(edit)} is a main module, which has no version.`, {
    hint: 'Name a module that it requires.',
  });
}

function checkTwice(placed: readonly PlacedEdit[]): void {
  const seen = new Map<string, Edit>();
  for (const { edit, target } of placed) {
    const line = `${String(target)} ${lineOf(edit)}`;
    const other = seen.get(line);
    if (other !== undefined) {
      throw new Fault('usage', `${editText(other)} and ${editText(edit)} change the same line.`, {
        hint: 'Say each line once.',
      });
    }
    seen.set(line, edit);
  }
}

/** Equal for two edits of one line. */
function lineOf(edit: Edit): string {
  const path = pathOf(edit);
  if (edit.kind === 'drop' || edit.kind === 'require') return `require ${path}`;
  if (edit.kind === 'get') return `get ${path}`;
  if (edit.kind === 'replace') return `replace ${path} ${edit.old.version ?? ''}`;
  return edit.kind === 'exclude' ? `exclude ${path} ${edit.version}` : 'go';
}

/** Paths of main modules for a message, the first ten. */
function namesOf(mains: readonly MainModule[]): string {
  const more = mains.length > 10 ? ` and ${String(mains.length - 10)} more` : '';
  return `${mains
    .slice(0, 10)
    .map(({ path }) => path)
    .join(', ')}${more}`;
}
