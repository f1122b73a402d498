/** Problems of the load as findings: what go said of one module, and where the two build lists differ. */
import type { Remedy } from '../remedy/types.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { isRefusalCode } from '../model/verdict.ts';
import { refusedOf } from './refused/collect.ts';
import { toldWithRefused } from './refused/findings.ts';
import type { Finding, FindingCode } from './types.ts';

type ProblemCode = Extract<FindingCode, 'load-error' | 'selection-differs'>;

const remedies: Readonly<Record<ProblemCode, Remedy>> = {
  'load-error': inWords('This is the message of the command that failed; everything else was loaded and is shown.'),
  'selection-differs': inWords('Load again; if it stays, tell us: modscope and go must agree.'),
};

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(remedies, code);
}

/** A load that is not whole is an error where nothing that go refuses says why. */
export function problemFindings(model: Model): Finding[] {
  const { snapshot, graph } = model;
  if (snapshot.problems.length === 0) return [];
  const nodes = new Map<string, number>();
  for (let node = 0; node < graph.size; node++) nodes.set(nodeName(graph, node), node);
  const refused = refusedOf(model).length > 0;
  const folded = toldWithRefused(model);
  // What go refuses has checks of its own (refused/), and tells what follows from it.
  const problems = snapshot.problems.filter((problem) => !isRefusalCode(problem.code) && !folded.has(problem));
  return problems.map((problem) => {
    const node = nodes.get(problem.subject);
    const code = isProblemCode(problem.code) ? problem.code : 'load-error';
    return {
      code,
      severity: code === 'load-error' && refused ? 'warn' : 'error',
      subject: problem.subject,
      evidence: problem.text.replace(/\s*\n\s*/g, ' '),
      remedy: remedies[code],
      nodes: node === undefined ? [] : [node],
    };
  });
}
