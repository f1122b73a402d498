/** From all that a load brought to the snapshot, with what failed told in it. */
import { Fault } from '../../graph/fault.ts';
import { splitName } from '../../graph/model/name.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import type { EdgeList, ListedModule, Records } from '../../graph/snapshot/records.ts';
import type { MainModule, Problem, Snapshot } from '../../graph/snapshot/types.ts';
import type { Run } from '../../graph/wire.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Told } from './ask-go.ts';
import { crossCheck } from './cross-check.ts';
import type { Declared } from './declared.ts';
import type { Project } from './find.ts';
import { knownGraph } from './known.ts';
import { problemsOfFault, problemsOfModules } from './problems.ts';

export interface Brought {
  readonly project: Project;
  readonly declared: Declared;
  readonly told: Told;
  readonly env: GoEnv | Fault;
  /** Takes what only this machine knows out of go's words. */
  readonly words: (text: string) => string;
}

export interface Outcome {
  readonly snapshot: Snapshot;
  readonly crossCheck: Run['crossCheck'];
  /** The heaviest failure; the snapshot shows what is known all the same. */
  readonly fault?: Fault;
}

export function snapshotOf(brought: Brought): Outcome {
  const { declared, told, words } = brought;
  const problems: Problem[] = declared.problems.map((problem) => ({ ...problem, text: words(problem.text) }));
  const said = new Set<string>();
  const tell = (subject: string, fault: Fault): void => {
    for (const problem of problemsOfFault(subject, fault, words)) {
      const key = problem.code === 'load-error' ? problem.text : `${problem.code} ${problem.subject}`;
      if (said.has(key)) continue;
      said.add(key);
      problems.push(problem);
    }
  };
  if (told.edges instanceof Fault) tell('go mod graph', told.edges);
  if (told.listed instanceof Fault) tell('go list -m', told.listed);
  else {
    const subjects = new Set(problems.map(({ subject }) => subject));
    problems.push(...problemsOfModules(told.listed, words).filter(({ subject }) => !subjects.has(subject)));
  }
  const fault = [declared.fault, told.edges, told.listed].find((one) => one instanceof Fault);
  return { ...selected(brought, problems), ...(fault === undefined ? {} : { fault }) };
}

function selected({ project, declared, told, env }: Brought, problems: readonly Problem[]): Outcome {
  const { work } = declared;
  const mains = told.edges instanceof Fault ? declared.mains : lookedUp(declared.mains, told.edges);
  const base = { mains, ...(work === undefined ? {} : { work }) };
  if (told.edges instanceof Fault) {
    // -e swallows errors of the graph: a list without a graph behind it may be cut short, and is not trusted.
    const known = knownGraph(project, declared, env instanceof Fault ? '' : env.GOMODCACHE, problems);
    return {
      snapshot: assemble({ ...base, edges: known.edges, problems: [...problems, ...known.problems] }),
      crossCheck: 'none',
    };
  }
  if (told.listed instanceof Fault) {
    return { snapshot: assemble({ ...base, edges: told.edges, problems }), crossCheck: 'none' };
  }
  return checked({ ...base, edges: told.edges, problems }, withDeclaredGo(told.listed, declared));
}

/** Require lines that name a branch or the like, with the version that go took for it: that of the main module's own requirement. */
function lookedUp(mains: readonly MainModule[], { names, from, to }: EdgeList): readonly MainModule[] {
  if (mains.every(({ require }) => require.every(({ query }) => query === undefined))) return mains;
  const taken = new Map<string, string>();
  from.forEach((node, line) => {
    const { path, version } = splitName(names[to[line] ?? -1] ?? '');
    taken.set(`${names[node] ?? ''} ${path}`, version);
  });
  return mains.map((main) => ({
    ...main,
    require: main.require.map((line) =>
      line.query === undefined ? line : { ...line, version: taken.get(`${main.path} ${line.path}`) ?? line.version },
    ),
  }));
}

/** The snapshot of a graph and a list; where the two select differently, that is a problem. */
export function checked(records: Records, listed: readonly ListedModule[]): Outcome {
  const snapshot = assemble({ ...records, listed });
  const differences = crossCheck(snapshot, listed);
  if (differences.length === 0) return { snapshot, crossCheck: 'same' };
  const problems = [...(records.problems ?? []), ...differences];
  return { snapshot: assemble({ ...records, listed, problems }), crossCheck: 'differs' };
}

/** A go.mod without a go line was given one for the list (go-mod-for-loading.ts): that line is not the user's. */
function withDeclaredGo(listed: readonly ListedModule[], declared: Declared): ListedModule[] {
  const without = new Set(declared.mains.filter((main) => main.go === undefined).map((main) => main.path));
  return listed.map((module) => {
    if (module.main !== true || !without.has(module.path)) return module;
    const { goVersion: _, ...rest } = module;
    return rest;
  });
}
