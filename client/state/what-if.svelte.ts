/** What the page asks about edits that nobody makes: the newest answer, how firm it is, and what was undone. */
import type { Diff } from '../../graph/diff/types.ts';
import { toFault, type FaultMessage } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import type { WhatIfStage, WordedEdit } from '../../graph/what-if/stages.ts';
import type { Phase } from '../../graph/wire.ts';
import type { Backend } from '../backend/backend.ts';
import { editsKey } from '../what-if/edit-text.ts';
import { comparing } from './comparing.ts';
import type { Comparison } from './comparison.ts';
import { localAnswer } from './local-answer.ts';

/** What an answer says beside its two graphs. */
export type Said = Omit<WhatIfStage, 'base' | 'head' | 'causes'>;

export class WhatIf {
  /** The newest answer: as a comparison, and what it says beside that. `key`: of the edits that it is of. */
  done: { readonly key: string; readonly comparison: Comparison; readonly said: Said } | undefined = $state.raw();
  /** The edits that are being asked about. */
  waiting: string | undefined = $state();
  phases: readonly Phase[] = $state.raw([]);
  /** Why there is no answer, or no firmer one, and to which edits; `at`: the place of the one at fault, where the page can tell. */
  fault: { readonly key: string; readonly fault: FaultMessage; readonly at?: number } | undefined = $state.raw();
  /** The edits as they were before each step, and those that were undone; the last ones last. */
  past: readonly (readonly WordedEdit[])[] = $state.raw([]);
  undone: readonly (readonly WordedEdit[])[] = $state.raw([]);
  /** The dialog for a new edit is open, and names this module. */
  adding: string | undefined = $state();

  readonly #backend: Backend;
  #work = new AbortController();
  #readAt: number | undefined;
  #prepared: number | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** True when these edits were asked about, against what was read at that time. */
  has(edits: readonly WordedEdit[], readAt: number | undefined): boolean {
    const key = editsKey(edits);
    const known = this.waiting === key || this.done?.key === key || this.fault?.key === key;
    return known && this.#readAt === readAt;
  }

  /**
   * Asks about these edits; what was asked before is given up. Where there is no server that can tell (`recorded`), the page estimates what it
   * can from its model. `prove`: go may download what it needs. `onAnswer` is called when there is a picture to draw; a fault is kept, not thrown.
   */
  async ask(
    edits: readonly WordedEdit[],
    about: {
      readonly model: Model;
      readonly recorded: boolean;
      readonly readAt: number | undefined;
      readonly prove?: boolean;
    },
    onAnswer: () => void,
  ): Promise<void> {
    this.#work.abort();
    const own = new AbortController();
    this.#work = own;
    const key = editsKey(edits);
    this.waiting = key;
    this.#readAt = about.readAt;
    this.fault = undefined;
    this.phases = [];
    const take = async (stage: WhatIfStage): Promise<void> => {
      const { base, head, causes, ...said } = stage;
      const before = this.done;
      const { comparisonOfStage } = await comparing.load();
      const comparison = await comparisonOfStage(key, base, head, causes, edits.length);
      if (own.signal.aborted) return;
      // A firmer answer that says the same is no new picture.
      const same = before?.key === key && sameDiff(before.comparison.diff, comparison.diff);
      this.done = { key, said, comparison: same ? before.comparison : comparison };
      if (!same) onAnswer();
    };
    try {
      const { whatIf } = this.#backend;
      const alone = whatIf === undefined || about.recorded;
      const { askable, localStage } = await localAnswer.load();
      const wrong = askable(about.model, edits, alone);
      if (wrong !== undefined) {
        if (!own.signal.aborted) this.fault = { key, ...wrong };
      } else if (alone) await take(localStage(about.model, edits));
      else {
        // What the model says of imports that stop is there at once; packages and go's own word the server has.
        let last: Promise<void> =
          this.done?.key !== key && edits.every(({ kind }) => kind === 'unimport')
            ? Promise.resolve()
                .then(() => take({ ...localStage(about.model, edits), more: true, notes: [] }))
                .catch(() => undefined)
            : Promise.resolve();
        await whatIf({ edits, prove: about.prove === true }, own.signal, (event) => {
          if (own.signal.aborted) return;
          if (event.type === 'phases') this.phases = event.phases;
          else if (event.type === 'fault') this.fault = { key, fault: event.fault };
          else last = last.then(() => take(event.answer));
        });
        await last;
      }
    } catch (error) {
      if (!own.signal.aborted) this.fault = { key, fault: toFault(error).toMessage() };
    } finally {
      if (this.#work === own) this.waiting = undefined;
    }
  }

  /** Lets the server read what an answer needs, where a question is likely to come. */
  prepare(about: { readonly recorded: boolean; readonly readAt: number | undefined }): void {
    const { whatIf } = this.#backend;
    if (about.recorded || whatIf === undefined || this.#prepared === about.readAt) return;
    this.#prepared = about.readAt;
    // What goes wrong now goes wrong once more when something is asked, and is said then.
    whatIf({ edits: [], prove: false }, new AbortController().signal, () => undefined).catch(() => undefined);
  }

  /** Gives up what is being asked; the answer so far stays. */
  cancel(): void {
    this.#work.abort();
    this.waiting = undefined;
  }
}

function sameDiff(a: Diff, b: Diff): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
