/** Lets go load a scratch copy that holds the edits: so it fetches the .mod files that are not in the module cache, and so the answer is confirmed. */
import { Fault, toFault } from '../../graph/fault.ts';
import { causes } from '../../graph/findings/refused/causes.ts';
import { joinName } from '../../graph/model/name.ts';
import { nearest } from '../../graph/nearest.ts';
import type { EdgeList } from '../../graph/snapshot/records.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { ModuleRef, Snapshot } from '../../graph/snapshot/types.ts';
import type { Declarations } from '../../graph/what-if/apply.ts';
import type { Edit } from '../../graph/what-if/edits.ts';
import type { Lacking } from '../../graph/what-if/variants.ts';
import { understood } from '../../parsers/go-refusal/refusals.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';
import { goCommands } from '../process/go-commands.ts';
import { ownFlags } from '../process/go-flags.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ofGo } from '../process/go-words.ts';
import type { Go } from '../process/go.ts';
import type { Project } from './find.ts';
import { namesOf } from './machine.ts';
import { makeScratch } from './scratch.ts';
import { layDeclared } from './what-if-go-mod.ts';

/** How many of the modules that are not known are named. */
const named = 5;

/**
 * Lets go load each set of declarations that lacked something: so it fetches the .mod files that this load reads, checks
 * them against go.sum or the checksum database, and fetches no module. Throws the Faults of loadWithGo.
 */
export async function fetchAll(by: Loading, lacking: readonly Lacking[]): Promise<void> {
  for (const { declared, get } of lacking) if (get === undefined) await loadWithGo(by, declared);
}

/** What go is run with. */
export interface Loading {
  /** The declarations without the edits, and the graph that comes of them. */
  readonly base: { readonly declared: Declarations; readonly snapshot: Snapshot };
  readonly project: Project;
  readonly go: Go;
  readonly env: GoEnv;
  readonly edits: readonly Edit[];
}

/**
 * What `go mod graph` prints for these declarations, on a scratch copy. Throws a Fault with go's words, in which the
 * scratch folder is the project's. Its hint says what go's words mean, whether go refuses the module without the edits as
 * well (it is asked), and the nearest names of a path that the graph does not know; it names no command, for what mends
 * an edit is another edit.
 */
export async function loadWithGo(by: Loading, declared: Declarations): Promise<EdgeList> {
  try {
    return await graphOf(by, declared);
  } catch (error) {
    const fault = toFault(error);
    if (!ofGo.has(fault.code)) throw fault;
    throw await explained(by, fault);
  }
}

async function graphOf({ project, go, env }: Loading, declared: Declarations): Promise<EdgeList> {
  const scratch = makeScratch(project);
  try {
    const copy = scratch.copy('what-if');
    layDeclared(copy, project, declared);
    const GOFLAGS = ownFlags(env.GOFLAGS, project.work === undefined ? 'mod' : 'readonly');
    const parser = new ModGraphParser();
    try {
      await go.run(project.root, goCommands.modGraph(copy), { GOWORK: copy.gowork, GOFLAGS }, (chunk) => {
        parser.push(chunk);
      });
    } catch (error) {
      const names = [copy.folder, scratch.folder].flatMap((folder) => namesOf(folder, project.root));
      throw withoutScratch(toFault(error), names, project.root);
    }
    return parser.end();
  } finally {
    scratch.remove();
  }
}

function withoutScratch(fault: Fault, scratch: readonly string[], root: string): Fault {
  const shown = (text: string): string => scratch.reduce((all, name) => all.replaceAll(name, root), text);
  const { code, message, hint, detail } = fault;
  return new Fault(code, shown(message), {
    ...(hint === undefined ? {} : { hint: shown(hint) }),
    ...(detail === undefined ? {} : { detail: shown(detail) }),
    cause: fault,
  });
}

