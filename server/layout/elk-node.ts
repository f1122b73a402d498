/** elk for the command line: in a thread of its own, so that it can be ended at any moment. */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { elkEngine } from '../../drawing/layout/elk.ts';
import type { CancelSignal, LayoutEngine } from '../../drawing/layout/types.ts';
import { ElkThread } from './elk-thread.ts';

export interface Elk {
  readonly engine: LayoutEngine;
  /** Ends the thread. An engine that is used again starts another. */
  close(): Promise<void>;
}

/** Options for tests: another worker script, another deadline in milliseconds. */
export interface ElkOptions {
  readonly script?: string;
  readonly deadline?: number;
}

/**
 * elk in a thread, started by the first layout. Layouts asked for at the same time wait for one another, which counts
 * for their deadline. A layout that is cancelled, late or broken takes its thread with it; the next one gets a new one.
 */
export function startElk(options: ElkOptions = {}): Elk {
  let thread: ElkThread | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const runNow = async (graph: ElkNode, signal: CancelSignal): Promise<ElkNode> => {
    if (signal.aborted) throw signal.reason;
    const used = (thread ??= new ElkThread(options.script));
    try {
      return await used.layout(graph, signal);
    } catch (error) {
      if (thread === used) thread = undefined;
      await used.end();
      throw error;
    }
  };
  const run = (graph: ElkNode, signal: CancelSignal): Promise<ElkNode> => {
    const next = last.then(() => runNow(graph, signal));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    engine: elkEngine(run, options.deadline),
    async close() {
      const used = thread;
      thread = undefined;
      await used?.end();
    },
  };
}
