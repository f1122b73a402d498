/** Problems of the load as findings: what go said of one module, and where the two build lists differ. */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import type { Problem } from '../snapshot/types.ts';
import { command, operand } from './command.ts';
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

const remedies: Readonly<Record<ProblemCode, (problem: Problem) => string>> = {
  'load-error': loadRemedy,
  'selection-differs': () => 'Load again; if it stays, tell us: modscope and go must agree.',
  'checksum-mismatch': () => 'Do not go on before you know why: the module, or go.sum, is not what it was.',
  'go-too-new': () => 'Install a newer Go, or let go fetch one with `--toolchain auto`.',
  'workspace-use-missing': ({ subject }) =>
    `Restore its go.mod, or drop the folder with ${command('go', 'work', 'edit', `-dropuse=${subject}`)}.`,
  'workspace-replace-conflict': ({ subject, text }) => {
    const [, first = 'NEW'] = /conflicting replacements for [^\n]*\n\s*(\S+)/.exec(text) ?? [];
    const edit = command('go', 'work', 'edit', `-replace=${subject}=${first}`);
    return `Say in go.work which replacement counts: ${edit} takes the first.`;
  },
};

function loadRemedy({ subject, text }: Problem): string {
  if (/\(replaced by [^)]*\): reading \S*go\.mod:/.test(text)) {
    return 'Check out the folder that the replace line names too: often it is in the same repository.';
  }
  // modfetch and modload/modfile.go: a change of name, or a fork that kept the old one.
  const [, declared] = /module declares its path as: (\S+)\s+but was required as: \S+/.exec(text) ?? [];
  const at = subject.lastIndexOf('@');
  if (declared !== undefined && at > 0) {
    const edit = command('go', 'mod', 'edit', `-replace=${subject}=${declared}${subject.slice(at)}`);
    return `Require ${declared} instead; where another module requires it by the old path, ${edit} stands in.`;
  }
  // modload/init.go: go names the command itself where the go line of go.work is below that of a module.
  const update = /; to update it:\s+(go work use(?: \S+)*)/.exec(text)?.[1];
  if (update !== undefined) return `Run ${command(...update.split(' '))}: it raises the go line of go.work.`;
  // modload/vendor.go: checkVendorConsistency.
  if (text.includes('inconsistent vendoring') || subject === 'vendor')
    return `Run ${command('go', 'mod', 'vendor')}: it lays the folder anew.`;
  if (!/^[^@\s]+@v\S+$/.test(subject)) return 'Go’s own words say what it lacks.';
  const again = command('go', 'mod', 'download', ...operand(subject));
  return `${again} asks for it again; if there is such a version, look at GOPROXY, GOPRIVATE and the network.`;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(remedies, code);
}

export function problemFindings({ snapshot, graph }: Model): Finding[] {
  if (snapshot.problems.length === 0) return [];
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
      evidence: problem.text.replace(/\s*\n\s*/g, ' '),
      remedy: remedies[code](problem),
      nodes: node === undefined ? [] : [node],
    };
  });
}
