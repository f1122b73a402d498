/** Where graph pruning ends the graph: versions without requirements in it whose go.mod has some. */
import { withThousands } from '../thousands.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import type { Finding } from './types.ts';

/** Versions that the sentence names; `is:pruned` lists them all. */
const mostNamed = 3;

/** One finding for all: hundreds are the rule in a large module, and none of them is a fault. */
export function findPrunedFrontier({ beside, snapshot, graph }: Model): Finding[] {
  const requires = new Map((beside.frontier ?? []).map((one) => [one.name, one.requires]));
  const nodes: number[] = [];
  for (let node = 0; node < graph.size; node++) if (requires.has(nodeName(graph, node))) nodes.push(node);
  if (nodes.length === 0) return [];
  const names = nodes.slice(0, mostNamed).map((node) => nodeName(graph, node));
  const rest = nodes.length - names.length;
  const what = nodes.length === 1 ? 'version has' : 'versions have';
  return [
    {
      code: 'pruned-frontier',
      severity: 'info',
      subject: snapshot.mains[0]?.path ?? 'go.mod',
      evidence: `${withThousands(nodes.length)} ${what} requirements that are not in the graph: ${names.join(', ')}${rest > 0 ? ` and ${withThousands(rest)} more` : ''}.`,
      remedy: {
        words:
          'No action is needed: below a module with a go line of 1.17 or later, go reads one step of requirements and leaves out the rest (graph pruning).',
        command: 'modscope query is:pruned --scope all',
        tried: 'in tests',
        view: { query: 'is:pruned' },
      },
      nodes,
    },
  ];
}
