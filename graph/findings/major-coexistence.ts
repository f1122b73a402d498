/** One module in two majors side by side: x with x/v2, gopkg.in/x.v2 with gopkg.in/x.v3. */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { importStates } from '../packages/states.ts';
import { command, operand } from './command.ts';
import type { Finding } from './types.ts';

/** The path without its major suffix (golang.org/x/mod/module, SplitPathVersion); `.v3` counts on gopkg.in only. */
export function majorFamily(path: string): string {
  const suffix = path.startsWith('gopkg.in/') ? /\.v[0-9]+(-unstable)?$/ : /\/v[2-9][0-9]*$|\/v1[0-9]+$/;
  return path.replace(suffix, '');
}

/** The number in its major suffix; a path without one is v0 or v1. */
function majorOfPath(path: string): number {
  return Number(/[0-9]+/.exec(path.slice(majorFamily(path).length))?.[0] ?? 0);
}

/** One finding a family of two or more selected majors, on all of them: high where a build holds packages of two. */
export function findMajorCoexistence(model: Model): Finding[] {
  const { graph } = model;
  const states = importStates(model);
  const families = new Map<string, number[]>();
  graph.selected.forEach((node, p) => {
    if (node === -1 || graph.kind[node] === NodeKind.toolchain) return;
    const family = majorFamily(graph.paths[p] ?? '');
    const members = families.get(family) ?? [];
    members.push(node);
    families.set(family, members);
  });
  return [...families.values()]
    .filter((nodes) => nodes.length > 1)
    .map((nodes) => {
      const paths = nodes
        .map((node) => graph.paths[graph.pathOf[node] ?? -1] ?? '')
        .sort((a, b) => majorOfPath(a) - majorOfPath(b));
      return {
        code: 'major-coexistence',
        severity: nodes.filter((node) => states?.get(node) === 'imported').length > 1 ? 'high' : 'warn',
        subject: paths.at(-1) ?? '',
        evidence: `${listed(paths)} are in the build list side by side: each major is a module of its own to Go.`,
        remedy: `${command('modscope', 'why', ...operand(paths[0] ?? ''))} says what requires the older major: move that to the newer one, where its code is yours.`,
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
