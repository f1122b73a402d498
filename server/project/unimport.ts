/** What becomes of go.mod and the build list if the code stops importing something: the estimate at once, and go's own word. */
import { toFault } from '../../graph/fault.ts';
import { countSelected } from '../../graph/snapshot/selected.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { MainModule, Packages } from '../../graph/snapshot/types.ts';
import { byImports, type ByImports, type Known } from '../../graph/unimport/by-imports.ts';
import { byRequirements, snapshotWithout } from '../../graph/unimport/by-requirements.ts';
import { outcomeOf, type Outcome, type Side, type Still } from '../../graph/unimport/outcome.ts';
import { stillOf, targetOf, togetherOf, type Target } from '../../graph/unimport/target.ts';
import { mainNamed } from '../../graph/what-if/place.ts';
import { Go } from '../process/go.ts';
import { notesOf } from './find.ts';
import { loadSide, readGround, type Ground } from './ground.ts';
import { irregularSource } from './irregular-source.ts';
import { modFileNote } from './mod-file.ts';
import { askPackages } from './packages.ts';
import type { LoadOptions, OnPhases } from './types.ts';
import { proveUnimport, type Baselines, type Proven, type Unproven } from './unimport-proof.ts';
import { toolPackages } from './unimport-tools.ts';
import { mainSources, type SourceFile } from './unimport-sources.ts';
import { patchOf } from './what-if-patch.ts';

export interface UnimportRequest {
  /** Module paths, package paths, or patterns with `...`: the code stops importing all of them at once. One or more. */
  readonly names: readonly string[];
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
  /**
   * Where it is proven: what `git apply` takes in the folder of go.mod or go.work once the code has changed, from go.mod as it stands to go's own.
   * '' where no text changes; absent where no patch can say it.
   */
  readonly patch?: string;
}

/** What is read once, whatever is asked then. */
export interface Prepared {
  readonly ground: Ground;
  readonly base: Side;
  readonly sources: readonly SourceFile[];
  /** Said to the user beside each answer. */
  readonly notes: readonly string[];
  /** Packages that somebody listed already, of this platform. */
  readonly packages?: Packages;
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
  return prepareOn(await readGround(dir, options, onPhases, signal));
}

/** The same on what was read of the project before. */
export async function prepareOn(ground: Ground): Promise<Prepared> {
  const { project, declared, options, phases } = ground;
  const base = await loadSide(ground, declared);
  const sources = await phases.run('read sources', () => Promise.resolve(mainSources(project, declared.mains)));
  const notes = [...notesOf(project), ...modFileNote(project, options)];
  return { ground, base, sources, notes, baselines: { alone: new Map(), fetching: new Map() } };
}

/** What an answer rests on so far, and the graphs that it compares. */
export interface UnimportStage {
  readonly answer: UnimportAnswer;
  readonly base: Side;
  readonly head: Side;
  /** Said to the user beside it. */
  readonly notes: readonly string[];
}

/**
 * What leaves go.mod and the build list once the code does not import what `names` name. It is estimated by requirements, and by imports where
 * packages are asked for and can be listed; go is then asked without a network, and where `fetches` says so with one. Nothing of
 * the user's is written. `onStage` is called with each estimate as soon as it is there, before what it calls for is begun; it may wait, and what it rejects with ends this.
 * Throws a Fault: those of targetOf and mainNamed; 'go-failed' for a go.mod file that is not to be had.
 */
