/** What go is asked about the versions of a module: away from any go.mod, with the user's own settings of proxies and private modules. */
import { counted } from '../../drawing/words/counted.ts';
import { toFault } from '../../graph/fault.ts';
import { moduleAt, moduleQuery, type ModuleQuery } from '../../graph/module/names.ts';
import { majorNumber, majorsToTry, otherMajors } from '../../graph/published/majors.ts';
import type { Published, PublishedMajor, PublishedVersion } from '../../graph/published/types.ts';
import type { ListedModule } from '../../graph/snapshot/records.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { goCommands, type GoCommand, type GoSettings } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { ofGo } from '../process/go-words.ts';
import { Go } from '../process/go.ts';
import { namedFolder } from './find.ts';
import { newFolder } from './own-folder.ts';
import type { LoadOptions } from './types.ts';

/** Versions of one command: go prints nothing before it has them all, and somebody waits. */
const atOnce = 25;

/** Questions that go asks at once: it waits for as many as it has processors for (modload/list.go), and each is a journey. */
const threads = '16';

/** Milliseconds in which the other major versions have to be found: a proxy that does not know one may look for it at its origin. */
const patience = 6000;

interface Details {
  readonly of: readonly PublishedVersion[];
  /** What could not be had of them. */
  readonly notes: readonly string[];
}

export class VersionSources {
  readonly #go: Go;
  readonly #env: GoEnv;

  private constructor(go: Go, env: GoEnv) {
    this.#go = go;
    this.#env = env;
  }

  /** `dir`: where go is asked for its settings. Throws a Fault where go cannot be run. */
  static async begin(dir: string, options: LoadOptions, signal: AbortSignal): Promise<VersionSources> {
    const go = new Go(options, signal);
    return new VersionSources(go, await go.env(namedFolder(dir)));
  }

  /** Every tagged version, the latest and the deprecation; go's words where it finds no such module, or nobody to ask. */
  async published(module: string): Promise<Omit<Published, 'details' | 'majors'> | string> {
    const [found] = await this.#ask([module], 'latest', (some) => goCommands.listTagged(some, { updates: true }));
    if (found === undefined) return 'it has no answer';
    const { version, versions = [], deprecated, error } = found;
    if (error !== undefined) return withoutPasswords(error);
    return {
      listed: versions,
      ...(version === undefined ? {} : { latest: version }),
      ...(deprecated === undefined ? {} : { deprecated }),
    };
  }

  /** Time, go line and retraction of these. `count` hears how many are done. */
  async details(module: string, versions: readonly string[], count: (n: number) => void): Promise<Details> {
    const of: PublishedVersion[] = [];
    const failed: string[] = [];
    const names = versions.flatMap((version) => moduleAt(module, version) ?? []);
    for (let from = 0; from < names.length; from += atOnce) {
      const some = names.slice(from, from + atOnce);
      for (const one of await this.#list(goCommands.listVersions(some, { retracted: true }))) {
        if (one.version !== undefined) of.push(detailOf(one, one.version));
        if (one.error !== undefined) failed.push(withoutPasswords(one.error).replace(/\s*\n\s*/g, ' '));
      }
      count(Math.min(from + atOnce, names.length));
    }
    return { of, notes: failed.length === 0 ? [] : [failedWords(failed, names.length)] };
  }

  /** Time and go line of these, of what the module cache has; nobody is asked, not even the host of a private module. */
  async cached(module: string, versions: readonly string[]): Promise<PublishedVersion[]> {
    const names = versions.flatMap((version) => moduleAt(module, version) ?? []);
    if (names.length === 0) return [];
    const off = { GOPROXY: 'off', GOSUMDB: 'off', GONOPROXY: 'none' };
    const told = await this.#list(goCommands.listVersions(names), off);
    return told.flatMap((one) => (one.version === undefined ? [] : [detailOf(one, one.version)]));
  }

