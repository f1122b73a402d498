/** One project on show: loads it, keeps the newest good snapshot, and tells whoever listens. Knows nothing of HTTP. */
import { type Fault, toFault } from '../../graph/fault.ts';
import type { Phase, ServerEvent } from '../../graph/wire.ts';
import type { Loaded, OnPhases } from '../project/types.ts';
import { Kept } from './kept.ts';
import { askLater, runWithPart, type AskLast, type AskLater, withPart } from './later.ts';
import { Turns } from './turns.ts';

export interface SessionPorts {
  /** Makes one load; rejects with a Fault, 'cancelled' when the signal fired. */
  readonly load: (onPhases: OnPhases, signal: AbortSignal) => Promise<Loaded>;
  /** What to ask for once a whole graph is up. */
  readonly later?: readonly AskLater[];
  /**
   * What is tried last of all, on the snapshot with all its parts: it changes no byte of that, but what is known beside it.
   */
  readonly last?: AskLast;
  /** Calls back when a file in one of the folders has changed; returns the way to stop. Left out: nothing is watched. */
  readonly watch?: (
    folders: readonly string[],
    onChange: () => void,
    seen?: readonly string[],
    names?: readonly string[],
  ) => () => Promise<void>;
}

export type Listener = (event: ServerEvent) => void;

export class Session {
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<Listener>();
  readonly #loads = new Turns((signal) => this.#load(signal));
  #state: ServerEvent = { type: 'loading', phases: [] };
  /** How the last load ended that was not cancelled: a cancelled one falls back to it. */
  #settled: ServerEvent | undefined;
  #kept: Kept | undefined;
  #keptIsWhole = false;
  #later: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined;
  #closed = false;
  #watched = '';
  #stopWatching: (() => Promise<void>) | undefined;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  /** The newest event: all that someone who joins now needs to know. */
  get state(): ServerEvent {
    return this.#state;
  }

  /** The newest whole snapshot, else the newest partial one; undefined before the first. */
  get kept(): Kept | undefined {
    return this.#kept;
  }

