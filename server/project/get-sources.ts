/** What `go get` looks up beside go.mod files: versions, their times, branches. go is asked, and each thing once. */
import { toFault } from '../../graph/fault.ts';
import type { Lack, Query, VersionList } from '../../graph/get/types.ts';
import type { Version } from '../../graph/load/types.ts';
import { joinName } from '../../graph/model/name.ts';
import { moduleAt, moduleQuery } from '../../graph/module/names.ts';
import type { ListedModule } from '../../graph/snapshot/records.ts';
import type { MainModule } from '../../graph/snapshot/types.ts';
import { goOfToolchain } from '../../graph/version/go-version.ts';
import { isPseudo } from '../../graph/version/semver.ts';
import type { Getting } from '../../graph/what-if/gets.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { goCommands, type GoCommand } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import type { Go } from '../process/go.ts';
import { newFolder } from './own-folder.ts';

/** Names of modules on one command line. */
const atOnce = 500;

export class GetSources implements Omit<Getting, 'byGo'> {
  readonly go: string;
  readonly #run: Go;
  readonly #env: GoEnv;
  readonly #replaced: ReadonlySet<string>;
  readonly #lists = new Map<string, VersionList>();
  readonly #times = new Map<string, string>();
  readonly #queries = new Map<string, string>();
  /** What go was asked, whether it knew or not. */
  readonly #tried = new Set<string>();

  /** `mains`: of a path that they replace, a proxy need not know. */
  constructor(run: Go, env: GoEnv, mains: readonly MainModule[]) {
    this.#run = run;
    this.#env = env;
    this.#replaced = new Set(mains.flatMap(({ replace }) => replace.map(({ old }) => old.path)));
    this.go = goOfToolchain(env.GOVERSION);
  }

  readonly versions = (path: string): VersionList | undefined => this.#lists.get(path);
  readonly time = ({ path, version }: Version): string | undefined => this.#times.get(joinName(path, version));
  readonly asked = ({ path, query }: Query): string | undefined => this.#queries.get(joinName(path, query));

  /** Asks go for it. False where all of it was asked before, and go did not know. Throws a Fault where go cannot be run or was stopped. */
  async fetch(lacks: readonly Lack[]): Promise<boolean> {
    const count = this.#tried.size;
    const lists = this.#fresh(lacks.flatMap((lack) => lack.lists.map((path) => joinName(path, 'latest'))));
    for (const one of await this.#ask(lists, moduleQuery, goCommands.listTagged)) this.#keepList(one);
    for (const path of this.#replaced)
      if (lists.includes(`${path}@latest`) && !this.#lists.has(path)) this.#lists.set(path, { versions: [] });
    const exact = lacks.flatMap(({ goMods, times }) => [...goMods, ...times]);
    const names = this.#fresh(exact.map(({ path, version }) => joinName(path, version)));
    for (const { path, version, time = '' } of await this.#ask(names, moduleAt, goCommands.listVersions))
      this.#times.set(joinName(path, version), time);
    for (const name of this.#fresh(
      lacks.flatMap((lack) => lack.queries.map(({ path, query }) => joinName(path, query))),
    )) {
      const [found] = await this.#ask([name], moduleQuery, goCommands.listTagged);
      if (found?.version !== undefined && found.error === undefined) this.#queries.set(name, found.version);
    }
    return this.#tried.size > count;
  }

  #fresh(names: readonly string[]): string[] {
    const fresh = [...new Set(names)].filter((name) => !this.#tried.has(name));
    for (const name of fresh) this.#tried.add(name);
    return fresh;
  }

  #keepList({ path, version, versions = [], error }: ListedModule): void {
    if (error !== undefined) return;
    const latest = version !== undefined && isPseudo(version) ? { latest: version } : {};
    this.#lists.set(path, { versions, ...latest });
  }

  /** Away from any go.mod: what it replaces and excludes does not count there. What go cannot tell is left out. */
  async #ask<Name>(
    names: readonly string[],
    checked: (path: string, version: string) => Name | undefined,
    command: (names: readonly Name[]) => GoCommand,
  ): Promise<ListedModule[]> {
    if (names.length === 0) return [];
    const { folder, remove } = newFolder('go is run there, away from any go.mod.');
    const settings = { GOWORK: 'off', GOFLAGS: ownFlags(this.#env.GOFLAGS, 'mod') };
    const told: ListedModule[] = [];
    try {
      for (let from = 0; from < names.length; from += atOnce) {
        const some = names.slice(from, from + atOnce).flatMap((name) => {
          const at = name.indexOf('@');
          return at === -1 ? [] : (checked(name.slice(0, at), name.slice(at + 1)) ?? []);
        });
        if (some.length > 0) told.push(...parseListModules(await this.#run.text(folder, command(some), settings)));
      }
    } catch (error) {
      const fault = toFault(error);
      // go refuses the question, or answers it with what cannot be read: then it is not known.
      if (fault.code !== 'go-failed') throw fault;
    } finally {
      remove();
    }
    return told;
  }
}
