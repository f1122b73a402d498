/** `forbid`: modules that a query matches, each with the way it comes by and what could be done. */
import type { Remedy } from '../remedy/types.ts';
import { inWords, showsWhy } from '../remedy/words.ts';
import { typed } from '../remedy/typed.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { matchRule } from '../query/index.ts';
import type { Scope } from '../view/types.ts';
import { isForeign } from './counts.ts';
import type { Breach, CauseLine, Forbidden } from './types.ts';
import type { Ways } from './ways.ts';

/**
 * What `rule` forbids. Main modules and go and toolchain lines are nobody else's modules, and are never forbidden.
 * `isAllowed` is asked of each node that matches. Throws a QueryFault where the snapshot does not hold what the query needs.
 */
export function forbidden(
  model: Model,
  rule: Forbidden,
  ways: Ways,
  isAllowed: (node: number, scope: Scope) => boolean,
): Breach[] {
  const match = matchRule(model, rule.scope, rule.query);
  const nodes = [...match.keys()].filter((node) => match[node] === 1 && isForeign(model, node));
  return nodes.filter((node) => !isAllowed(node, rule.scope)).map((node) => breachOf(model, rule, ways, node));
}

/** What a query says of versions: `x@<v1.2.0`, `is:retracted`. */
const ofVersions =
  /@[<>=v]|\bis:(?:retracted|outdated|vulnerable|superseded|incompatible|pseudo|v0|prerelease|young)\b/;

function breachOf(model: Model, rule: Forbidden, ways: Ways, node: number): Breach {
  const subject = nodeName(model.graph, node);
  const cause = ways.linesTo(node);
  return {
    kind: 'forbid',
    rule: rule.query,
    severity: 'error',
    subject,
    message: `${subject} is forbidden: ${rule.reason}`,
    reason: rule.reason,
    line: rule.line,
    path: ways.wayTo(node),
    cause,
    remedy: rule.remedy === undefined ? remedyOf(model, rule, node, cause) : inWords(rule.remedy),
  };
}

/** How a module could go: by its own line of go.mod, by the one that leads to it, or by many. */
function remedyOf(model: Model, { query }: Forbidden, node: number, cause: readonly CauseLine[]): Remedy {
  const path = model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '';
  const dropping = (words: string, line: string): Remedy => ({
    words,
    command: typed('modscope', 'what-if', '--drop', line),
    tried: 'in tests',
  });
  // Some versions of it are forbidden, and not the module: to do without it is more than is asked.
  if (ofVersions.test(query))
    return showsWhy('Another version of it is allowed: what requires it decides which is selected.', path);
  const others = cause.filter((line) => line.path !== path);
  const [only] = others;
  if (model.direct[node] === 1) {
    const more = others.length === 0 ? '' : ', and what requires it has to be lowered or to go as well';
    return dropping(`Once nothing of it is imported any more, its line can go${more}.`, path);
  }
  if (only !== undefined && others.length === 1) {
    return dropping(`${only.path} alone leads to it: use a version of it that does not, or do without it.`, only.path);
  }
  if (only === undefined && cause.length > 0) return dropping('Its own line in go.mod alone holds it.', path);
  const lines = cause.length === 0 ? '' : `, and ${String(cause.length)} lines of go.mod must change`;
  return showsWhy(`For it to go, what requires it must do without it${lines}.`, path);
}
