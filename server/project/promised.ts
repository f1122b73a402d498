/**
 * Objects that a partial clone (`git clone --filter`) has left with its remote. git would fetch them by itself, by whatever program the
 * clone's own configuration names; so they are read where they lie, when the remote is a folder of this machine, or fetched into an
 * empty repository of ours, which has no configuration but the user's (SECURITY.md). The clone is not written.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import { typed } from '../../graph/remedy/typed.ts';
import type { ObjectName } from '../process/arguments.ts';
import { gitCommands } from '../process/git-commands.ts';
import { remoteOf, type NetworkRemote } from '../process/git-remote.ts';
import type { Git } from '../process/git.ts';
import { newFolder } from './own-folder.ts';

/** Objects in one fetch: a remote may bound a request. */
const atOnce = 5000;

interface Fetching {
  readonly git: Git;
  readonly url: NetworkRemote;
}

export class Promised {
  /** Reads the clone, and what has come. */
  readonly git: Git;
  /** The remote, as the clone calls it. */
  readonly name: string;
  readonly #top: string;
  readonly #fetching: Fetching | undefined;
  readonly #why: string;
  readonly #remove: () => void;

  private constructor(
    git: Git,
    name: string,
    top: string,
    fetching: Fetching | undefined,
    why: string,
    remove: () => void = () => undefined,
  ) {
    this.git = git;
    this.name = name;
    this.#top = top;
    this.#fetching = fetching;
    this.#why = why;
    this.#remove = remove;
  }

  /** undefined for a whole clone. `network`: whether a remote elsewhere may be asked. Throws the Faults of Git.run. */
  static async of(git: Git, top: string, network: boolean): Promise<Promised | undefined> {
    const config = readConfig((await git.ask(gitCommands.configuration())) ?? '');
    const name = promisorOf(config);
    if (name === undefined) return undefined;
    const remote = remoteOf(config.get(`remote.${name}.url`)?.at(-1) ?? '', top);
    if (remote === undefined) return new Promised(git, name, top, undefined, 'its address is none that modscope asks');
    if (remote.kind === 'folder') {
      const objects = ['objects', '.git/objects']
        .map((one) => path.join(remote.folder, one))
        .find((one) => existsSync(one));
      return objects === undefined
        ? new Promised(git, name, top, undefined, `there is no repository in ${remote.folder}`)
        : new Promised(git.withObjects(objects), name, top, undefined, `${remote.folder} does not have it either`);
    }
    if (!network) return new Promised(git, name, top, undefined, '--offline and --vcs off let git fetch nothing');
    const own = newFolder('What a partial clone lacks is fetched there.');
    const folder = path.join(own.folder, 'promised.git');
    mkdirSync(folder);
    const fetching = git.fetching(folder);
    await fetching.text(gitCommands.init());
    return new Promised(
      git.withObjects(path.join(folder, 'objects')),
      name,
      top,
      { git: fetching, url: remote.url },
      'the remote does not have it',
      own.remove,
    );
  }

  /** Fetches what is lacking, where that is possible. Resolves to the words of why not, '' where it came; throws 'cancelled' only. */
  async fetch(objects: readonly ObjectName[], of: 'commits' | 'blobs'): Promise<string> {
    if (this.#fetching === undefined) return this.#why;
    const { git, url } = this.#fetching;
    try {
      for (let from = 0; from < objects.length; from += atOnce) {
        await git.text(gitCommands.fetchObjects(url, objects.slice(from, from + atOnce), of));
      }
      return '';
    } catch (error) {
      const fault = toFault(error);
      if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
      return (fault.detail ?? fault.message).trim();
    }
  }

  /** The Fault 'go-failed' of what could not be had: `why` are the words of fetch. The command makes the clone whole. */
  lacks(what: string, why: string): Fault {
    const command = typed('git', '-C', this.#top, 'fetch', '--refetch', '--no-filter', this.name);
    return new Fault('go-failed', `${what} is not in this clone, which is a partial one (git clone --filter).`, {
      hint: `\`${command}\` makes the clone whole.`,
      detail: why,
    });
  }

  remove(): void {
    this.#remove();
  }
}

/** Key, lower case but for the middle of three parts, → values. */
function readConfig(text: string): Map<string, string[]> {
  const config = new Map<string, string[]>();
  for (const entry of text.split('\0')) {
    const end = entry.indexOf('\n');
    if (end === -1) continue;
    const key = entry.slice(0, end);
    config.set(key, [...(config.get(key) ?? []), entry.slice(end + 1)]);
  }
  return config;
}

/** git-config: remote.NAME.promisor, and extensions.partialClone of clones that are older. A name that begins with a dash git itself refuses. */
function promisorOf(config: ReadonlyMap<string, readonly string[]>): string | undefined {
  const named = [...config].flatMap(([key, values]) => {
    const name = /^remote\.(.+)\.promisor$/s.exec(key)?.[1];
    return name !== undefined && values.at(-1) === 'true' ? [name] : [];
  });
  const [name] = [...named, ...(config.get('extensions.partialclone') ?? [])];
  return name === undefined || name === '' || name.startsWith('-') || /\p{Cc}/u.test(name) ? undefined : name;
}
