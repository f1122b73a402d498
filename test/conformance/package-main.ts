/** `npm run conformance -- --packages FOLDER…`: the import state of every module, against the real go. */
import path from 'node:path';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { splitName } from '../../graph/model/name.ts';
import { constraints } from '../../graph/packages/constraints.ts';
import { importStates } from '../../graph/packages/states.ts';
import { load } from '../../server/project/load.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { goStates } from './package-states.ts';

/**
 * Prints a line for each module that we and go see differently, and for each use on another platform the file that we name.
 * A file is right when go keeps it out of the build of its package, or counts it among the tests. Returns how many differ.
 */
export async function checkPackages(
  folders: readonly string[],
  scratch: string,
  print: (line: string) => void,
): Promise<number> {
  let failed = 0;
  const fail = (why: string): void => {
    failed++;
    print(why);
  };
  for (const name of folders) {
    const folder = path.resolve(name);
    const { signal } = new AbortController();
    const source = { kind: 'folder', dir: folder } as const;
    const { snapshot, fault } = await load(source, { ...defaultLoad, packages: true }, () => undefined, signal);
    if (fault !== undefined) fail(`${name}: ${fault.message} ${fault.detail ?? ''}`);
    const model = openSnapshot(snapshot);
    const ours = new Map(
      Array.from(importStates(model) ?? [], ([node, state]) => [nodeName(model.graph, node), state] as const),
    );
    const { states, byTestsOfDependencies, keepsOut } = goStates(folder, scratch);
    const counts = new Map<string, number>();
    for (const [module, state] of states) {
      counts.set(state, (counts.get(state) ?? 0) + 1);
      const our = ours.get(module) ?? 'no state';
      if (our !== state) fail(`${name}: ${module}: ${our}, go: ${state}`);
    }
    for (const module of ours.keys()) if (!states.has(module)) fail(`${name}: ${module}: not in go list -m all`);
    for (const { module, imports, package: by, file, constraint } of snapshot.packages?.elsewhere ?? []) {
      print(`  ${module}: ${by} imports ${imports} in ${file === '' ? '?' : file} (${constraint})`);
      if (file === '' || constraint === '') fail(`${name}: ${module}: no file or no constraint found`);
      const isTest = constraint === constraints.test;
      if (isTest !== byTestsOfDependencies.has(splitName(module).path)) fail(`${name}: ${module}: not ${constraint}`);
      if (file !== '' && constraint !== constraints.tool && !keepsOut(by, file))
        fail(`${name}: ${module}: go builds ${file} of ${by}`);
    }
    print(`${name}: ${states.size} modules: ${Array.from(counts, ([state, count]) => `${count} ${state}`).join(', ')}`);
  }
  return failed;
}
