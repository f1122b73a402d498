/** What becomes of go.mod and the build list if the code stops importing something: the estimate at once, and go's own word. */
import { toFault } from '../../graph/fault.ts';
import { ownerOf } from '../../graph/packages/lost.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { MainModule, ModuleVersion, Snapshot } from '../../graph/snapshot/types.ts';
import { byImports, type ByImports, type Known } from '../../graph/unimport/by-imports.ts';
import { byRequirements } from '../../graph/unimport/by-requirements.ts';
import { outcomeOf, type Outcome, type Side, type Still } from '../../graph/unimport/outcome.ts';
import { targetOf, type Target } from '../../graph/unimport/target.ts';
import { mainNamed } from '../../graph/what-if/place.ts';
import { Go } from '../process/go.ts';
import { declaredBy } from './declared.ts';
import { namedFolder, notesOf } from './find.ts';
import { irregularSource } from './irregular-source.ts';
import { ModFiles } from './mod-files.ts';
import { modFileNote, projectOf } from './mod-file.ts';
import { askPackages } from './packages.ts';
import { Phases } from './phases.ts';
import type { LoadOptions, OnPhases } from './types.ts';
import { checkDeclared } from './what-if.ts';
import { loadSide, type Ground } from './unimport-load.ts';
import { proveUnimport, type Baselines, type Proven, type Unproven } from './unimport-proof.ts';
import { toolPackages } from './unimport-tools.ts';
import { mainSources, type SourceFile } from './unimport-sources.ts';

export interface UnimportRequest {
  /** A module path, a package path, or a pattern with `...`. */
  readonly name: string;
  /** The main module whose code stops: its path or folder; all of them without. */
  readonly in?: string;
  /** go may fetch what `go mod tidy` needs: that may be much. */
  readonly fetches: boolean;
}

/** An outcome, and what it rests on. */
export interface Estimate extends Outcome {
  readonly by: 'imports' | 'requirements';
}

export interface UnimportAnswer extends Outcome {
  readonly unimport: string;
  readonly kind: Target['kind'];
  /** Paths of the main modules whose code stops. */
  readonly mains: readonly string[];
  /** Packages of theirs that import it, sorted, and in how many files; tool lines that name it. */
  readonly uses: { readonly packages: readonly string[]; readonly files: number; readonly tools: readonly string[] };
  /** What the answer rests on: `go` where it is proven. */
  readonly by: 'go' | 'imports' | 'requirements';
  /** Absent where nobody tried: nothing imports it. */
  readonly proven?: boolean;
  /** Modules of the build list before and after, main modules among them. */
  readonly selected: { readonly from: number; readonly to: number };
  /** By requirements, then, where packages were listed, by imports; none where nothing imports it. */
  readonly estimates: readonly Estimate[];
  /** Why it is not proven. */
  readonly unproven?: Unproven;
}

export interface UnimportDone {
  readonly answer: UnimportAnswer;
  /** Said to the user beside it. */
  readonly notes: readonly string[];
}

/** What is read once, whatever is asked then. */
export interface Prepared {
  readonly ground: Ground;
  readonly base: Side;
  readonly sources: readonly SourceFile[];
  readonly onPhases: OnPhases;
  /** Said to the user beside each answer. */
  readonly notes: readonly string[];
  /** Packages, once they were asked for. */
  listed?: Promise<Listed>;
  /** What go makes of the code as it is, by the main module's path: without a network, and with one. */
  readonly baselines: { readonly alone: Baselines; readonly fetching: Baselines };
}

interface Listed {
  readonly known: Known;
  readonly notes: readonly string[];
}

