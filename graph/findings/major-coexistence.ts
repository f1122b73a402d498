/** One module in two majors side by side: x with x/v2, gopkg.in/x.v2 with gopkg.in/x.v3. */
import { showsWhy } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { importStates } from '../packages/states.ts';
import type { Finding } from './types.ts';

/**
 * The path without its major suffix (golang.org/x/mod/module, SplitPathVersion); on gopkg.in `.v3`, or `.v3-unstable`, which
 * is the same major.
 */
export function majorFamily(path: string): string {
  const suffix = path.startsWith('gopkg.in/') ? /\.v(?:0|[1-9][0-9]*)(-unstable)?$/ : /\/v[2-9][0-9]*$|\/v1[0-9]+$/;
  return path.replace(suffix, '');
}

/** The number in its major suffix. A path without one is v0 or v1, or, where it is `+incompatible`, the major of its version. */
function majorOfNode({ graph }: Model, node: number): number {
  const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
  const suffix = /[0-9]+/.exec(path.slice(majorFamily(path).length))?.[0];
  return Number(suffix ?? /^v([0-9]+)\..*\+incompatible$/.exec(graph.versions[node] ?? '')?.[1] ?? 0);
}

/** Selected nodes of each module that is there in more than one major, in the order of their paths. */
export function splitMajors(model: Model): number[][] {
  const { graph } = model;
  const families = new Map<string, number[]>();
  graph.selected.forEach((node, p) => {
    if (node === -1 || graph.kind[node] === NodeKind.toolchain) return;
    const family = majorFamily(graph.paths[p] ?? '');
    const members = families.get(family) ?? [];
    members.push(node);
    families.set(family, members);
  });
  return [...families.values()].filter((nodes) => new Set(nodes.map((node) => majorOfNode(model, node))).size > 1);
}

/** One finding a module with two or more selected majors, on all of them: high where a build holds packages of two. */
export function findMajorCoexistence(model: Model): Finding[] {
  const { graph } = model;
  const states = importStates(model);
  return splitMajors(model).map((nodes) => {
    const paths = [...nodes]
      .sort((a, b) => majorOfNode(model, a) - majorOfNode(model, b))
      .map((node) => graph.paths[graph.pathOf[node] ?? -1] ?? '');
    return {
      code: 'major-coexistence',
      severity: nodes.filter((node) => states?.get(node) === 'imported').length > 1 ? 'high' : 'warn',
      subject: paths.at(-1) ?? '',
      evidence: `${listed(paths)} are ${paths.length === 2 ? 'both' : 'all'} in the build list: Go treats each major version as a separate module.`,
      remedy: showsWhy(
        'If your code imports the older major version, move it to the newer one; otherwise update the module that requires it.',
        paths[0] ?? '',
      ),
      nodes,
    };
  });
}

/** At most four paths by name. */
function listed(paths: readonly string[]): string {
  const names = paths.slice(0, 4);
  const rest = paths.length - names.length;
  const last = rest > 0 ? `${String(rest)} more` : (names.pop() ?? '');
  return `${names.join(', ')} and ${last}`;
}
