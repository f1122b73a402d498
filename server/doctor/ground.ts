/** What the checks stand on: asked once, when the first check asks, and shared by all. */
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { ofBuild, ofFacts, ofGraph, ofReport } from '../../graph/findings/registry.ts';
import { findFindings } from '../../graph/findings/index.ts';
import type { Finding } from '../../graph/findings/types.ts';
import { heldByNetwork } from '../../graph/remedy/settle.ts';
import { typed, typedFrom } from '../../graph/remedy/typed.ts';
import type { Model } from '../../graph/model/model.ts';
import type { GoVerdict } from '../../graph/model/verdict.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { findProgram } from '../process/find-program.ts';
import { Git } from '../process/git.ts';
import { Go } from '../process/go.ts';
import { declaredBy, type Declared } from '../project/declared.ts';
import { namedFolder, type Project } from '../project/find.ts';
import { projectOf } from '../project/mod-file.ts';
import { load } from '../project/load.ts';
import type { LoadOptions } from '../project/types.ts';
import { tryRemedies } from '../remedy/try-remedies.ts';
import { walkFolders, type Walked } from '../project/walked.ts';
import type { Machine } from './machine.ts';
import { NotRun } from './not-run.ts';
import { userEnv, type UserEnv } from './user-env.ts';

/** Milliseconds for all trials of what may mend what go refuses. */
const trials = 20_000;

/** Milliseconds for one program that the doctor runs. */
const patience = 10_000;

/** Told whatever their severity, with what was tried: also what go refuses beside a build that goes through. */
const besideErrors: ReadonlySet<string> = new Set([...ofFacts, ...ofReport, ...ofGraph, ...ofBuild]);

/** What go makes of the module, loaded whole. */
export interface Judged {
  readonly model: Model;
  readonly root: string;
  /** How many remedies would have to be tried with the network, which the user may allow. */
  readonly untried: number;
  /** Absent where go could not be asked; `why` says it. */
  readonly verdict?: GoVerdict;
  readonly why?: string;
}

export class Ground {
  /** The folder as the user named it, absolute, links kept. */
  readonly start: string;
  readonly options: LoadOptions;
  readonly machine: Machine;
  readonly signal: AbortSignal;
  readonly #patient: LoadOptions;
  readonly go: Go;
  /** Rejects with the Fault of a go that cannot be asked. */
  readonly env = once((): Promise<UserEnv> => userEnv(this.go, this.start, this.options.go));
  /** Found as go finds it; by ourselves where go cannot be asked. Rejects with a Fault 'no-module' or 'bad-input'. */
  readonly project = once(async (): Promise<Project> => {
    const env = await this.env().catch(() => undefined);
    return projectOf(this.start, this.options, env);
  });
  /** Folders below the root of the project. Rejects with NotRun without one. */
  readonly walked = once(async (): Promise<Walked> => walkFolders((await this.declared()).project.root, this.signal));
  /** What go.mod and go.work say. Rejects with the Fault of what cannot be read. */
  readonly declarations = once(async (): Promise<Declared> => {
    const asking = await this.env().then(
      () => this.go,
      () => undefined,
    );
    return declaredBy(await this.project(), asking);
  });

  /** The module loaded with go's verdict on it. Rejects with NotRun where no graph can be shown at all. */
  readonly judged = once(async (): Promise<Judged> => {
    const { project } = await this.declared();
    await this.settings();
    const options = { ...this.#patient, verdict: true, frontier: true } as const;
    const { snapshot, run, fault } = await load(
      { kind: 'folder', dir: this.start },
      options,
      () => undefined,
      this.signal,
    );
    const { verdict } = run.beside ?? {};
    const model = openSnapshot(snapshot, run.beside);
    const among = ({ code, severity }: Finding): boolean => severity === 'error' || besideErrors.has(code);
    const tried = await tryRemedies({
      dir: this.start,
      model,
      options: this.#patient,
      // What cannot be tried with what the module cache holds is told in words, unless the user asked for what needs the
      // network anyhow.
      fetches: options.facts === true || options.packages === true,
      patience: trials,
      onPhases: () => undefined,
      signal: this.signal,
      among,
    });
    return {
      model: { ...model, beside: { ...model.beside, tried } },
      root: project.root,
      untried: options.offline ? 0 : heldByNetwork(findFindings(model).filter(among), tried),
      ...(verdict === undefined ? {} : { verdict }),
      ...(fault === undefined ? {} : { why: fault.message.replace(/\.$/, '') }),
    };
  });

  /** How go itself answered; undefined where it could not be asked. Never rejects but for a load that was cancelled. */
  async verdict(): Promise<GoVerdict | undefined> {
    try {
      return (await this.judged()).verdict;
    } catch (error) {
      if (this.signal.aborted) throw error;
      return undefined;
    }
  }

  /** Throws a Fault 'not-found' where there is no such folder. */
  constructor(named: string, options: LoadOptions, machine: Machine, signal: AbortSignal) {
    const timeout = options.timeout === 0 ? patience : Math.min(options.timeout, patience);
    this.start = namedFolder(named);
    this.options = { ...options, timeout };
    this.#patient = options;
    this.machine = machine;
    this.signal = signal;
    this.go = new Go(this.options, signal);
  }

  /** The go that is run, absolute. Throws a Fault 'go-missing' or 'go-not-executable'. */
  program(): string {
    return findProgram(this.options.go);
  }

  /** Another go than the one that modscope runs. */
  goAt(program: string): Go {
    return new Go({ ...this.options, go: program }, this.signal);
  }

  git(folder: string): Git {
    return new Git(folder, this.options.timeout, this.signal);
  }

  /** The settings, or NotRun: who needs them does not tell again why go cannot be asked. */
  async settings(): Promise<UserEnv> {
    try {
      return await this.env();
    } catch (error) {
      if (error instanceof Fault && error.code === 'cancelled') throw error;
      throw new NotRun('go cannot be asked');
    }
  }

  /** The same, for checks that need it. Throws NotRun where that cannot be known: file-unreadable and no-module tell why. */
  async declared(): Promise<{ readonly project: Project; readonly declared: Declared }> {
    try {
      return { project: await this.project(), declared: await this.declarations() };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.code === 'no-module') throw new NotRun('there is no go.mod');
      if (error.code === 'bad-input' || error.code === 'too-large')
        throw new NotRun('go.mod or go.work cannot be read');
      throw error;
    }
  }

  /** A command as it is typed where the user stands, for one that has to run in `folder`. */
  inFolder(folder: string, ...words: readonly string[]): string {
    return this.typedIn(folder, typed(...words));
  }

  /** The same of one that is written already. */
  typedIn(folder: string, command: string): string {
    return path.resolve(this.machine.cwd) === folder ? command : typedFrom(folder, command);
  }

  /** A folder or file as a sentence names it: from the root of the project where it is below. */
  shown(root: string, file: string): string {
    const way = path.relative(root, file);
    return way === '' ? '.' : way.startsWith('..') || path.isAbsolute(way) ? file : way;
  }
}

/** Asks when it is first called; everybody gets the same answer. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined;
  return () => (asked ??= ask());
}
