/** What the page compares with: the list to choose from, the comparison that is being made, and the one that was made. */
import { Fault, toFault, type FaultMessage } from '../../graph/fault.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { Revisions } from '../../graph/wire.ts';
import type { Backend } from '../backend/backend.ts';
import { comparing } from './comparing.ts';
import type { Comparison } from './comparison.ts';
import { comparisonText } from '../words/comparison.ts';

/** Bytes of the largest file that is read: a text of more is more than a page can hold. */
const largestFile = 200 << 20;

export class Compare {
  revisions: Revisions | undefined = $state.raw();
  /** Why there is no list: a recording has none, the folder is in no repository. */
  listFault: FaultMessage | undefined = $state.raw();
  done: Comparison | undefined = $state.raw();
  /** Name of what is being compared with. */
  waiting: string | undefined = $state();
  /** Why the newest comparison failed. */
  fault: FaultMessage | undefined = $state.raw();

  readonly #backend: Backend;
  #work = new AbortController();
  #list = new AbortController();
  /** When the graph was read that `done` was compared with. */
  #readAt: number | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** A server can be asked about revisions. */
  get asks(): boolean {
    return this.#backend.diff !== undefined;
  }

  /** Asks for the revisions anew: a commit may have been made since. Of a sample there are none to ask for. */
  async list(isSample = false): Promise<void> {
    const { revisions } = this.#backend;
    if (revisions === undefined) return;
    if (isSample) {
      this.listFault = new Fault('usage', comparisonText.sampleHistory).toMessage();
      return;
    }
    this.#list.abort();
    const list = new AbortController();
    this.#list = list;
    try {
      this.revisions = await revisions(list.signal);
      this.listFault = undefined;
    } catch (error) {
      if (!list.signal.aborted) this.listFault = toFault(error).toMessage();
    }
  }

  /** True when `done` is of this revision, against what was read at that time. */
  has(revision: string, readAt: number | undefined): boolean {
    return this.done?.kind === 'revision' && this.done.name === revision && this.#readAt === readAt;
  }

  /** Compares with a revision. Resolves with whether there is a new comparison; a fault is kept, not thrown. */
  withRevision(revision: string, readAt: number | undefined): Promise<boolean> {
    return this.#begin(revision, async (signal) => {
      const { diff } = this.#backend;
      if (diff === undefined) {
        throw new Fault('usage', comparisonText.noHistory, {
          hint: comparisonText.noHistoryHint,
        });
      }
      const [answer, { comparisonOf }] = await Promise.all([diff(revision, signal), comparing.load()]);
      const made = await comparisonOf(answer);
      return () => {
        this.#readAt = readAt;
        // As it was asked for: the address names it so.
        this.done = { ...made, name: revision };
      };
    });
  }

  /** Compares with a snapshot file of the user's. */
  withFile(file: Pick<File, 'name' | 'size' | 'text'>, head: Snapshot): Promise<boolean> {
    return this.#begin(file.name, async () => {
      if (file.size > largestFile) throw new Fault('too-large', comparisonText.tooLarge(file.name));
      const text = await file.text().catch((error: unknown) => {
        throw new Fault('bad-input', comparisonText.unreadable(file.name), { cause: error });
      });
      const base = readSnapshot(text);
      const { comparisonWithFile } = await comparing.load();
      const made = await comparisonWithFile(file.name, base, head);
      return () => (this.done = made);
    });
  }

  /** The same file against a newer graph. */
  async againWith(head: Snapshot): Promise<boolean> {
    const { done } = this;
    if (done?.kind !== 'file' || done.head === head) return false;
    return this.#begin(done.name, async () => {
      const { comparisonWithFile } = await comparing.load();
      const made = await comparisonWithFile(done.name, done.base, head);
      return () => (this.done = made);
    });
  }

  /** Gives up what is being compared. */
  cancel(): void {
    this.#work.abort();
    this.waiting = undefined;
  }

  async #begin(name: string, work: (signal: AbortSignal) => Promise<() => void>): Promise<boolean> {
    this.#work.abort();
    const own = new AbortController();
    this.#work = own;
    this.waiting = name;
    this.fault = undefined;
    try {
      const settle = await work(own.signal);
      if (own.signal.aborted) return false;
      settle();
      return true;
    } catch (error) {
      if (!own.signal.aborted) this.fault = toFault(error).toMessage();
      return false;
    } finally {
      if (this.#work === own) this.waiting = undefined;
    }
  }
}
