/** What is known when go could not load the graph: go.mod, the module cache and vendor/modules.txt say a good deal. */
import { toFault } from '../../graph/fault.ts';
import { unknownRequirements } from '../../graph/findings/refused/unknown.ts';
import { loadModuleGraph } from '../../graph/load/load.ts';
import { joinName } from '../../graph/model/name.ts';
import type { EdgeList } from '../../graph/snapshot/records.ts';
import type { Problem } from '../../graph/snapshot/types.ts';
import type { Declared } from './declared.ts';
import type { Project } from './find.ts';
import { goModFinder } from './mod-cache.ts';
import { vendored } from './vendored.ts';

/** How many of the modules that are not known are named. */
const named = 5;

/**
 * The graph as far as the go.mod files in the module cache tell (go fetches most before it fails on one), and versions
 * that only vendor/modules.txt knows, without requirements. Only here does the cache of a machine show in a snapshot. `cache` is GOMODCACHE, '' when go could not be asked. One
 * problem says what is missing, but for modules that a problem was `told` of.
 */
export function knownGraph(
  project: Project,
  declared: Declared,
  cache: string,
  told: readonly Problem[],
): { edges: EdgeList; problems: readonly Problem[] } {
  const { mains, work } = declared;
  const finder = goModFinder(project.root, cache);
  const loaded = loadModuleGraph({ mains, goMod: finder, ...(work === undefined ? {} : { work }) });
  const { names, from, to } = loaded.edges;
  const all = new Set(names);
  let vendoredToo: readonly string[] = [];
  const problems: Problem[] = [];
  try {
    vendoredToo = vendored(project.root);
  } catch (error) {
    problems.push({ code: 'load-error', subject: 'vendor/modules.txt', text: toFault(error).message });
  }
  for (const name of vendoredToo) all.add(name);
  const missing = [...new Set(loaded.missing.map(({ path, version }) => joinName(path, version)))]
    .filter((name) => !told.some(({ subject, text }) => subject === name || text.includes(`replaced by ${name})`)))
    .sort();
  if (missing.length > 0) {
    const more = missing.length > named ? ` and ${String(missing.length - named)} more` : '';
    const [only] = missing;
    problems.push({
      code: unknownRequirements,
      ...(missing.length === 1 && only !== undefined
        ? { subject: only, text: `What ${only} requires is not known: its go.mod is not at hand.` }
        : {
            subject: 'requirements',
            text: `What these require is not known, for their go.mod is not at hand: ${missing.slice(0, named).join(', ')}${more}.`,
          }),
    });
  }
  return { edges: { names: [...all], from, to }, problems };
}