/** Reads go.mod files and sources. Throws the Faults of declaredBy, and 'go-failed' for a go.mod file that is not to be had. */
export async function prepareUnimport(
  dir: string,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Prepared> {
  const phases = new Phases(onPhases);
  const ground = await groundOf(namedFolder(dir), options, phases, signal);
  const { project, declared } = ground;
  const base = await loadSide(ground, declared);
  const sources = await phases.run('read sources', () => Promise.resolve(mainSources(project, declared.mains)));
  const notes = [...notesOf(project), ...modFileNote(project, options)];
  return { ground, base, sources, onPhases, notes, baselines: { alone: new Map(), fetching: new Map() } };
}

/**
 * What leaves go.mod and the build list once the code does not import `name`. It is estimated by requirements, and by imports where
 * packages are asked for and can be listed; go is then asked without a network, and where `fetches` says so with one. Nothing of
 * the user's is written. Throws a Fault: those of targetOf and mainNamed; 'go-failed' for a go.mod file that is not to be had.
 */
export async function askUnimport(prepared: Prepared, request: UnimportRequest): Promise<UnimportDone> {
  const { ground, base, sources } = prepared;
  const { declared } = ground;
  const selected = base.snapshot.modules.filter((one) => one.selected === true);
  const stopping = request.in === undefined ? declared.mains : [mainNamed(declared, request.in)];
  const mains = new Set(stopping.map((main) => main.path));
  const own = sources.filter((one) => mains.has(one.main));
  const imported = [...own.flatMap(({ imports }) => imports), ...stopping.flatMap(({ tool }) => tool)];
  const target = targetOf(request.name, selected, imported);
  const asked: Asked = { target, mains, still: stillOf(target, imported, selected) };
  const uses = usesOf(target, own, stopping);
  const about = { unimport: target.name, kind: target.kind, mains: [...mains], uses };
  const from = selected.length;
  if (uses.files === 0 && uses.tools.length === 0) {
    const nothing = outcomeOf(target, asked.still, base, base);
    const answer = { ...about, ...nothing, by: 'imports' as const, selected: { from, to: from }, estimates: [] };
    return { answer, notes: prepared.notes };
  }
  const requirements = byRequirements(openSnapshot(base.snapshot), target, asked.still, mains);
  const { imports, notes } = await estimatedByImports(prepared, asked);
  const best: Estimate = imports ?? { by: 'requirements', ...requirements };
  const estimates: Estimate[] = [{ by: 'requirements', ...requirements }, ...(imports === undefined ? [] : [imports])];
  const proof = await prove(prepared, asked, request.fetches);
  if ('words' in proof) {
    const to = from - best.removed.length + best.added.length;
    const unproven = { proven: false, selected: { from, to }, estimates, unproven: proof };
    return { answer: { ...about, ...best, ...unproven }, notes: [...prepared.notes, ...notes] };
  }
  const [before, after] = [await loadSide(ground, proof.before), await loadSide(ground, proof.after)];
  const counts = { from: countSelected(before.snapshot), to: countSelected(after.snapshot) };
  const outcome = outcomeOf(target, asked.still, before, after);
  const answer = { ...about, by: 'go' as const, ...outcome, proven: true, selected: counts, estimates };
  return { answer, notes: [...prepared.notes, ...notes] };
}

/** What is asked. */
interface Asked {
  readonly target: Target;
  readonly mains: ReadonlySet<string>;
  readonly still: Still;
}

async function groundOf(start: string, options: LoadOptions, phases: Phases, signal: AbortSignal): Promise<Ground> {
  const go = new Go(options, signal);
  const env = await go.env(start);
  const project = projectOf(start, options, env);
  const read = await phases.run('go.mod', () => declaredBy(project, go));
  checkDeclared(read);
  const { mains, work } = read;
  const declared = { mains, ...(work === undefined ? {} : { work }) };
  const files = new ModFiles(project.root, env.GOMODCACHE);
  return { go, env, project, options, phases, signal, declared, files };
}

/** Absent where packages are not to be listed, or cannot be: why is a note. */
async function estimatedByImports(
  prepared: Prepared,
  { target, mains, still }: Asked,
): Promise<{ readonly imports?: Estimate; readonly notes: readonly string[] }> {
  const { ground, base } = prepared;
  if (ground.options.packages !== true) return { notes: [] };
  try {
    const { known, notes } = await (prepared.listed ??= listed(prepared));
    const { declared, files } = ground;
    const estimate = (): ByImports => byImports({ ...declared, goMod: files.goMod }, known, target, mains);
    const first = estimate();
    // Where go.mod files are lacking, go fetches them for the load.
    if (first.result.missing.length > 0) await loadSide(ground, first.declared);
    const after = await loadSide(ground, first.result.missing.length > 0 ? estimate().declared : first.declared);
    return { imports: { by: 'imports', ...outcomeOf(target, still, base, after) }, notes };
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return { notes: [`not estimated by imports: ${fault.message}`] };
  }
}

async function listed({ ground, base, onPhases }: Prepared): Promise<Listed> {
  const { project, options, phases, signal } = ground;
  const { packages, faults } = await askPackages(project.root, base.snapshot, options, onPhases, signal);
  const tools = await phases.run('go list tools', () => toolPackages(ground));
  const selected = base.snapshot.modules.filter((one) => one.selected === true);
  return { known: { selected, packages, tools }, notes: faults.map(({ message }) => message) };
}

/** Without a network first, even where there may be one: what the module cache holds is often enough. */
async function prove(prepared: Prepared, { target, mains }: Asked, fetches: boolean): Promise<Proven | Unproven> {
  const { ground, sources, baselines } = prepared;
  const { go, env, project, options, phases, signal, declared } = ground;
  const waiting = irregularSource(project, declared.mains);
  if (waiting !== undefined) return { of: 'baseline', words: `${waiting}.`, lacks: false };
  const by = { env, project, declared, ...(options.tags === undefined ? {} : { tags: options.tags }) };
  const tidy = (own: Go, known: Baselines): Promise<Proven | Unproven> =>
    phases.run('go mod tidy', () => proveUnimport({ ...by, go: own, baselines: known }, { target, mains, sources }));
  const first = await tidy(new Go({ ...options, offline: true }, signal), baselines.alone);
  return fetches && !options.offline && 'words' in first && first.lacks ? tidy(go, baselines.fetching) : first;
}

function countSelected({ modules }: Snapshot): number {
  return modules.filter((one) => one.selected === true).length;
}

function usesOf(
  { holds }: Target,
  sources: readonly SourceFile[],
  mains: readonly MainModule[],
): UnimportAnswer['uses'] {
  const using = sources.filter(({ imports }) => imports.some(holds));
  return {
    packages: [...new Set(using.map((one) => one.package))].sort(),
    files: using.length,
    tools: [...new Set(mains.flatMap(({ tool }) => tool.filter(holds)))].sort(),
  };
}

/** Of the modules of the target: what is imported and not meant by it. */
function stillOf({ modules, holds }: Target, imported: readonly string[], selected: readonly ModuleVersion[]): Still {
  const still = new Map<string, string[]>();
  for (const one of new Set(imported)) {
    if (holds(one)) continue;
    const owner = ownerOf(one, selected)?.path ?? '';
    if (modules.includes(owner)) still.set(owner, [...(still.get(owner) ?? []), one]);
  }
  return still;
}
