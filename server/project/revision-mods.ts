/** go.mod texts of module versions for the loads that tell what follows from which line. */
import os from 'node:os';
import { toFault } from '../../graph/fault.ts';
import type { GoModFile } from '../../graph/load/types.ts';
import { joinName } from '../../graph/model/name.ts';
import { moduleAt, whyNoModule, type ModuleAt } from '../../graph/module/names.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import { goCommands } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { goModFinder } from './mod-cache.ts';
import type { LoadOptions } from './types.ts';

/** Times that go is asked for what is not there: each brings what the loads before it came to. */
const mostFetches = 5;

/** Versions in one command: an argument list has an end. */
const atOnce = 500;

export class ModTexts {
  readonly #go: Go;
  /** undefined where there is no go. */
  readonly #env: GoEnv | undefined;
  readonly #offline: boolean;
  readonly #find: (ref: ModuleRef, of: undefined) => GoModFile | undefined;
  readonly #known = new Map<string, GoModFile | undefined>();
  #fetches = 0;

  private constructor(go: Go, env: GoEnv | undefined, offline: boolean) {
    this.#go = go;
    this.#env = env;
    this.#offline = offline;
    this.#find = goModFinder('', env?.GOMODCACHE ?? '');
  }

  /** Without a go nothing is known. Throws a Fault 'cancelled' only. */
  static async open(dir: string, options: LoadOptions, signal: AbortSignal): Promise<ModTexts> {
    const go = new Go(options, signal);
    try {
      return new ModTexts(go, await go.env(dir), options.offline);
    } catch (error) {
      passOn(error);
      return new ModTexts(go, undefined, options.offline);
    }
  }

  /** The go.mod of a version in the module cache; each is read once. */
  readonly goMod = (ref: ModuleRef): GoModFile | undefined => {
    if (this.#env === undefined) return undefined;
    const key = joinName(ref.path, ref.version);
    if (!this.#known.has(key)) this.#known.set(key, this.#find(ref, undefined));
    return this.#known.get(key);
  };

  /**
   * Has go fetch the go.mod files of these, checked as go checks every one, into the module cache; sources are not fetched. False when that
   * brought nothing, or may not be tried. Throws a Fault 'cancelled' only.
   */
  async fetch(missing: readonly ModuleRef[]): Promise<boolean> {
    const wanted = missing.filter((ref) => ref.version !== undefined && this.goMod(ref) === undefined);
    if (this.#env === undefined || this.#offline || wanted.length === 0 || ++this.#fetches > mostFetches) return false;
    const names = [...new Set(wanted.flatMap(nameToAsk))].sort();
    if (names.length === 0) return false;
    const env = { GOWORK: 'off', GOFLAGS: ownFlags(this.#env.GOFLAGS, 'mod') };
    try {
      for (let from = 0; from < names.length; from += atOnce) {
        // In no module: go passes over a go.mod in the folder for temporary files (modload/init.go).
        await this.#go.text(os.tmpdir(), goCommands.listVersions(names.slice(from, from + atOnce)), env);
      }
    } catch (error) {
      passOn(error);
    }
    for (const name of names) this.#known.delete(name);
    return wanted.some((ref) => this.goMod(ref) !== undefined);
  }
}

/** A snapshot may hold any text as a name: go is asked only for what is one. */
function nameToAsk({ path, version = '' }: ModuleRef): ModuleAt[] {
  const name = moduleAt(path, version);
  return name === undefined ? [] : [name];
}

/** Why go was not asked for the go.mod of these, a sentence on the first; undefined where it could be asked for each. */
export function whyNotAsked(missing: readonly ModuleRef[]): string | undefined {
  for (const { path, version = '' } of missing) {
    const why = whyNoModule(path, version);
    if (why !== undefined) return `go did not look up ${joinName(path, version)}: ${why}.`;
  }
  return undefined;
}

/** What is not to be had is not told; only these end the work. */
function passOn(error: unknown): void {
  const fault = toFault(error);
  if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
}
