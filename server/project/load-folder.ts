/** Loads a module or workspace by running go on copies of its files. */
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import { typed } from '../../graph/remedy/typed.ts';
import type { GoEnv } from '../process/go-env.ts';
import { settingOf } from './go-setting.ts';
import { toolchainOf, versionOf } from './switched-toolchain.ts';
import { setAside } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { askGo, type Told } from './ask-go.ts';
import { realOr, replacementsByLink } from './by-link.ts';
import { besideOf } from './beside.ts';
import { declaredBy, type Declared } from './declared.ts';
import { namedFolder, notesOf, type Project } from './find.ts';
import { decisiveNames, fingerprint } from './fingerprint.ts';
import { foldersOf, projectFolders } from './folders.ts';
import { irregularGoMod } from './irregular.ts';
import { namesOf, wordsOf } from './machine.ts';
import { goModOf, modFileNote, projectOf } from './mod-file.ts';
import { Phases } from './phases.ts';
import { makeScratch, type Scratch } from './scratch.ts';
import { faultWithCause, oddSums, withCause } from './sum-encoding.ts';
import { snapshotOf } from './snapshot-of.ts';
import type { Loaded, LoadOptions, OnPhases } from './types.ts';

/**
 * The module or workspace of `dir`. The commands run side by side; what one of them cannot tell is a problem of the
 * snapshot, and `fault` says it in full. Throws a Fault when there is nothing to show: no go.mod, one that cannot be
 * read, cancelled.
 */
export async function loadFolder(
  dir: string,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  const started = performance.now();
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  const env = await goEnv(go, start);
  const project = projectOf(start, options, env instanceof Fault ? undefined : env);
  const names = decisiveNames(project.modFile);
  const seen = fingerprint(projectFolders(project), names);
  const { declared, told, scratch } = await loadAll(project, env, go, options, onPhases);
  // Where the user stands, too: a go.mod that comes, or comes back, there is the nearest.
  const folders = [...new Set([...foldersOf(project, declared.mains), start])];
  const words = wordsOf({
    project,
    mains: declared.mains,
    ...(env instanceof Fault ? {} : { env }),
    scratch,
  });
  if (declared.queries !== undefined && told.edges instanceof Fault)
    throw notLookedUp(declared.queries, told.edges, words);
  const { snapshot, fault, crossCheck } = snapshotOf({ project, declared, told, words, env });
  if (signal.aborted) throw new Fault('cancelled', 'The load was cancelled.');
  const odd = oddSums(project);
  const other = env instanceof Fault || fault !== undefined ? [] : await otherGo(go, env, project, declared, options);
  const notes = [
    ...other,
    ...notesOf(project),
    ...modFileNote(project, options),
    ...odd.map(({ what, hint }) => `${what}. ${hint}`),
    ...(env instanceof Fault ? [] : setAside(env.GOFLAGS)),
  ];
  return {
    snapshot:
      odd.length === 0 ? snapshot : { ...snapshot, problems: snapshot.problems.map((one) => withCause(one, odd)) },
    run: {
      ...(env instanceof Fault ? {} : { go: env.GOVERSION.replace(/^go/, ''), goos: env.GOOS, goarch: env.GOARCH }),
      source: dir,
      gowork: project.work === undefined ? 'off' : path.relative(project.root, project.gowork),
      readAt: Date.now(),
      took: Math.round(performance.now() - started),
      crossCheck,
      ...(notes.length === 0 ? {} : { notes }),
      ...(env instanceof Fault ? {} : { beside: besideOf(project, env, snapshot, options) }),
    },
    ...(fault === undefined
      ? {}
      : { fault: withLink(faultWithCause(withoutScratch(fault, scratch, project), odd), start, project, declared) }),
    folders,
    ...(project.modFile === undefined ? {} : { modFile: project.modFile, names }),
    seen: [...seen, ...fingerprint(folders.slice(seen.length), names)],
    notes,
  };
}

/** The go that the user's own goes on to for the toolchain line, where the graph on show is that of another. */
async function otherGo(
  go: Go,
  env: GoEnv,
  { root }: Project,
  { work, mains }: Declared,
  { toolchain }: LoadOptions,
): Promise<string[]> {
  const name = toolchain === 'auto' ? undefined : toolchainOf(work ?? mains[0] ?? {}, versionOf(env));
  if (name === undefined || (await settingOf(go, root, 'GOTOOLCHAIN')) === 'local') return [];
  return [
    `go typed here looks for ${name}, which ${work === undefined ? 'go.mod' : 'go.work'} names; what is shown comes from go ${versionOf(env)}.`,
  ];
}

