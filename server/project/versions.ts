/** The versions of one module: go is asked for all there are, then for time, go line and retraction of those that are shown. */
import { Fault } from '../../graph/fault.ts';
import { ageWords } from '../../drawing/words/age.ts';
import type { Model } from '../../graph/model/model.ts';
import { isModulePath } from '../../graph/module/names.ts';
import { refusedPath } from '../../graph/module/path.ts';
import { nearest } from '../../graph/nearest.ts';
import type { Published, Versions } from '../../graph/published/types.ts';
import { versionsOf, versionsShown, type VersionsQuestion } from '../../graph/published/versions.ts';
import { isToolchainPath } from '../../graph/version/go-version.ts';
import { needsNetwork } from '../process/go-words.ts';
import { keep, readKept } from './kept-versions.ts';
import { Phases } from './phases.ts';
import type { LoadOptions, OnPhases } from './types.ts';
import { VersionSources } from './version-sources.ts';

export interface VersionsAsked extends VersionsQuestion {
  /** The graph in which the versions stand; undefined where there is no module. */
  readonly model: Model | undefined;
}

/**
 * Asks go, in the folder `dir` only for its settings: nothing of go.mod counts. Where go may not or cannot ask anybody, the answer
 * is what it said last, or what the graph has; its notes say so. Throws a Fault: 'not-found' with the nearest names for a module
 * that is neither in the graph nor known to go, 'go-failed' where that cannot be found out, 'cancelled' when the signal fired.
 */
export async function askVersions(
  dir: string,
  asked: VersionsAsked,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Versions> {
  const { model, module } = asked;
  const inGraph = model?.graph.paths.includes(module) === true;
  if (isToolchainPath(module)) {
    throw new Fault('not-found', `${module} is a line of go.mod, and no module with versions of its own.`, {
      hint: `\`modscope why ${module}\` tells which one is needed.`,
    });
  }
  if (!isModulePath(module)) {
    const refused = refusedPath(module);
    if (!inGraph) throw unknown(asked, refused === undefined ? undefined : `no path of one: ${refused}`);
    return answer(asked, undefined, 'graph', [`go can look up no versions of ${module}: ${refused ?? 'its path'}.`]);
  }
  const sources = await VersionSources.begin(dir, options, signal);
  return new Phases(onPhases).run('versions', async (count, lacks) => {
    if (options.offline) return unasked(asked, sources, '--offline keeps go off the network');
    const found = await sources.published(module);
    if (typeof found === 'string') {
      const words = `go could not list the versions of ${module}: ${found}`;
      if (needsNetwork(found)) {
        lacks(new Fault('go-failed', sentence(words)));
        return unasked(asked, sources, words);
      }
      if (!inGraph) throw unknown(asked, undefined, found);
      return answer(asked, await fromCache(asked, sources), 'graph', [sentence(words)]);
    }
    const shown = versionsShown(model, asked, found);
    const majorsFound = sources.majors(module, found.listed, model?.graph.paths ?? []);
    // Both have ended before this has: nothing of ours is left in the folder for temporary files.
    const details = await sources.details(module, shown, count).finally(() => majorsFound.catch(() => undefined));
    const majors = await majorsFound;
    const published = { ...found, details: details.of, majors };
    const at = new Date().toISOString();
    keep(module, published, at);
    return { ...versionsOf(model, asked, published, { from: 'go', at, notes: details.notes }, Date.parse(at)) };
  });
}

/** What is kept, and of the versions in the graph what the module cache has. Throws a Fault 'go-failed' where there is neither. */
async function unasked(asked: VersionsAsked, sources: VersionSources, why: string): Promise<Versions> {
  const { model, module } = asked;
  const cached = await fromCache(asked, sources);
  const kept = readKept(module);
  if (kept !== undefined) {
    const known = new Set(kept.published.details.map(({ version }) => version));
    const details = [...kept.published.details, ...cached.details.filter(({ version }) => !known.has(version))];
    const now = Date.now();
    const age = ageWords(kept.at, now);
    const then = `on ${kept.at.slice(0, 10)}, ${age === '0 days' ? 'today' : `${age} ago`}`;
    const origin = { from: 'kept', at: kept.at, notes: [`${sentence(why)} This is what go said ${then}.`] } as const;
    return versionsOf(model, asked, { ...kept.published, details }, origin, now);
  }
  if (model?.graph.paths.includes(module) !== true) {
    const nothing = `${sentence(why)} No versions of ${shortened(module)} are kept from an earlier run.`;
    throw new Fault('go-failed', nothing, hintFor(asked));
  }
  const note = `${sentence(why)} No list is kept from an earlier run: these are the versions in the graph.`;
  return answer(asked, cached, 'graph', [note]);
}

/** Time and go line of the versions in the graph, as far as they are in the module cache. */
async function fromCache({ model, module }: VersionsAsked, sources: VersionSources): Promise<Published> {
  const shown = versionsShown(model, { module, limit: 0 }, undefined);
  return { listed: [], details: await sources.cached(module, shown), majors: [] };
}

function answer(
  asked: VersionsAsked,
  published: Published | undefined,
  from: 'graph',
  notes: readonly string[],
): Versions {
  const { listed: _, ...whole } = versionsOf(asked.model, asked, published, { from, notes }, Date.now());
  return whole;
}

function unknown(asked: VersionsAsked, why: string | undefined, words?: string): Fault {
  const short = shortened(asked.module);
  const here = asked.model === undefined ? '' : 'is not in the module graph, and ';
  const what = words === undefined ? `${here}is ${why ?? 'no module'}` : `${here}is no module that go finds`;
  return new Fault('not-found', `${short} ${what}.`, {
    ...hintFor(asked),
    ...(words === undefined ? {} : { detail: words }),
  });
}

/** The module of which it may be a package, else the nearest names. */
function hintFor({ model, module }: VersionsAsked): { readonly hint?: string } {
  const paths = model?.graph.paths ?? [];
  const [holds] = paths
    .filter((path) => module.startsWith(`${path}/`) && isModulePath(path))
    .sort((a, b) => b.length - a.length);
  if (holds !== undefined) return { hint: `It may be a package of ${holds}: \`modscope versions ${holds}\`.` };
  const near = module === shortened(module) ? nearest(module, paths, 3) : [];
  return near.length === 0 ? {} : { hint: `Did you mean ${near.join(', ')}?` };
}

/** No path of a module is as long as this; what was typed is repeated up to it. */
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** On one line, with a full stop unless there is one or another mark. */
function sentence(words: string): string {
  const line = words.trim().replace(/\s*\n\s*/g, ' ');
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
