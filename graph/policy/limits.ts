/** `limits`: counts that are higher than the policy lets them be. */
import { typed } from '../remedy/typed.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { countOf } from './counts.ts';
import type { Breach, Limit } from './types.ts';
import type { Ways } from './ways.ts';

/** Names in the sentence of a breach. */
const named = 3;

/**
 * The breach of one limit, if it is one. `base`: the graph of the baseline; where it tells what was counted there, the
 * breach names what came since and shows how the first of it came. Throws a QueryFault for what the snapshot does not hold.
 */
export function overLimit(model: Model, limit: Limit, ways: Ways, base?: Model): Breach | undefined {
  const { word, most, line } = limit;
  const { count, nodes, listedBy } = countOf(model, word);
  if (count <= most) return undefined;
  const come = word === 'depth' ? nodes : base === undefined ? [] : cameSince(model, nodes, base, word);
  const [first] = come;
  const names = come.slice(0, named).map((node) => nodeName(model.graph, node));
  const more = come.length > names.length ? ` and ${String(come.length - names.length)} more` : '';
  const which =
    first === undefined
      ? ''
      : word === 'depth'
        ? ` ${names.join(', ')} is the farthest.`
        : ` Since the baseline came ${names.join(', ')}${more}.`;
  return {
    kind: 'limit',
    rule: word,
    severity: 'error',
    subject: word,
    message: `${word} is ${String(count)}, and may be ${String(most)} at most.${which}`,
    line,
    path: first === undefined ? [] : ways.wayTo(first),
    cause: first === undefined ? [] : ways.linesTo(first),
    remedy: {
      words: 'Less of what is counted, or a higher limit with a reason.',
      command: typed('modscope', ...listedBy),
      tried: 'in tests',
    },
  };
}

/** Nodes whose path the baseline did not count. Nothing is told where it cannot say. */
function cameSince(model: Model, nodes: readonly number[], base: Model, word: string): number[] {
  try {
    const before = new Set(countOf(base, word).nodes.map((node) => base.graph.paths[base.graph.pathOf[node] ?? -1]));
    return nodes.filter((node) => !before.has(model.graph.paths[model.graph.pathOf[node] ?? -1]));
  } catch {
    return [];
  }
}
