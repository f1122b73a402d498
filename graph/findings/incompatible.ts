/** Selected versions of v2 or above without a go.mod: `+incompatible`. */
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { isIncompatible } from '../version/semver.ts';
import type { Finding } from './types.ts';

export function findIncompatible({ graph }: Model): Finding[] {
  return [...graph.selected]
    .filter((node) => isIncompatible(graph.versions[node] ?? ''))
    .map((node) => ({
      code: 'incompatible-selected',
      severity: 'info',
      subject: nodeName(graph, node),
      evidence: `${nodeName(graph, node)} has no go.mod for its major version: its requirements are unknown to Go.`,
      remedy: inWords('Look for a later major that is a module (its path ends in /vN).'),
      nodes: [node],
    }));
}
