/** What go says of the files as they stand, read-only: whether it takes them, and which packages it cannot load. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toFault } from '../../graph/fault.ts';
import type { GoEnv } from '../process/go-env.ts';
import { absoluteFile } from '../process/arguments.ts';
import { goCommands, type GoCommand, type GoSettings } from '../process/go-commands.ts';
import { ownFlags } from '../process/go-flags.ts';
import { lookupsOff } from '../process/go-words.ts';
import type { Go } from '../process/go.ts';
import { findProject, type Project } from '../project/find.ts';
import { packagePatterns } from '../project/packages-list.ts';
import { isVendored } from '../project/vendored.ts';
import type { Mirror } from './mirror.ts';

export interface Verdict {
  /** Why go refuses the graph, its words; '' where it takes it. */
  readonly graph: string;
  /** A line for each package that it cannot load, without those that only the network would bring. */
  readonly packages: ReadonlySet<string>;
  /** Some package is only to be had from the network. */
  readonly lacks: boolean;
  /** Member's folder → what it selects by itself (GOWORK=off), or why go refuses it so. */
  readonly alone: ReadonlyMap<string, string>;
}

/** What is read with: a go that has the network where the user let it. */
export interface Reading {
  readonly go: Go;
  readonly env: GoEnv;
  readonly mirror: Mirror;
  readonly project: Project;
}

const noNetwork = { GOPROXY: 'off', GOSUMDB: 'off' };

/** `alone`: folders of members that are looked at by themselves, too. `fetching`: what the cache lacks of sources is fetched. Throws a Fault 'cancelled' only. */
export async function verdictOf(
  { go, env, mirror, project }: Reading,
  alone: readonly string[],
  fetching: boolean,
): Promise<Verdict> {
  const vendored = isVendored(mirror.root);
  const settings = {
    GOWORK: mirror.gowork,
    GOFLAGS: ownFlags(
      env.GOFLAGS,
      vendored ? 'vendor' : existsSync(path.join(mirror.root, 'vendor')) ? 'readonly' : 'unsaid',
    ),
  };
  const ask = async (
    cwd: string,
    command: GoCommand,
    more: GoSettings = {},
  ): Promise<{ out: string; words: string }> => {
    try {
      return { out: await go.text(cwd, command, { ...settings, ...more }), words: '' };
    } catch (error) {
      const fault = toFault(error);
      if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
      return { out: '', words: fault.detail ?? fault.message };
    }
  };
  const list = await ask(mirror.root, vendored ? goCommands.listMains({}) : goCommands.listAll({}));
  const built = await ask(
    mirror.root,
    goCommands.listPackages({}, packagePatterns(asItStands(project, mirror)), { errors: true, format: errorLine }),
    // Sources may be gigabytes: what the cache lacks of them is not asked, unless all depends on it.
    fetching ? {} : noNetwork,
  );
  const selected = new Map<string, string>();
  for (const folder of alone) {
    // Its own go.sum need not be whole for that: on copies of the two, which go completes.
    const modfile = absoluteFile(mirror.copyOf(folder));
    const { out, words } = await ask(mirror.at(folder), goCommands.listAll({ modfile }, { format: moduleLine }), {
      GOWORK: 'off',
      GOFLAGS: ownFlags(env.GOFLAGS, 'mod'),
    });
    selected.set(folder, words === '' ? out : `refused: ${words}`);
  }
  const told = `${built.out}\n${built.words}`;
  return { graph: list.words, packages: new Set(errorsIn(told)), lacks: lookupsOff.test(told), alone: selected };
}

const errorLine = '{{if .Error}}{{.ImportPath}}: {{printf "%q" .Error.Err}}{{end}}';
const moduleLine = '{{.Path}} {{.Version}}{{with .Replace}} => {{.Path}} {{.Version}}{{end}}';

/** With the members that go.work has now. */
function asItStands(project: Project, mirror: Mirror): Project {
  if (project.work === undefined) return project;
  try {
    return findProject(mirror.root, { file: mirror.gowork });
  } catch {
    return project;
  }
}

/** Go's words of one of `packages`, without what it advises. */
export function wordsOfPackage(line: string): string {
  const [, quoted = ''] = /^\S+: ("(?:[^"\\]|\\["\\nt])*")$/.exec(line) ?? [];
  const words = quoted === '' ? line : String(JSON.parse(quoted));
  return words.replace(/; to add it:[^]*$/, '');
}

function errorsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !lookupsOff.test(line));
}
