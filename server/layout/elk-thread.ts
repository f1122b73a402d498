/** One thread with elk in it, one layout at a time. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { CancelSignal } from '../../drawing/layout/types.ts';
import { Fault } from '../../graph/fault.ts';

/** elk's worker script is written for a browser: it is given a `self` whose messages go to us and come from us. */
const bootstrap = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.self = globalThis;
globalThis.postMessage = (message) => parentPort.postMessage(message);
require(workerData.script);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

/** elk's worker script: beside the built command line, or in the package when run from the sources. */
function workerScript(): string {
  const built = fileURLToPath(new URL('elk-worker.cjs', import.meta.url));
  if (existsSync(built)) return built;
  try {
    return createRequire(import.meta.url).resolve('elkjs/lib/elk-worker.min.js');
  } catch (cause) {
    throw new Fault('defect', `elk is missing: there is no ${built}`, { cause, hint: 'install modscope again' });
  }
}

/** What elk's worker sends back. */
interface Answer {
  readonly id: number;
  readonly data?: ElkNode;
  readonly error?: { readonly message?: string };
}

export class ElkThread {
  readonly #worker: Worker;
  #asked = 0;

  /** `script` is another worker script, for tests. */
  constructor(script: string = workerScript()) {
    this.#worker = new Worker(bootstrap, { eval: true, workerData: { script }, stdout: false, stderr: false });
    // Nobody waits for an idle thread: the command may end.
    this.#worker.unref();
    // Without a listener an error between two layouts would end the process; the next layout says it instead.
    this.#worker.on('error', () => undefined);
    this.#worker.postMessage({ id: this.#asked++, cmd: 'register', algorithms: ['layered'] });
  }

  /**
   * elk's answer. Rejects with the signal's reason when it fires, and with a Fault 'defect' when elk fails or its thread
   * dies; after either the thread must be ended.
   */
  layout(graph: ElkNode, signal: CancelSignal): Promise<ElkNode> {
    const worker = this.#worker;
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal.removeEventListener('abort', onAbort);
        worker.unref();
        end();
      };
      const fail = (message: string, cause?: unknown): void => {
        settle(() => {
          reject(new Fault('defect', message, { cause }));
        });
      };
      const onMessage = (answer: Answer): void => {
        if (answer.id !== id) return;
        const { data, error } = answer;
        if (data === undefined) fail(error?.message ?? 'elk failed and did not say why');
        else {
          settle(() => {
            resolve(data);
          });
        }
      };
      const onError = (error: Error): void => {
        fail(`its thread died: ${error.message}`, error);
      };
      const onExit = (): void => {
        fail('its thread has ended');
      };
      const onAbort = (): void => {
        settle(() => {
          reject(signal.reason instanceof Error ? signal.reason : new Fault('cancelled', 'the layout was cancelled'));
        });
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal.addEventListener('abort', onAbort);
      if (worker.threadId === -1) {
        onExit();
        return;
      }
      worker.ref();
      worker.postMessage({ id, cmd: 'layout', graph, layoutOptions: {}, options: {} });
    });
  }

  /** Ends the thread, busy or not. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