async function explained(by: Loading, fault: Fault): Promise<Fault> {
  const { message, detail, cause } = fault;
  const isOfEdit = (await faultWithout(by)) === undefined;
  const hints = [
    meaningOf(fault, by.base.snapshot),
    isOfEdit
      ? 'go loads your module without this edit, but not with it.'
      : 'go does not load the module without the edit either: what its findings say comes first.',
    hintFor(by),
  ];
  // The doctor looks at the module as it stands.
  return new Fault(isOfEdit && fault.code === 'go-too-new' ? 'go-failed' : fault.code, message, {
    hint: hints.filter((one) => one !== undefined).join('\n'),
    ...(detail === undefined ? {} : { detail }),
    cause,
  });
}

/** The Fault of the declarations as they stand; undefined where go loads them. Throws a Fault 'cancelled' or 'defect'. */
async function faultWithout(by: Loading): Promise<Fault | undefined> {
  try {
    await graphOf(by, by.base.declared);
    return undefined;
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return fault;
  }
}

/** What is advised of such words where a finding has them; undefined where nobody knows them. */
function meaningOf({ detail = '' }: Fault, base: Snapshot): string | undefined {
  const [first] = understood(detail).refusals.filter(({ code }) => code !== 'go-refuses');
  if (first === undefined) return undefined;
  const { words } = causes[first.code]([{ ...first, builds: false }], openSnapshot(base)).remedy;
  return words === '' ? undefined : words;
}

/** A path that an edit brings in may be mistyped. */
function hintFor({ edits, base }: Loading): string | undefined {
  const known = [...new Set(base.snapshot.modules.map((module) => module.path))];
  const brought = edits.flatMap((edit): ModuleRef[] =>
    edit.kind === 'require' ? [edit] : edit.kind === 'replace' && edit.new.version !== undefined ? [edit.new] : [],
  );
  const hints = brought
    .filter(({ path }) => !known.includes(path))
    .flatMap(({ path }) => {
      const near = nearest(path, known, 3);
      return near.length === 0 ? [] : [`${path} is not in the module graph: did you mean ${near.join(', ')}?`];
    });
  return hints.length === 0 ? undefined : hints.join('\n');
}

/** True when fetching brought nothing. */
export function sameLack(before: readonly Lacking[], after: readonly Lacking[]): boolean {
  const names = (lacking: readonly Lacking[]): string =>
    JSON.stringify(lacking.map(({ missing, get }) => [missing, get]));
  return names(before) === names(after);
}

/** The Fault for go.mod files that are not there, and that go may not or could not fetch. */
export function notAtHand(lacking: readonly Lacking[], offline: boolean): Fault {
  const missing = lacking.flatMap((one) => one.missing);
  const folders = missing.filter(({ version }) => version === undefined);
  if (folders.length > 0) {
    return new Fault(
      'go-failed',
      `There is no go.mod that can be read in ${someNames(folders)}, which a replace line names.`,
    );
  }
  const names = someNames(missing);
  return offline
    ? new Fault(
        'go-failed',
        `The go.mod of ${names} is not in the module cache, and with --offline go fetches nothing.`,
        { hint: 'Without --offline go may fetch it.' },
      )
    : new Fault('go-failed', `The go.mod of ${names} cannot be had.`, {
        hint: 'A go.mod may name a branch or a commit there in the place of a version.',
      });
}

/** True for the same lines in the same order. */
export function sameEdges(a: EdgeList, b: EdgeList): boolean {
  const line = ({ names, from, to }: EdgeList, i: number): string =>
    `${names[from[i] ?? -1] ?? ''} ${names[to[i] ?? -1] ?? ''}`;
  return a.from.length === b.from.length && a.from.every((_, i) => line(a, i) === line(b, i));
}

/** Names of modules for a message, the first few. */
function someNames(modules: readonly ModuleRef[]): string {
  const names = [...new Set(modules.map(({ path, version }) => joinName(path, version)))].sort();
  const more = names.length > named ? ` and ${String(names.length - named)} more` : '';
  return `${names.slice(0, named).join(', ')}${more}`;
}
