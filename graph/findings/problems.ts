/** Problems of the load as findings: what go said of one module, and where the two build lists differ. */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import type { Finding, FindingCode } from './types.ts';

type ProblemCode = Extract<
  FindingCode,
  | 'load-error'
  | 'selection-differs'
  | 'checksum-mismatch'
  | 'go-too-new'
  | 'workspace-use-missing'
  | 'workspace-replace-conflict'
>;

const remedies: Readonly<Record<ProblemCode, string>> = {
  'load-error': 'See go’s own words above; `go mod download` shows it again.',
  'selection-differs': 'Load again; if it stays, tell us: modscope and go must agree.',
  'checksum-mismatch': 'Do not go on before you know why: the module, or go.sum, is not what it was.',
  'go-too-new': 'Install a newer Go, or let go fetch one with `--toolchain auto`.',
  'workspace-use-missing': 'Drop the folder with `go work edit -dropuse DIR`, or restore its go.mod.',
  'workspace-replace-conflict': 'Say in go.work which replacement counts: `go work edit -replace OLD=NEW`.',
};

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(remedies, code);
}

export function problemFindings({ snapshot, graph }: Model): Finding[] {
  const nodes = new Map<string, number>();
  for (let node = 0; node < graph.size; node++) nodes.set(nodeName(graph, node), node);
  // A folder used twice has a check of its own (workspace-use-repeated.ts).
  const problems = snapshot.problems.filter((problem) => problem.code !== 'workspace-use-repeated');
  return problems.map((problem) => {
    const node = nodes.get(problem.subject);
    const code = isProblemCode(problem.code) ? problem.code : 'load-error';
    return {
      code,
      severity: 'error',
      subject: problem.subject,
      evidence: problem.text,
      remedy: remedies[code],
      nodes: node === undefined ? [] : [node],
    };
  });
}
