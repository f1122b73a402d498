/** Modules of the build list of which no package is built or tested, on this platform or another. */
import { dirOf } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { importStates } from '../packages/states.ts';
import type { Finding } from './types.ts';

/** One finding a module, in the order of the graph. Modules that tools need are imported by none of the packages, and are left out. */
export function findListedNotImported(model: Model): Finding[] {
  const { platform } = model.snapshot.packages ?? {};
  if (platform === undefined) return [];
  return [...(importStates(model) ?? [])]
    .filter(([, state]) => state === 'unused')
    .sort(([a], [b]) => a - b)
    .map(([node]) => ({
      code: 'listed-not-imported',
      severity: 'info',
      subject: nodeName(model.graph, node),
      evidence: `In the build list, but no package of it is imported, on ${platform.goos}/${platform.goarch} or another platform.`,
      remedy:
        model.direct[node] === 1
          ? inWords('A main module requires it, but nothing uses it: the line can be removed.')
          : inWords('Nothing to do: go.mod files require it, and nothing of it is built.'),
      ...(model.direct[node] === 1 ? { proposals: [tidyFor(model, node)] } : {}),
      nodes: [node],
    }));
}

/** In a workspace it is the go.mod of a member that has the line. */
function tidyFor({ snapshot, graph }: Model, node: number): Proposal {
  const path = graph.paths[graph.pathOf[node] ?? -1] ?? '';
  const main = snapshot.mains.find((one) => one.require.some((line) => line.path === path));
  return {
    words: 'A main module requires it, but nothing uses it: this removes the line.',
    steps: [{ do: 'tidy', dir: dirOf(snapshot, main) }],
  };
}
