/** Problems of the load as findings: what go said of one module, and where the two build lists differ. */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import type { Finding } from './types.ts';

const remedies: Readonly<Record<string, string>> = {
  'selection-differs': 'Load again; if it stays, tell us: modscope and go must agree.',
  'load-error': 'See go’s own words above; `go mod download` shows it again.',
};

export function problemFindings({ snapshot, graph }: Model): Finding[] {
  const nodes = new Map<string, number>();
  for (let node = 0; node < graph.size; node++) nodes.set(nodeName(graph, node), node);
  return snapshot.problems.map((problem) => {
    const node = nodes.get(problem.subject);
    return {
      code: problem.code === 'selection-differs' ? 'selection-differs' : 'load-error',
      severity: 'error',
      subject: problem.subject,
      evidence: problem.text,
      remedy: remedies[problem.code] ?? remedies['load-error'] ?? '',
      nodes: node === undefined ? [] : [node],
    };
  });
}
