/** An elk engine that keeps what elk was asked, so that elkjs alone can be asked the same. */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { elkEngine } from '../../drawing/layout/elk.ts';
import type { LayoutEngine } from '../../drawing/layout/types.ts';
import { ElkThread } from '../../server/layout/elk-thread.ts';

export class ElkRecorder {
  readonly #thread = new ElkThread();
  #asked: ElkNode | undefined;

  readonly engine: LayoutEngine = elkEngine((graph, signal) => {
    this.#asked = graph;
    return this.#thread.layout(graph, signal);
  });

  /** The graph that elk was asked last. */
  last(): ElkNode {
    if (this.#asked === undefined) throw new Error('elk was never asked');
    return this.#asked;
  }

  close(): Promise<void> {
    return this.#thread.end();
  }
}