export async function askUnimport(
  prepared: Prepared,
  request: UnimportRequest,
  onStage: (stage: UnimportStage) => void | Promise<void> = () => undefined,
): Promise<UnimportStage> {
  const { ground, base, sources } = prepared;
  const { declared } = ground;
  const selected = base.snapshot.modules.filter((one) => one.selected === true);
  const stopping = request.in === undefined ? declared.mains : [mainNamed(declared, request.in)];
  const mains = new Set(stopping.map((main) => main.path));
  const own = sources.filter((one) => mains.has(one.main));
  const imported = [...own.flatMap(({ imports }) => imports), ...stopping.flatMap(({ tool }) => tool)];
  const target = togetherOf(request.names.map((name) => targetOf(name, selected, imported)));
  const asked: Asked = { target, mains, still: stillOf(target, imported, selected) };
  const uses = usesOf(target, own, stopping);
  const about = { unimport: target.name, kind: target.kind, mains: [...mains], uses };
  const from = selected.length;
  if (uses.files === 0 && uses.tools.length === 0) {
    const nothing = outcomeOf(target, asked.still, base, base);
    const answer = { ...about, ...nothing, by: 'imports' as const, selected: { from, to: from }, estimates: [] };
    return { answer, base, head: base, notes: prepared.notes };
  }
  const model = openSnapshot(base.snapshot);
  const requirements: Estimate = { by: 'requirements', ...byRequirements(model, target, asked.still, mains) };
  const after = snapshotWithout(model, target, asked.still, mains);
  const stage = (
    best: Estimate,
    head: Side,
    estimates: readonly Estimate[],
    notes: readonly string[],
  ): UnimportStage => {
    const to = from - best.removed.length + best.added.length;
    const answer = { ...about, ...best, proven: false, selected: { from, to }, estimates };
    return { answer, base, head, notes: [...prepared.notes, ...notes] };
  };
  const first = stage(
    requirements,
    { declared: { ...declared, mains: after.mains }, snapshot: after },
    [requirements],
    [],
  );
  await onStage(first);
  const { imports, notes } = await estimatedByImports(prepared, asked);
  const best =
    imports === undefined ? first : stage(imports.estimate, imports.after, [requirements, imports.estimate], notes);
  if (imports !== undefined) await onStage(best);
  const proof = await prove(prepared, asked, request.fetches);
  const said = [...prepared.notes, ...notes];
  if ('words' in proof) return { ...best, answer: { ...best.answer, unproven: proof }, notes: said };
  const [then, now] = [await loadSide(ground, proof.after), await loadSide(ground, proof.before)];
  const counts = { from: countSelected(now.snapshot), to: countSelected(then.snapshot) };
  const outcome = outcomeOf(target, asked.still, now, then);
  const { estimates } = best.answer;
  const patch = proof.texts === undefined ? undefined : patchOf(proof.texts);
  const answer = {
    ...about,
    by: 'go' as const,
    ...outcome,
    proven: true,
    selected: counts,
    estimates,
    ...(patch === undefined ? {} : { patch }),
  };
  return { answer, base: now, head: then, notes: [...said, ...(proof.untidy ? [untidy] : [])] };
}

const untidy =
  'go.mod is not as go mod tidy leaves it today: the patch also holds what go mod tidy changes with your code as it is.';

/** What is asked. */
interface Asked {
  readonly target: Target;
  readonly mains: ReadonlySet<string>;
  readonly still: Still;
}

/** Absent where packages are not to be listed, or cannot be: why is a note. */
async function estimatedByImports(
  prepared: Prepared,
  { target, mains, still }: Asked,
): Promise<{
  readonly imports?: { readonly estimate: Estimate; readonly after: Side };
  readonly notes: readonly string[];
}> {
  const { ground, base } = prepared;
  if (ground.options.packages !== true && prepared.packages === undefined) return { notes: [] };
  try {
    const { known, notes } = await (prepared.listed ??= listed(prepared));
    const { declared, files } = ground;
    const reckon = (): ByImports => byImports({ ...declared, goMod: files.goMod }, known, target, mains);
    const first = reckon();
    // Where go.mod files are lacking, go fetches them for the load.
    if (first.result.missing.length > 0) await loadSide(ground, first.declared);
    const after = await loadSide(ground, first.result.missing.length > 0 ? reckon().declared : first.declared);
    const estimate: Estimate = { by: 'imports', ...outcomeOf(target, still, base, after) };
    return { imports: { estimate, after }, notes };
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
    return { notes: [`not estimated by imports: ${fault.message}`] };
  }
}

async function listed({ ground, base, packages: given }: Prepared): Promise<Listed> {
  const { project, options, onPhases, phases, signal } = ground;
  const { packages, faults } =
    given === undefined
      ? await askPackages(project.root, base.snapshot, options, onPhases, signal)
      : { packages: given, faults: [] };
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
