/** The thread in which inputs are read: it can be ended when one never ends, and its memory has a limit. */
import { parentPort, workerData } from 'node:worker_threads';
import { cpuTime } from './cpu.ts';
import { hunt, type Counts, type Failure } from './hunt.ts';
import { noteOn, write } from './note.ts';
import { targets } from './targets/index.ts';

export interface Task {
  readonly name: string;
  readonly runs: number;
  readonly seed: number;
  readonly memory: SharedArrayBuffer;
}

export type Message =
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly counts: Counts; readonly slowest: number };

/** Does the task of this thread and tells of it. */
export function work(): void {
  const data: unknown = workerData;
  if (!isTask(data)) throw new Error('this thread has no task');
  const { name, runs, seed, memory } = data;
  const target = targets.find((one) => one.name === name);
  if (target === undefined || parentPort === null) throw new Error(`no target is called ${name}`);
  const port = parentPort;
  const tell = (message: Message): void => {
    port.postMessage(message);
  };
  const note = noteOn(memory);
  let slowest = 0;
  let started = cpuTime();
  const counts = hunt({
    target,
    runs,
    seed,
    onInput: (input) => {
      write(note, input);
      started = cpuTime();
    },
    onEnd: () => {
      slowest = Math.max(slowest, cpuTime() - started);
    },
    onFailure: (failure) => {
      tell({ kind: 'failure', failure });
    },
  });
  tell({ kind: 'done', counts, slowest });
}

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'memory' in data && data.memory instanceof SharedArrayBuffer;
}
