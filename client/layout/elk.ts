/** elk for the page: in a worker of its own, which is made when it is first used and ended whenever it is busy for nothing. */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { elkEngine } from '../../drawing/layout/elk.ts';
import type { CancelSignal, LayoutEngine } from '../../drawing/layout/types.ts';
import { Fault } from '../../graph/fault.ts';
import { faultText } from '../words/faults.ts';

/** elkjs as far as it is needed. */
interface Elk {
  layout(graph: ElkNode): Promise<ElkNode>;
  terminateWorker(): void;
}

/** A running elk, and the promise that rejects when its worker dies: elkjs itself would then never answer. */
interface Running {
  readonly elk: Elk;
  readonly died: Promise<never>;
}

async function start(): Promise<Running> {
  const [{ default: ELK }, { default: ElkWorker }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?worker'),
  ]);
  const worker = new ElkWorker();
  const died = new Promise<never>((_resolve, reject) => {
    const fail = (event: Event): void => {
      const why = event instanceof ErrorEvent && event.message !== '' ? event.message : faultText.elkNotLoaded;
      reject(new Fault('defect', faultText.elkEnded(why), { hint: faultText.reload }));
    };
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
  });
  // Nobody may be waiting at that moment.
  died.catch(() => undefined);
  return { elk: new ELK({ workerFactory: () => worker }), died };
}

/** The engine. A layout that is cancelled, late or broken takes its worker with it; the next one starts another. */
export function elkInWorker(): LayoutEngine {
  let running: Promise<Running> | undefined;

  const end = async (used: Promise<Running>): Promise<void> => {
    if (running === used) running = undefined;
    (await used).elk.terminateWorker();
  };

  return elkEngine(async (graph: ElkNode, signal: CancelSignal) => {
    const used = (running ??= start());
    const stop = (): void => {
      void end(used).catch(() => undefined);
    };
    signal.addEventListener('abort', stop);
    try {
      const { elk, died } = await used;
      return await Promise.race([elk.layout(graph), died]);
    } catch (error) {
      stop();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
}
