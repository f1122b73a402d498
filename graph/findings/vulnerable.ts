/** Vulnerabilities that a report of govulncheck names in the build list. */
import { getStep } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import type { Remedy } from '../remedy/types.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import type { Vulnerability } from '../snapshot/types.ts';
import { inOneLine } from './facts.ts';
import { oncePerModel } from './once.ts';
import type { Finding, Severity } from './types.ts';

/** What govulncheck calls the module of the standard library. */
const standardLibrary = 'stdlib';

const severities: Readonly<Record<Vulnerability['reach'], Severity>> = {
  called: 'high',
  imported: 'warn',
  required: 'info',
};

const reaches: Readonly<Record<Vulnerability['reach'], string>> = {
  called: 'the vulnerable code is called',
  imported: 'its package is imported, and govulncheck saw no call of the vulnerable code',
  required: 'the module is required, and no vulnerable package of it is imported',
};

/** One finding for each vulnerability and module version. Those of the standard library belong to go and mark no node. */
export const findVulnerable = oncePerModel((model: Model): readonly Finding[] => {
  const nodes = builtNodes(model);
  return (model.snapshot.vulnerabilities ?? []).map((one): Finding => {
    const standard = one.path === standardLibrary;
    const node = nodes.get(joinName(one.path, one.version));
    const stale = !standard && node === undefined;
    return {
      code: 'vulnerable',
      severity: stale ? 'info' : severities[one.reach],
      subject: standard ? `go ${goVersion(one.version)}`.trim() : joinName(one.path, one.version),
      evidence: `${[one.id, ...one.aliases.slice(0, 2)].join(', ')}: ${inOneLine(one.summary)}; ${
        stale ? 'the report is on a version that is not in this build list' : reaches[one.reach]
      }.`,
      remedy: stale ? again : standard ? otherGo(one) : otherVersion(model, one, node),
      ...(node === undefined || stale ? {} : { proposals: proposed(model, one, node) }),
      nodes: node === undefined ? [] : [node],
    };
  });
});

/** The id of each vulnerability beside the node it is in. */
export function vulnerableNodes(model: Model): { readonly node: number; readonly id: string }[] {
  const nodes = builtNodes(model);
  return (model.snapshot.vulnerabilities ?? []).flatMap(({ id, path, version }) => {
    const node = nodes.get(joinName(path, version));
    return node === undefined ? [] : [{ node, id }];
  });
}

const again = inWords('Make a new report with govulncheck.');
const none = inWords('There is no version without it yet.');

function otherGo({ fixed }: Vulnerability): Remedy {
  if (fixed === undefined) return none;
  const version = goVersion(fixed);
  return inWords(`go ${version} has the fix: install it, or name it in the toolchain line.`);
}

/** What a replace line names is changed there, by hand. */
function proposed({ snapshot }: Model, { path, fixed }: Vulnerability, node: number): Proposal[] {
  if (fixed === undefined || snapshot.modules[node]?.replace !== undefined) return [];
  return [
    {
      words: `It is fixed in ${fixed}.`,
      steps: [getStep(snapshot, path, fixed)],
      says: path,
      refused: `It is fixed in ${fixed}, but go cannot take that version`,
    },
  ];
}

function otherVersion({ snapshot }: Model, { path, fixed }: Vulnerability, node: number | undefined): Remedy {
  if (fixed === undefined) return none;
  const module = node === undefined ? undefined : snapshot.modules[node];
  if (module?.replace !== undefined)
    return inWords(`It is fixed in ${fixed}: name ${path} ${fixed} in the line that replaces ${module.path}.`);
  return inWords(`It is fixed in ${fixed}.`);
}

/** govulncheck writes the versions of go as semantic ones: v1.22.2 is go1.22.2. */
function goVersion(version: string): string {
  return version.replace(/^v|^go/, '');
}

/** Selected nodes by what is built of them: govulncheck names a replacement by its own path and version. */
function builtNodes({ snapshot, graph }: Model): Map<string, number> {
  const nodes = new Map<string, number>();
  for (const node of graph.selected) {
    const module = node === -1 ? undefined : snapshot.modules[node];
    if (module?.version === undefined) continue;
    const { path, version } = module.replace ?? module;
    if (version !== undefined) nodes.set(joinName(path, version), node);
  }
  return nodes;
}
