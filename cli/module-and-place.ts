/** Arguments of verbs that name a module or ask a query and take the place as a second one: in the right order, and each what it is meant to be. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../graph/fault.ts';
import { asTyped } from './as-typed.ts';
import { readsAsModule } from './folder-at.ts';

/** Throws a Fault 'usage' for an empty module, for a folder in its place, and for a second module in place of the folder. */
export function checkModuleAndPlace(base: string, verb: string, module: string, dir: string | undefined): void {
  if (module.trim() === '') throw new Fault('usage', `${verb} needs the path of a module, and it is empty.`);
  const isHere = dir !== undefined && isFolder(base, dir);
  if (isHere && readsAsModule(module)) return;
  if (readsAsFolder(module) || (dir !== undefined && !isHere && isFolder(base, module))) {
    const swapped = dir === undefined ? `MODULE ${asTyped(module)}` : asTyped(dir, module);
    throw new Fault('usage', `${module} names a folder, and ${verb} names a module first.`, {
      hint: `The folder comes second, or with -C: \`modscope ${verb} ${swapped}\`.`,
    });
  }
  if (dir !== undefined && !isHere && readsAsModule(dir)) {
    throw new Fault('usage', `${verb} explains one module, and ${dir} is no folder.`, {
      hint: `One after the other: \`modscope ${verb} ${asTyped(module)}\`, then \`modscope ${verb} ${asTyped(dir)}\`.`,
    });
  }
}

/** Throws a Fault 'usage' for a folder in the place of the query, and for a query whose words were not quoted. */
export function checkQueryAndPlace(base: string, query: string, dir: string | undefined): void {
  if (dir === undefined || isFolder(base, dir)) return;
  if (isFolder(base, query)) {
    throw new Fault('usage', `${query} names a folder, and the query comes first.`, {
      hint: `The folder comes second, or with -C: \`modscope query ${asTyped(dir, query)}\`.`,
    });
  }
  // A file that was named on purpose, or a folder that is not there, is told of as such.
  if (/^\.{0,2}[/\\]/.test(dir)) return;
  throw new Fault('usage', `There is no folder ${dir}; a query is one argument.`, {
    hint: `Quote it: \`modscope query ${asTyped(`${query} ${dir}`)}\`. The folder is named with -C or comes last.`,
  });
}

/** Throws a Fault 'usage' for a module in the place of the folder: an edit is named by a flag. */
export function checkPlaceOfEdit(base: string, dir: string | undefined): void {
  if (dir === undefined || !readsAsModule(dir) || isFolder(base, dir)) return;
  const [module = ''] = dir.split('@');
  throw new Fault('usage', `There is no folder ${dir}; an edit of a module is named by a flag.`, {
    hint: `\`modscope what-if --set ${asTyped(dir.includes('@') ? dir : `${module}@VERSION`)}\`, or \`--drop ${asTyped(module)}\`.`,
  });
}

function readsAsFolder(word: string): boolean {
  return word === '.' || word === '..' || /^\.{0,2}[/\\]/.test(word);
}

function isFolder(base: string, name: string): boolean {
  try {
    const file = path.resolve(base, name);
    return statSync(file).isDirectory() || path.basename(file) === 'go.mod' || path.basename(file) === 'go.work';
  } catch {
    return false;
  }
}
