/** Problems of the load as findings: what go said of one module, and where the two build lists differ. */
import { useDropped } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import type { Remedy } from '../remedy/types.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import type { ModuleRef, Problem } from '../snapshot/types.ts';
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

const remedies: Readonly<Record<ProblemCode, (problem: Problem) => Advice>> = {
  'load-error': loadRemedy,
  'selection-differs': () => only('Load again; if it stays, tell us: modscope and go must agree.'),
  'checksum-mismatch': () => only('Do not go on before you know why: the module, or go.sum, is not what it was.'),
  'go-too-new': () => only('Install a newer Go, or let go fetch one: --toolchain auto.'),
  'workspace-use-missing': ({ subject }) => ({
    remedy: inWords('Restore its go.mod, or take the folder out of go.work.'),
    proposals: useDropped(
      subject,
      'Restore its go.mod, or take the folder out of go.work, as this does.',
      'Restore its go.mod; the folder cannot be left out',
    ),
  }),
  'workspace-replace-conflict': ({ subject, text }) => {
    const [, first] = /conflicting replacements for [^\n]*\n\s*(\S+)/.exec(text) ?? [];
    const words = 'Say in go.work which replacement counts';
    return { remedy: inWords(`${words}.`), proposals: first === undefined ? [] : [replacing(subject, first, words)] };
  },
};

function loadRemedy({ subject, text }: Problem): Advice {
  if (/\(replaced by [^)]*\): reading \S*go\.mod:/.test(text)) {
    return only('Check out the folder that the replace line names too: often it is in the same repository.');
  }
  // modfetch and modload/modfile.go: a change of name, or a fork that kept the old one.
  const [, declared] = /module declares its path as: (\S+)\s+but was required as: \S+/.exec(text) ?? [];
  const at = subject.lastIndexOf('@');
  if (declared !== undefined && at > 0) {
    const words = `Require ${declared} instead; where another module requires it by the old path, a replace line stands in.`;
    const old = { path: subject.slice(0, at), version: subject.slice(at + 1) };
    const by = { path: declared, version: old.version };
    return {
      remedy: inWords(words),
      proposals: [{ words, steps: [{ do: 'edit', edits: [{ kind: 'replace', old, new: by, file: 'go.mod' }] }] }],
    };
  }
  // modload/init.go: go names the command itself where the go line of go.work is below that of a module.
  const update = /; to update it:\s+(go work use(?: \S+)*)/.exec(text)?.[1];
  if (update !== undefined) {
    const folders = update.split(' ').slice(3);
    return {
      remedy: inWords('Raise the go line of go.work.'),
      proposals: [{ words: 'This raises the go line of go.work.', steps: [{ do: 'use', folders }], says: 'go' }],
    };
  }
  // modload/vendor.go: checkVendorConsistency.
  if (text.includes('inconsistent vendoring') || subject === 'vendor')
    return {
      remedy: inWords('Lay the vendor folder anew.'),
      proposals: (['mod', 'work'] as const).map((of) => ({
        words: 'This lays the vendor folder anew.',
        steps: [{ do: 'vendor', of }],
      })),
    };
  if (!/^[^@\s]+@v\S+$/.test(subject)) return only('Go’s own words say what it lacks.');
  const [path = '', version = ''] = subject.split('@');
  return {
    remedy: inWords('If there is such a version, look at GOPROXY, GOPRIVATE and the network, and load again.'),
    proposals: [
      { words: 'It can be had now: this asks for it again.', steps: [{ do: 'download', module: { path, version } }] },
    ],
  };
}

interface Advice {
  readonly remedy: Remedy;
  readonly proposals?: readonly Proposal[];
}

function only(words: string): Advice {
  return { remedy: inWords(words) };
}

/** `target`: a folder, or PATH@VERSION. */
function replacing(subject: string, target: string, words: string): Proposal {
  const ref = (name: string): ModuleRef => {
    const at = name.lastIndexOf('@');
    return at <= 0 ? { path: name } : { path: name.slice(0, at), version: name.slice(at + 1) };
  };
  return {
    words: `${words}: this takes ${target}.`,
    steps: [{ do: 'edit', edits: [{ kind: 'replace', old: ref(subject), new: ref(target), file: 'go.work' }] }],
    refused: `${words}: ${target} will not do`,
  };
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
      ...remedies[code](problem),
      nodes: node === undefined ? [] : [node],
    };
  });
}
