/** `go get` run by go on a copy of go.mod: what it makes of it, or what it says. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { toFault } from '../../graph/fault.ts';
import { joinName } from '../../graph/model/name.ts';
import { moduleQuery } from '../../graph/module/names.ts';
import { typed } from '../../graph/remedy/typed.ts';
import type { MainModule } from '../../graph/snapshot/types.ts';
import type { Got } from '../../graph/what-if/gets.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { writeFile } from '../files.ts';
import { absoluteFile } from '../process/arguments.ts';
import { goCommands } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import { needsNetwork, ofGo } from '../process/go-words.ts';
import type { Go } from '../process/go.ts';
import type { Project } from './find.ts';
import { namesOf } from './machine.ts';
import { goModOf, goSumOf } from './mod-file.ts';
import { newFolder } from './own-folder.ts';
import { readText } from './read-text.ts';
import { sumOf } from './what-if-go-mod.ts';

export type Proof =
  | {
      readonly state: 'ran';
      /** What go.mod declares then. */
      readonly main: MainModule;
      /** The same as text, and go.sum beside it. */
      readonly text: string;
      readonly sum?: string;
      /** What go said of it that is not progress: retracted, deprecated. A line each. */
      readonly said: readonly string[];
    }
  /** go refuses it, or could not tell for want of the network; its words. */
  | { readonly state: 'refused' | 'untold'; readonly words: string };

/**
 * Runs the command in the folder of its go.mod, with a copy of go.mod and go.sum in a scratch folder in their place
 * (-modfile) and GOWORK=off, so that nothing of the user's is written. `edited`: what other edits made of go.mod; its own text without. go fetches what the command needs: sources of the named modules, and of what they import. Throws a Fault
 * 'cancelled', 'go-timeout' or of a go that cannot be run.
 */
export async function proveGet(
  { project, go, env }: { readonly project: Project; readonly go: Go; readonly env: GoEnv },
  { queries, before }: Got,
  edited: string | undefined,
): Promise<Proof> {
  const modules = queries.flatMap(({ path: name, query }) => moduleQuery(name, query) ?? []);
  const { folder, remove } = newFolder('Copies of go.mod are made there, so that go writes nothing of yours.');
  try {
    const cwd = project.members.find(({ dir }) => dir === before.dir)?.folder ?? project.root;
    const copy = path.join(folder, 'get');
    mkdirSync(copy, { recursive: true });
    const file = absoluteFile(path.join(copy, 'go.mod'));
    const isMember = project.work !== undefined;
    const own = isMember ? path.join(cwd, 'go.mod') : goModOf(project);
    writeFile(file, edited ?? readText(own));
    const sum = sumOf(isMember ? path.join(cwd, 'go.sum') : goSumOf(project));
    if (sum !== undefined) writeFile(path.join(copy, 'go.sum'), sum);
    const settings = { GOWORK: 'off', GOFLAGS: ownFlags(env.GOFLAGS, 'unsaid') };
    const shown = (text: string): string =>
      [copy, folder].flatMap((name) => namesOf(name, cwd)).reduce((all, name) => all.replaceAll(name, cwd), text);
    try {
      const stderr = await go.run(cwd, goCommands.get({ modfile: file }, modules), settings, () => undefined);
      const text = readText(file);
      const { main } = readGoMod(text, 'go.mod', before.dir);
      const sums = sumOf(path.join(copy, 'go.sum'));
      const { go: line, toolchain, require } = main;
      const { toolchain: _, ...rest } = before;
      return {
        state: 'ran',
        main: {
          ...rest,
          ...(line === undefined ? {} : { go: line }),
          ...(toolchain === undefined ? {} : { toolchain }),
          require,
        },
        text,
        ...(sums === undefined ? {} : { sum: sums }),
        said: shown(stderr)
          .split('\n')
          .filter((one) => /^go: (?:warning: |module .* is deprecated)/.test(one)),
      };
    } catch (error) {
      const fault = toFault(error);
      if (fault.detail === undefined || !ofGo.has(fault.code)) throw fault;
      const words = shown(fault.detail)
        .split('\n')
        .filter((line) => !/^go: (?:downloading|finding) /.test(line))
        .join('\n')
        .trim();
      return { state: needsNetwork(words) ? 'untold' : 'refused', words };
    }
  } finally {
    remove();
  }
}

/** The command as its user types it, in the folder of that go.mod. */
export function getCommand({ queries }: Pick<Got, 'queries'>): string {
  return typed('go', 'get', ...queries.map(({ path: name, query }) => joinName(name, query)));
}
