/** What becomes of go.mod and the build list if the code stops importing something: the estimate at once, and go's own word. */
import { toFault } from '../../graph/fault.ts';
import { ownerOf } from '../../graph/packages/lost.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { MainModule, ModuleVersion, Snapshot } from '../../graph/snapshot/types.ts';
import { byImports, type ByImports } from '../../graph/unimport/by-imports.ts';
import { byRequirements } from '../../graph/unimport/by-requirements.ts';
import { outcomeOf, type Outcome, type Side, type Still } from '../../graph/unimport/outcome.ts';
import { targetOf, type Target } from '../../graph/unimport/target.ts';
import { mainNamed } from '../../graph/what-if/place.ts';
import { snapshotOf } from '../../graph/what-if/what-if.ts';
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
import { proveUnimport, type Proven, type Unproven } from './unimport-proof.ts';
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
  readonly estimate: Estimate;
  /** Why it is not proven. */
  readonly unproven?: Unproven;
}

export interface UnimportDone {
  readonly answer: UnimportAnswer;
  /** Said to the user beside it. */
  readonly notes: readonly string[];
}

/**
 * Asks what leaves go.mod and the build list once the code does not import `name`. The estimate is by imports where packages are asked
 * for and can be listed, else by requirements. go is then asked without a network, and where `fetches` says so with one. Nothing of
 * the user's is written. Throws a Fault: those of targetOf and mainNamed; 'go-failed' for a go.mod file that is not to be had.
 */
export async function unimportOf(
  dir: string,
  request: UnimportRequest,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<UnimportDone> {
  const phases = new Phases(onPhases);
  const ground = await groundOf(namedFolder(dir), options, phases, signal);
  const { project, declared } = ground;
  const notes = [...notesOf(project), ...modFileNote(project, options)];
  const base = await loadSide(ground, declared);
  const selected = base.snapshot.modules.filter((one) => one.selected === true);
  const stopping = request.in === undefined ? declared.mains : [mainNamed(declared, request.in)];
  const mains = new Set(stopping.map((main) => main.path));
  const sources = await phases.run('read sources', () => Promise.resolve(mainSources(project, declared.mains)));
  const own = sources.filter((one) => mains.has(one.main));
  const imported = [...own.flatMap(({ imports }) => imports), ...stopping.flatMap(({ tool }) => tool)];
  const target = targetOf(request.name, selected, imported);
  const asked: Asked = { target, mains, sources, base, still: stillOf(target, imported, selected) };
  const uses = usesOf(target, own, stopping);
  const about = { unimport: target.name, kind: target.kind, mains: [...mains], uses };
  const from = selected.length;
  if (uses.files === 0 && uses.tools.length === 0) {
    const nothing: Estimate = { by: 'requirements', ...outcomeOf(target, asked.still, base, base) };
    return { answer: { ...about, ...nothing, selected: { from, to: from }, estimate: nothing }, notes };
  }
  const estimate = await estimated(ground, asked, onPhases, notes);
  const proof = await prove(ground, asked, request.fetches);
  if ('words' in proof) {
    const to = from - estimate.removed.length + estimate.added.length;
    const unproven = { proven: false, selected: { from, to }, estimate, unproven: proof };
    return { answer: { ...about, ...estimate, ...unproven }, notes };
  }
  const [before, after] = [await loadSide(ground, proof.before), await loadSide(ground, proof.after)];
  const counts = { from: countSelected(before.snapshot), to: countSelected(after.snapshot) };
  const outcome = outcomeOf(target, asked.still, before, after);
  return { answer: { ...about, by: 'go', ...outcome, proven: true, selected: counts, estimate }, notes };
}

/** What is asked, and what is known before it is answered. */
interface Asked {
  readonly target: Target;
  readonly mains: ReadonlySet<string>;
  readonly sources: readonly SourceFile[];
  readonly base: Side;
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

/** By imports where packages are to be listed and can be; why they cannot is a note. */
async function estimated(ground: Ground, asked: Asked, onPhases: OnPhases, notes: string[]): Promise<Estimate> {
  const { target, mains, base, still } = asked;
  if (ground.options.packages === true) {
    try {
      const after = await afterImports(ground, asked, onPhases, notes);
      return { by: 'imports', ...outcomeOf(target, still, base, after) };
    } catch (error) {
      const fault = toFault(error);
      if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
      notes.push(`not estimated by imports: ${fault.message}`);
    }
  }
  return { by: 'requirements', ...byRequirements(openSnapshot(base.snapshot), target, still, mains) };
}

async function afterImports(
  ground: Ground,
  { target, mains, base }: Asked,
  onPhases: OnPhases,
  notes: string[],
): Promise<Side> {
  const { project, options, phases, signal, declared, files } = ground;
  const { packages, faults } = await askPackages(project.root, base.snapshot, options, onPhases, signal);
  for (const { message } of faults) notes.push(message);
  const tools = await phases.run('go list tools', () => toolPackages(ground));
  const known = { selected: base.snapshot.modules.filter((one) => one.selected === true), packages, tools };
  const estimate = (): ByImports => byImports({ ...declared, goMod: files.goMod }, known, target, mains);
  const first = estimate();
  if (first.result.missing.length === 0)
    return { declared: first.declared, snapshot: snapshotOf(first.declared, first.result) };
  await loadSide(ground, first.declared);
  return loadSide(ground, estimate().declared);
}

/** Without a network first, even where there may be one: what the module cache holds is often enough. */
async function prove(ground: Ground, { target, mains, sources }: Asked, fetches: boolean): Promise<Proven | Unproven> {
  const { go, env, project, options, phases, signal, declared } = ground;
  const waiting = irregularSource(project, declared.mains);
  if (waiting !== undefined) return { of: 'baseline', words: `${waiting}.`, lacks: false };
  const by = { env, project, declared, ...(options.tags === undefined ? {} : { tags: options.tags }) };
  const tidy = (own: Go): Promise<Proven | Unproven> =>
    phases.run('go mod tidy', () => proveUnimport({ ...by, go: own }, { target, mains, sources }));
  const first = await tidy(new Go({ ...options, offline: true }, signal));
  return fetches && !options.offline && 'words' in first && first.lacks ? tidy(go) : first;
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
