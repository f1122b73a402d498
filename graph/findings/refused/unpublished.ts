/** Versions that exist nowhere and were never meant to: of a member of the workspace, and placeholders that only the requirer replaces. */
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import type { Proposal } from '../../remedy/proposal.ts';
import type { Step } from '../../remedy/steps.ts';
import type { FileEdit } from '../../remedy/types.ts';
import { inWords } from '../../remedy/words.ts';
import type { Finding } from '../types.ts';
import type { Refused } from './collect.ts';
import { nameList } from './name-list.ts';
import { nodesOf, requirersOf } from './requirers.ts';

/** v0.0.0, and the version that go writes for what it has never seen (modload/modfile.go, v0.0.0-00010101000000-000000000000). */
const placeholder = /^v0\.0\.0(?:-00010101000000-0{12})?$/;

export function isPlaceholder(subject: string): boolean {
  return placeholder.test(splitName(subject).version);
}

/** The folder of the member of this path, where there is one. */
export function memberOf({ snapshot: { work, mains } }: Model, subject: string): string | undefined {
  if (work === undefined) return undefined;
  return mains.find(({ path }) => path === splitName(subject).path)?.dir;
}

/** One finding: go looks for the version all the same, though the folder is at hand (go.dev/ref/mod#workspaces). */
export function unpublishedMember(refused: Refused, dir: string, model: Model): Finding {
  const { subject } = refused;
  const { path, version } = splitName(subject);
  const by = requirersOf(model, subject);
  const folder = dir === '.' || dir.startsWith('..') ? dir : `./${dir}`;
  return {
    code: 'member-unpublished',
    severity: 'error',
    subject,
    evidence: `${path} is a member of the workspace, in ${folder}, but ${by.length === 0 ? 'something' : nameList(by)} requires ${version} of it, which was never published: go reads the go.mod of that version before it takes the folder.`,
    remedy: inWords('Replace that version by the folder in go.work, or require a version that exists.'),
    proposals: [
      {
        words: 'This replaces that version by the folder.',
        steps: [
          { do: 'edit', edits: [{ kind: 'replace', old: { path, version }, new: { path: folder }, file: 'go.work' }] },
        ],
      },
    ],
    nodes: nodesOf(model, [subject]),
  };
}

/** One finding for each set of requirers: k8s.io/kubernetes requires some thirty modules so, and replaces them in its own go.mod. */
export function placeholders(all: readonly Refused[], model: Model): Finding[] {
  const groups = new Map<string, { by: readonly string[]; subjects: string[] }>();
  for (const { subject, by: told = [] } of all) {
    const by = [...new Set([...told, ...requirersOf(model, subject)])];
    const key = by.join('\n');
    const group = groups.get(key) ?? { by, subjects: [] };
    group.subjects.push(subject);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ by, subjects }) => {
    const [first = ''] = subjects;
    const many = subjects.length > 1;
    const mainsOnly = by.length > 0 && by.every((name) => !name.includes('@'));
    const release = mainsOnly ? undefined : kubernetesRelease(by, subjects);
    const file = model.snapshot.work === undefined ? 'go.mod' : 'go.work';
    const requirer = by.length === 0 ? 'Something' : nameList(by);
    return {
      code: 'placeholder-version',
      severity: 'error',
      subject: by.length === 1 && by[0] !== undefined ? by[0] : first,
      evidence: `${requirer} ${by.length > 1 ? 'require' : 'requires'} ${nameList(subjects)}, ${many ? 'versions that exist' : 'a version that exists'} nowhere${
        mainsOnly
          ? ': only a replace line can say where the module is.'
          : `: it replaces ${many ? 'them' : 'it'} in its own go.mod, and go reads replace lines of main modules only.`
      }`,
      remedy: inWords(
        `Add a replace line for ${many ? 'each of them' : 'it'} to your ${file}, with ${release === undefined ? `the version or the folder that ${mainsOnly ? 'holds it' : 'goes with that release'}` : `${release}, which goes with that release`}.`,
      ),
      proposals: release === undefined ? [] : kubernetesCures(file, release, subjects),
      nodes: nodesOf(model, subjects),
    };
  });
}

/**
 * The version of the staging modules of Kubernetes: v1.N.P of k8s.io/kubernetes goes with v0.N.P of them
 * (https://github.com/kubernetes/kubernetes/tree/master/staging, publishing). undefined where these are others.
 */
function kubernetesRelease(by: readonly string[], subjects: readonly string[]): string | undefined {
  const release = by.map((name) => /^k8s\.io\/kubernetes@v1\.(\d+\.\d+(?:-[\w.]+)?)$/.exec(name)?.[1]).find(Boolean);
  return release === undefined || !subjects.every((one) => one.startsWith('k8s.io/')) ? undefined : `v0.${release}`;
}

function kubernetesCures(file: 'go.mod' | 'go.work', version: string, subjects: readonly string[]): Proposal[] {
  const [first, ...others] = subjects.map((one): FileEdit => {
    const { path } = splitName(one);
    return { kind: 'replace', old: { path }, new: { path, version }, file };
  });
  if (first === undefined) return [];
  const edit: Step = { do: 'edit', edits: [first, ...others] };
  const words = `This says in ${file} which version of each goes with that release: ${version}`;
  // A go.mod that never loaded lacks the lines for what is below it, too.
  const tidied: Proposal = {
    words: `${words}, and updates what follows from it.`,
    steps: [edit, { do: 'tidy', dir: '.' }],
  };
  return [...(file === 'go.work' ? [] : [tidied]), { words: `${words}.`, steps: [edit] }];
}