/** Nothing is known of a version that go could not look up: go.mod's line is the cause, go's words say why. */
function notLookedUp(
  { code, message, hint }: Fault,
  { detail, message: said }: Fault,
  words: (text: string) => string,
): Fault {
  return new Fault(code, message, { ...(hint === undefined ? {} : { hint }), detail: words(detail ?? said) });
}

/** What `go env` says; the Fault where go cannot be run. Throws a Fault 'cancelled' only. */
async function goEnv(go: Go, folder: string): Promise<GoEnv | Fault> {
  try {
    return await go.env(folder);
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return fault;
  }
}

interface All {
  readonly declared: Declared;
  readonly told: Told;
  /** Folders of our own that go's words may name. */
  readonly scratch: readonly string[];
}

/** Declarations, graph and list side by side. A go.mod that cannot be read ends the other two. */
async function loadAll(
  project: Project,
  env: GoEnv | Fault,
  go: Go,
  options: LoadOptions,
  onPhases: OnPhases,
): Promise<All> {
  const phases = new Phases(onPhases);
  const asking = new AbortController();
  const declaring = phases.run('go.mod', () => declaredBy(project, env instanceof Fault ? undefined : go));
  if (env instanceof Fault) return { declared: await declaring, told: { edges: env, listed: env }, scratch: [] };
  let scratch: Scratch;
  try {
    scratch = makeScratch(project);
  } catch (error) {
    const fault = toFault(error);
    return { declared: await declaring, told: { edges: fault, listed: fault }, scratch: [] };
  }
  try {
    const asked = askGo(project, scratch, env, go.stoppedBy(asking.signal), phases, options.tags);
    let odd: Fault | undefined;
    declaring.then(
      ({ mains }) => {
        odd = irregularGoMod(foldersOf(project, mains));
        if (odd !== undefined) asking.abort();
      },
      () => {
        asking.abort();
      },
    );
    const [declared, told] = await Promise.allSettled([declaring, asked]);
    if (declared.status === 'rejected') throw toFault(declared.reason);
    if (odd !== undefined) return { declared: declared.value, told: { edges: odd, listed: odd }, scratch: [] };
    if (told.status === 'rejected') throw toFault(told.reason);
    const folders = [path.join(scratch.folder, 'graph'), path.join(scratch.folder, 'list'), scratch.folder];
    return { declared: declared.value, told: told.value, scratch: folders };
  } finally {
    scratch.remove();
  }
}

/** With a word on the link by which the folder was named, where it makes a difference. */
function withLink(fault: Fault, start: string, project: Project, declared: Declared): Fault {
  const real = realOr(start);
  const differs = real === start ? [] : replacementsByLink(start, real, project.root, declared);
  if (differs.length === 0) return fault;
  const { code, message, hint, detail, cause } = fault;
  const words = `${start} is a link, or below one: it is ${real}. go counts ../ from the name of the link; from the folder itself ${differs.join('; ')}: \`${typed('modscope', '-C', real)}\` looks there.`;
  return new Fault(code, message, {
    hint: hint === undefined ? words : `${hint}\n${words}`,
    ...(detail === undefined ? {} : { detail }),
    cause,
  });
}

/** The same fault in the user's terms: a copy that go names stands for the file itself. */
function withoutScratch(fault: Fault, scratch: readonly string[], project: Project): Fault {
  const { root } = project;
  // The disk of our copies is full, not that of the files that they stand for.
  if (fault.code === 'write-failed') return fault;
  const names = scratch.flatMap((folder) => namesOf(folder, root));
  const shown = (text: string): string =>
    names.reduce(
      (all, name) => all.replaceAll(path.join(name, 'go.mod'), goModOf(project)).replaceAll(name, root),
      text,
    );
  const { code, message, hint, detail, cause } = fault;
  return new Fault(code, shown(message), {
    ...(hint === undefined ? {} : { hint: shown(hint) }),
    ...(detail === undefined ? {} : { detail: shown(detail) }),
    cause,
  });
}