  /** Calls the listener on every change from now on; returns the way to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Loads. Any number of simultaneous requests is one run; one that comes while a load has been running for a while may
   * know of something newer, and one more load follows. Resolves when it has ended.
   */
  async refresh(): Promise<void> {
    if (!this.#closed) await this.#loads.join();
  }

  /** Files have changed. A load that runs may have read the old ones: one more follows it. Resolves when that has ended. */
  async changed(): Promise<void> {
    if (!this.#closed) await this.#loads.after();
  }

  /** Stops the load that runs, the one that would follow it, and what is asked for later. Resolves when no process is left. */
  async cancel(): Promise<void> {
    const asking = this.#later;
    await Promise.all([this.#loads.cancel(), this.#stopAsking()]);
    // Nobody waits for it any more: the state says so.
    if (asking !== undefined && this.#state.type === 'ready' && this.#later === undefined) {
      const { etag, run } = this.#state;
      this.#settle({ type: 'ready', etag, run });
    }
  }

  /** Ends load, watch and listening, for good. Resolves when no process is left. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    const stopWatching = this.#stopWatching;
    this.#stopWatching = undefined;
    await Promise.all([this.cancel(), stopWatching?.()]);
  }

  async #load(signal: AbortSignal): Promise<void> {
    // At once: whoever asked for a refresh reads no state of before it as the one after it.
    this.#tell({ type: 'loading', phases: [] });
    await this.#stopAsking();
    try {
      const loaded = await this.#ports.load((phases) => {
        if (!signal.aborted) this.#tell({ type: 'loading', phases });
      }, signal);
      if (signal.aborted) this.#cancelled();
      else await this.#loaded(loaded);
    } catch (error) {
      const fault = toFault(error);
      if (signal.aborted || fault.code === 'cancelled') this.#cancelled();
      else this.#failed(fault);
    }
  }

  async #loaded(loaded: Loaded): Promise<void> {
    const { snapshot, run, fault } = loaded;
    // What is left when go failed never takes the place of a whole graph.
    if (fault === undefined || !this.#keptIsWhole) {
      this.#kept = new Kept(snapshot, run);
      this.#keptIsWhole = fault === undefined;
    }
    await this.#watch(loaded);
    if (fault !== undefined) this.#failed(fault);
    else if (this.#kept !== undefined) {
      this.#settle({ type: 'ready', etag: this.#kept.etag, run });
      this.#ask(loaded);
    }
  }

  /** Asks for the rest of a whole graph, in the background: each part makes a snapshot of its own, with a tag of its own. */
  #ask(loaded: Loaded): void {
    const { later = [], last } = this.#ports;
    if ((later.length === 0 && last === undefined) || this.#closed) return;
    const abort = new AbortController();
    const isOver = (): boolean => abort.signal.aborted;
    let { snapshot, run } = loaded;
    const tell = (phases: readonly Phase[]): void => {
      if (this.#kept === undefined) return;
      this.#settle({ type: 'ready', etag: this.#kept.etag, run, later: [...phases, ...waiting] });
    };
    let told: readonly Phase[] = [];
    // What comes last is under way from the start: nobody takes the others' end for the end of all.
    let waiting: readonly Phase[] = last === undefined ? [] : [{ name: last.name, state: 'running', took: 0 }];
    if (later.length === 0) tell(told);
    const ended = askLater(
      later,
      loaded,
      {
        onPhases: (phases) => {
          told = phases;
          tell(phases);
        },
        onPart: (part) => {
          snapshot = withPart(snapshot, part);
          run = runWithPart(run, part);
          this.#kept = new Kept(snapshot, run);
          tell(told);
        },
      },
      abort.signal,
    ).then(async () => {
      if (last === undefined || isOver()) return;
      const before = told;
      waiting = [];
      const onPhases = (phases: readonly Phase[]): void => {
        if (isOver()) return;
        told = [...before, ...phases];
        tell(told);
      };
      try {
        const beside = await last.ask({ ...loaded, snapshot, run }, onPhases, abort.signal);
        abort.signal.throwIfAborted();
        run = { ...run, beside };
        this.#kept = new Kept(snapshot, run);
      } catch {
        // Remedies that nobody tried have no command; the phase says why.
      }
      if (!isOver()) tell(told);
    });
    this.#later = { abort, ended };
  }

  async #stopAsking(): Promise<void> {
    const asking = this.#later;
    this.#later = undefined;
    if (asking === undefined) return;
    asking.abort.abort();
    await asking.ended;
    // A load that is cancelled falls back to this: nobody asks any more.
    if (this.#settled?.type === 'ready' && this.#settled.later?.some(({ state }) => state === 'running') === true) {
      const { etag, run } = this.#settled;
      this.#settled = { type: 'ready', etag, run };
    }
  }

  #failed(fault: Fault): void {
    const shown = this.#kept === undefined ? {} : { etag: this.#kept.etag, run: this.#kept.run };
    this.#settle({ type: 'failed', fault: fault.toMessage(), ...shown });
  }

  #cancelled(): void {
    this.#tell({ type: 'cancelled' });
    if (this.#settled !== undefined) this.#tell(this.#settled);
  }

  #settle(event: ServerEvent): void {
    this.#settled = event;
    this.#tell(event);
  }

  #tell(event: ServerEvent): void {
    this.#state = event;
    for (const listener of this.#listeners) listener(event);
  }

  /** Watches these folders from now on; the same ones as before are left alone. A failed load names none: the old stay. */
  async #watch({ folders, seen, names }: Pick<Loaded, 'folders' | 'seen' | 'names'>): Promise<void> {
    const watched = [...folders, '', ...(names ?? [])].join('\0');
    if (this.#ports.watch === undefined || this.#closed || folders.length === 0 || watched === this.#watched) return;
    const stop = this.#stopWatching;
    this.#watched = watched;
    this.#stopWatching = this.#ports.watch(folders, () => void this.changed(), seen, names);
    await stop?.();
  }
}