  /**
   * Other major versions that the proxy knows, among `known` paths and beside them. Those below the module's own most often are
   * there, those above most often are not: so these are asked for apart, and neither is waited for without end.
   */
  async majors(module: string, listed: readonly string[], known: readonly string[]): Promise<PublishedMajor[]> {
    const inGraph = otherMajors(module, known);
    const likely = new Set(inGraph);
    const unlikely: string[] = [];
    for (const path of majorsToTry(module, listed, inGraph))
      if (majorNumber(path) < majorNumber(module)) likely.add(path);
      else if (!likely.has(path)) unlikely.push(path);
    const found = await Promise.all([this.#latest([...likely]), this.#latest(unlikely)]);
    return found.flat();
  }

  async #latest(paths: readonly string[]): Promise<PublishedMajor[]> {
    const limit = AbortSignal.timeout(patience);
    try {
      const found = await this.#ask(paths, 'latest', goCommands.listVersions, proxiesOnly(this.#env), limit);
      return found.flatMap(({ path, version, time, error }) =>
        error !== undefined || version === undefined
          ? []
          : [{ path, version, ...(time === undefined ? {} : { time }) }],
      );
    } catch (error) {
      if (limit.aborted) return [];
      throw error;
    }
  }

  async #ask(
    paths: readonly string[],
    query: string,
    command: (names: readonly ModuleQuery[]) => GoCommand,
    settings: GoSettings = {},
    limit?: AbortSignal,
  ): Promise<ListedModule[]> {
    const names = paths.flatMap((path) => moduleQuery(path, query) ?? []);
    return names.length === 0 ? [] : this.#list(command(names), settings, limit);
  }

  /** Away from any go.mod: what it replaces and excludes does not count there. go's refusal of all is one answer without a path. */
  async #list(command: GoCommand, settings: GoSettings = {}, limit?: AbortSignal): Promise<ListedModule[]> {
    const { folder, remove } = newFolder('go is run there, away from any go.mod.');
    const go = limit === undefined ? this.#go : this.#go.stoppedBy(limit);
    try {
      return parseListModules(
        await go.text(folder, command, {
          GOWORK: 'off',
          GOFLAGS: ownFlags(this.#env.GOFLAGS, 'mod'),
          GOMAXPROCS: process.env['GOMAXPROCS'] ?? threads,
          ...settings,
        }),
      );
    } catch (error) {
      const fault = toFault(error);
      if (!ofGo.has(fault.code) && fault.code !== 'go-timeout') throw fault;
      return [{ path: '', error: fault.detail ?? fault.message }];
    } finally {
      remove();
    }
  }
}

function detailOf({ time, goVersion, retracted }: ListedModule, version: string): PublishedVersion {
  return {
    version,
    ...(time === undefined ? {} : { time }),
    ...(goVersion === undefined ? {} : { goLine: goVersion }),
    ...(retracted === undefined ? {} : { retracted }),
  };
}

/**
 * Where proxies are set, a path that they do not know is not looked for at its origin: another major version most often is not
 * there. What stands behind `direct` go never asks (modfetch/proxy.go, proxyList), and neither do we.
 */
function proxiesOnly({ GOPROXY }: GoEnv): GoSettings {
  const proxies = /^(.+?)[,|]\s*direct\s*(?:[,|]|$)/.exec(GOPROXY)?.[1];
  return proxies === undefined ? {} : { GOPROXY: proxies };
}

/** Longest of go's words that are repeated. */
const longest = 2000;

function withoutPasswords(words: string): string {
  return words
    .trim()
    .replace(/\/\/[^/@\s]*@/g, '//')
    .slice(0, longest);
}

/** Failures that are named. */
const mostNamed = 2;

function failedWords(failed: readonly string[], all: number): string {
  const more = failed.length > mostNamed ? [`and ${String(failed.length - mostNamed)} more`] : [];
  return `go could not read all of ${counted(all, 'version')}: ${[...failed.slice(0, mostNamed), ...more].join('; ')}`;
}
