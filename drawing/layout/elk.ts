/** The engine for ordinary views: elk's layered algorithm, wherever it runs. */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { Fault, toFault } from '../../graph/fault.ts';
import { fromElk, toElk } from './elk-graph.ts';
import { addLoose, splitLoose } from './loose.ts';
import { finish } from './layered/steps.ts';
import { placeLayers } from './place-layers.ts';
import { Stop, throwIfAborted } from './stop.ts';
import { after } from './timer.ts';
import { fromDown, toDown } from './turn.ts';
import type { CancelSignal, Layout, LayoutEngine } from './types.ts';

/**
 * Asks elk once. When the signal fires (cancelled, or out of time) the answer is not waited for any more: a runner
 * should then end the worker that is busy with it, since elk itself cannot be interrupted.
 */
export type ElkRunner = (graph: ElkNode, signal: CancelSignal) => Promise<ElkNode>;

/** Milliseconds after which elk is given up. What is sent to it (choose.ts) takes a tenth of that. */
const elkDeadline = 20_000;

/**
 * elk as a layout engine. The same graph and direction give the same layout. Rejects with the signal's reason when
 * cancelled, and with a Fault: 'too-large' when elk does not answer in time (a worker that died says nothing at all),
 * 'defect' when it fails.
 */
export function elkEngine(run: ElkRunner, deadline: number = elkDeadline): LayoutEngine {
  return async (graph, direction, signal) => {
    throwIfAborted(signal);
    const down = toDown(graph, direction);
    const split = splitLoose(down);
    let layout: Layout = { width: 0, height: 0, x: new Float64Array(), y: new Float64Array(), routes: [] };
    if (split.linked.boxes.length > 0) {
      const answer = await ask(run, toElk(split.linked), signal, deadline);
      layout = finish(placeLayers(split.linked, fromElk(split.linked, answer)));
    }
    return fromDown(addLoose(layout, down, split), graph, direction);
  };
}

/** A signal may be fired with anything; what is thrown is an Error. */
function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Fault('cancelled', String(reason));
}

/** The first of: an answer, a failure, the signal, the deadline. */
function ask(run: ElkRunner, graph: ElkNode, signal: CancelSignal, deadline: number): Promise<ElkNode> {
  return new Promise((resolve, reject) => {
    const stop = new Stop();
    const settle = (end: () => void): void => {
      stopTimer();
      signal.removeEventListener('abort', onAbort);
      end();
    };
    const giveUp = (reason: unknown): void => {
      settle(() => {
        stop.fire(reason);
        reject(errorOf(reason));
      });
    };
    const onAbort = (): void => {
      giveUp(signal.reason);
    };
    const stopTimer = after(deadline, () => {
      giveUp(
        new Fault('too-large', `elk did not lay out ${graph.children?.length ?? 0} boxes within ${deadline / 1000} s`, {
          hint: 'show less: filter, group by owner, or lower the limit of boxes',
        }),
      );
    });
    signal.addEventListener('abort', onAbort);
    // A runner may also throw before it promises anything.
    Promise.resolve()
      .then(() => run(graph, stop))
      .then(
        (answer) => {
          settle(() => {
            resolve(answer);
          });
        },
        (error: unknown) => {
          settle(() => {
            const { code, message } = toFault(error);
            reject(new Fault(code, `elk could not lay out the graph: ${message}`, { cause: error }));
          });
        },
      );
  });
}
