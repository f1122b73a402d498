/** The rows of `modscope versions`: what go says is published, laid over what the graph has of the module. */
import { namesOf } from '../explain/askers.ts';
import { excludedIn } from '../explain/declared.ts';
import { row } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { nodeName, NodeKind } from '../model/module-graph.ts';
import { compareVersions, isIncompatible, isPrerelease, isPseudo } from '../version/semver.ts';
import { majorNumber, otherMajors } from './majors.ts';
import type { MajorRow, Published, PublishedVersion, VersionRow, Versions } from './types.ts';

/** What is asked: which module, and how many of the newest versions are shown; those in the graph are shown in any case. */
export interface VersionsQuestion {
  readonly module: string;
  readonly limit: number;
}

/** Where the answer is from, when it was given, and what it lacks. */
export type VersionsOrigin = Pick<Versions, 'from' | 'at' | 'notes'>;

/** How many of the newest are shown where nobody says how many. */
export const mostVersions = 50;

/** Milliseconds of a day. */
const day = 86_400_000;

/** Newest first as semver orders them; `+incompatible` ones last, as go takes them only where there is nothing else (modload/query.go). */
function newestFirst(a: string, b: string): number {
  return Number(isIncompatible(a)) - Number(isIncompatible(b)) || compareVersions(b, a);
}

/** The versions that have a row, newest first: the newest that are listed, `latest`, and all of the module in the graph. */
export function versionsShown(
  model: Model | undefined,
  { module, limit }: VersionsQuestion,
  published: Pick<Published, 'listed' | 'latest'> | undefined,
): string[] {
  const { listed = [], latest } = published ?? {};
  const newest = [...new Set(listed)].sort(newestFirst).slice(0, limit);
  const more = latest === undefined ? [] : [latest];
  return [...new Set([...newest, ...more, ...versionsInGraph(model, module)])].sort(newestFirst);
}

/** Every version of the module in the graph, oldest first. */
function versionsInGraph(model: Model | undefined, module: string): string[] {
  return nodesOf(model, module).flatMap((node) => {
    const version = model?.graph.versions[node] ?? '';
    return version === '' ? [] : [version];
  });
}

/** Paths of the graph that are other major versions of the module. */
function majorsInGraph(model: Model | undefined, module: string): string[] {
  return model === undefined ? [] : otherMajors(module, model.graph.paths);
}

/** Without a model nothing is selected, required or excluded; `now` in milliseconds since 1970. */
export function versionsOf(
  model: Model | undefined,
  question: VersionsQuestion,
  published: Published | undefined,
  origin: VersionsOrigin,
  now: number,
): Versions {
  const { module } = question;
  const shown = versionsShown(model, question, published);
  const details = new Map(published?.details.map((one) => [one.version, one]));
  const facts = graphFacts(model, module);
  const known = published === undefined || published.listed.length === 0 ? undefined : new Set(published.listed);
  const rows = shown.map((version) => versionRow(version, details.get(version), facts, known, now));
  const has = new Set(shown);
  const selected = rows.find((one) => one.selected === true)?.version;
  return {
    module,
    ...(facts.main ? { main: true } : {}),
    ...(selected === undefined ? {} : { selected }),
    ...(published?.deprecated === undefined ? {} : { deprecated: published.deprecated }),
    versions: rows,
    ...(published === undefined ? {} : { listed: new Set(published.listed).size }),
    more: published?.listed.filter((version) => !has.has(version)).length ?? 0,
    majors: majorRows(model, module, published),
    ...origin,
  };
}

/** What the graph says of the versions of one module. */
interface GraphFacts {
  readonly main: boolean;
  readonly of: ReadonlyMap<string, Pick<VersionRow, 'selected' | 'requiredBy' | 'replace'>>;
  readonly excluded: ReadonlySet<string>;
}

function graphFacts(model: Model | undefined, module: string): GraphFacts {
  const of = new Map<string, Pick<VersionRow, 'selected' | 'requiredBy' | 'replace'>>();
  if (model === undefined) return { main: false, of, excluded: new Set() };
  const { graph, snapshot } = model;
  let main = false;
  for (const node of nodesOf(model, module)) {
    if (graph.kind[node] === NodeKind.main) main = true;
    const version = graph.versions[node] ?? '';
    const by = Array.from(row(graph.in, node), (one) => nodeName(graph, one));
    const replace = snapshot.modules[node]?.replace;
    of.set(version, {
      ...(graph.selected[graph.pathOf[node] ?? -1] === node ? { selected: true } : {}),
      requiredBy: namesOf([{ version, by }]),
      ...(replace === undefined ? {} : { replace }),
    });
  }
  return { main, of, excluded: new Set(excludedIn(model, module).map(({ version }) => version)) };
}

function versionRow(
  version: string,
  { time, goLine, retracted }: Partial<PublishedVersion> = {},
  { of, excluded }: GraphFacts,
  listed: ReadonlySet<string> | undefined,
  now: number,
): VersionRow {
  const inGraph = of.get(version);
  const days = time === undefined ? NaN : Math.floor((now - Date.parse(time)) / day);
  return {
    version,
    ...(time === undefined ? {} : { time }),
    ...(Number.isFinite(days) ? { days: Math.max(0, days) } : {}),
    ...(goLine === undefined ? {} : { goLine }),
    ...(retracted === undefined || retracted.length === 0 ? {} : { retracted }),
    requiredBy: [],
    ...inGraph,
    ...(isPrerelease(version) ? { prerelease: true } : {}),
    ...(isPseudo(version) ? { pseudo: true } : {}),
    ...(excluded.has(version) ? { excluded: true } : {}),
    ...(inGraph !== undefined && listed !== undefined && !listed.has(version) ? { unlisted: true } : {}),
  };
}

function majorRows(model: Model | undefined, module: string, published: Published | undefined): MajorRow[] {
  const rows = new Map<string, MajorRow>(published?.majors.map((one) => [one.path, one]));
  for (const path of majorsInGraph(model, module)) {
    const selected = versionSelected(model, path);
    rows.set(path, { path, ...rows.get(path), ...(selected === undefined ? {} : { selected }) });
  }
  return [...rows.values()].sort((a, b) => majorNumber(a.path) - majorNumber(b.path));
}

function versionSelected(model: Model | undefined, path: string): string | undefined {
  const node = model?.graph.selected[model.graph.paths.indexOf(path)] ?? -1;
  const version = node === -1 ? '' : model?.graph.versions[node];
  return version === '' ? undefined : version;
}

function nodesOf(model: Model | undefined, module: string): number[] {
  const path = model?.graph.paths.indexOf(module) ?? -1;
  if (model === undefined || path === -1) return [];
  const first = model.graph.firstOfPath[path] ?? 0;
  const end = model.graph.firstOfPath[path + 1] ?? first;
  return Array.from({ length: end - first }, (_, n) => first + n);
}
