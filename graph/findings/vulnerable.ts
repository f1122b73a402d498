/** Vulnerabilities in the build list, as the Go vulnerability database or a report of govulncheck names them. */
import { getStep } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import type { Remedy } from '../remedy/types.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import type { Vulnerability } from '../snapshot/types.ts';
import { goCommand, standardLibrary } from '../vulndb/build-list.ts';
import { reachOf, type Reach } from '../vulndb/reach.ts';
import { inOneLine } from './facts.ts';
import { oncePerModel } from './once.ts';
import type { Finding, Severity } from './types.ts';

const severities: Readonly<Record<Reach, Severity>> = {
  called: 'high',
  imported: 'warn',
  elsewhere: 'warn',
  unknown: 'warn',
  tests: 'info',
  required: 'info',
};

const byReport: Readonly<Record<Vulnerability['reach'] | 'unknown', string>> = {
  called: 'the vulnerable code is called',
  imported: 'its package is imported, and govulncheck saw no call of the vulnerable code',
  required: 'the module is required, and no vulnerable package of it is imported',
  unknown: 'govulncheck looked at modules only, and whether a vulnerable package is imported is not known',
};

const byDatabase: Readonly<Record<Exclude<Reach, 'called'>, string>> = {
  imported: 'a vulnerable package is imported, and whether its vulnerable code is called is not known',
  elsewhere: 'a vulnerable package is imported on another platform only',
  tests: 'only tests import a vulnerable package',
  required: 'the module is required, and no vulnerable package of it is imported',
  unknown: 'whether a vulnerable package is imported is not known',
};

const stale = 'the report is on a version that is not in this build list';

/**
 * One finding for each vulnerability and module version, and one for each module of which the database names some and cannot
 * tell. Those of the standard library and of the go command belong to go and mark no node, nor does what nobody can tell.
 */
export const findVulnerable = oncePerModel((model: Model): readonly Finding[] => {
  const nodes = builtNodes(model);
  const all = model.snapshot.vulnerabilities ?? [];
  const told = all.filter(({ unjudged }) => unjudged === undefined);
  return [...told.map((one) => findingOf(model, one, nodes)), ...unjudgedOf(all)];
});

function findingOf(model: Model, one: Vulnerability, nodes: ReadonlyMap<string, number>): Finding {
  const ofGo = isOfGo(one);
  const node = nodes.get(joinName(one.path, one.version));
  const isStale = !ofGo && node === undefined;
  const reach = reachOf(model, one, node);
  return {
    code: 'vulnerable',
    severity: isStale ? 'info' : severities[reach],
    subject: ofGo ? `go ${goVersion(one.version)}`.trim() : joinName(one.path, one.version),
    evidence: `${[one.id, ...one.aliases.slice(0, 2)].join(', ')}: ${[inOneLine(one.summary), isStale ? stale : words(one, reach), ...doubts(one)].join('; ')}.`,
    remedy: isStale ? again : ofGo ? otherGo(one) : otherVersion(model, one, node),
    ...(node === undefined || isStale ? {} : { proposals: proposed(model, one, node) }),
    nodes: node === undefined ? [] : [node],
  };
}

/** Who says it, and how far it is known to reach. */
function words(one: Vulnerability, reach: Reach): string {
  if (one.path === goCommand) return 'it is in the go command, by the Go vulnerability database';
  if (one.by === 'database' && reach !== 'called') {
    const every = one.packages === undefined && reach !== 'unknown' ? ' (it names none, so every package counts)' : '';
    return `${byDatabase[reach]}, by the Go vulnerability database${every}`;
  }
  if (one.looked === 'packages' && reach === 'imported')
    return 'its package is imported, and govulncheck did not look for calls';
  return byReport[reach === 'called' || reach === 'imported' || reach === 'required' ? reach : 'unknown'];
}

function doubts({ numbering, unreviewed }: Vulnerability): string[] {
  return [
    ...(numbering === undefined
      ? []
      : [`the database knows no fixed Go version; by the module’s own numbering it is in ${numbering}`]),
    ...(unreviewed === true ? ['the entry is not reviewed'] : []),
  ];
}

const whyUnjudged: Readonly<Record<NonNullable<Vulnerability['unjudged']>, string>> = {
  folder: 'a folder is built in its place, and which version that holds is not known',
  private: 'GOPRIVATE names it, so the database was not asked',
};

function unjudgedOf(all: readonly Vulnerability[]): Finding[] {
  const modules = new Map<string, Vulnerability[]>();
  for (const one of all) {
    if (one.unjudged === undefined) continue;
    const name = joinName(one.path, one.version);
    modules.set(name, [...(modules.get(name) ?? []), one]);
  }
  return [...modules].map(([subject, [first, ...rest]]): Finding => {
    const ids = [first, ...rest].flatMap((one) => one?.id ?? []);
    const named = `${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ` and ${String(ids.length - 3)} more` : ''}`;
    return {
      code: 'vulnerable',
      severity: 'info',
      subject,
      evidence: `Not known: the Go vulnerability database has ${named} for this module; ${whyUnjudged[first?.unjudged ?? 'folder']}.`,
      remedy: inWords('Look these entries up at https://pkg.go.dev/vuln/, and compare them with what is built.'),
      nodes: [],
    };
  });
}

function isOfGo({ path }: Vulnerability): boolean {
  return path === standardLibrary || path === goCommand;
}

/** Each vulnerability that is told of a node. */
export function vulnerableNodes(model: Model): { readonly node: number; readonly one: Vulnerability }[] {
  const nodes = builtNodes(model);
  return (model.snapshot.vulnerabilities ?? []).flatMap((one) => {
    const node = nodes.get(joinName(one.path, one.version));
    return node === undefined || one.unjudged !== undefined ? [] : [{ node, one }];
  });
}

const again = inWords('Make a new report with govulncheck.');
const none = inWords('There is no version without it yet.');
const noneKnown = inWords('The Go vulnerability database knows no version without it.');

function otherGo({ fixed, by }: Vulnerability): Remedy {
  if (fixed === undefined) return by === 'database' ? noneKnown : none;
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

function otherVersion({ snapshot }: Model, { path, fixed, by }: Vulnerability, node: number | undefined): Remedy {
  if (fixed === undefined) return by === 'database' ? noneKnown : none;
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
