/** Modules that stay in the build list only because a version that lost once asked for them (minimal version selection). */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { scopeGraph } from '../view/scope.ts';
import { reach } from '../walk/reach.ts';
import type { Finding } from './types.ts';

/** Selected nodes that no way over selected versions leads to. One finding each. */
export function findKeptBySuperseded(model: Model): Finding[] {
  const scope = scopeGraph(model, 'selected');
  const starts = model.mains.map((node) => scope.localOf[node] ?? -1).filter((local) => local !== -1);
  const reached = reach(scope, starts);
  return [...scope.nodes]
    .filter((_, local) => reached[local] === 0)
    .map((node) => ({
      code: 'kept-by-superseded',
      severity: 'info',
      subject: nodeName(model.graph, node),
      evidence: `No selected version requires ${nodeName(model.graph, node)}; only superseded versions do.`,
      remedy: 'Nothing needs to be done. `go mod tidy` may drop it where no package of it is needed.',
      nodes: [node],
    }));
}
