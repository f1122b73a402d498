/** Runs a target in a thread and watches it: an input that takes too long or too much memory is a failure like others. */
import { Worker } from 'node:worker_threads';
import { cpuTime } from './cpu.ts';
import type { Counts, Failure } from './hunt.ts';
import { noteMemory, noteOn, read } from './note.ts';
import type { Target } from './target.ts';
import type { Message, Task } from './worker.ts';

/** Milliseconds of computing that one input may take: a thousand are read in less. */
const longest = 4000;
/** Megabytes of JavaScript objects that the thread may hold, and of memory that the process may hold in all. */
const mostHeap = 256;
const mostMemory = 1024;

export interface Watched {
  readonly counts: Counts;
  /** Milliseconds of computing for the input that took longest. */
  readonly slowest: number;
}

/** `program`: this program's own file, which the thread runs too. */
export async function watch(
  target: Target,
  { runs, seed, program }: { readonly runs: number; readonly seed: number; readonly program: URL },
  onFailure: (failure: Failure) => void,
): Promise<Watched> {
  const memory = noteMemory();
  const note = noteOn(memory);
  const task: Task = { name: target.name, runs, seed, memory };
  const worker = new Worker(program, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: mostHeap },
  });
  let seen = -1;
  let since = cpuTime();
  const found: Failure[] = [];
  let over = false;
  return new Promise((resolve) => {
    /** What is not known any more is counted as far as it came. */
    const ended = (error: string): void => {
      if (over) return;
      over = true;
      clearInterval(timer);
      void worker.terminate();
      onFailure({ target: target.name, seed, input: read(note), error });
      resolve({
        counts: { accepted: 0, refused: Atomics.load(note.head, 0) - 1, failed: found.length + 1 },
        slowest: cpuTime() - since,
      });
    };
    const timer = setInterval(() => {
      const now = Atomics.load(note.head, 0);
      if (now !== seen) {
        seen = now;
        since = cpuTime();
      } else if (now > 0 && cpuTime() - since > longest) ended(`no end within ${longest / 1000} s of computing`);
      if (process.memoryUsage.rss() > mostMemory * 2 ** 20) ended(`more than ${mostMemory} MB of memory`);
    }, 250);
    worker.on('message', (message: Message) => {
      if (message.kind === 'failure') {
        found.push(message.failure);
        onFailure(message.failure);
      } else {
        over = true;
        clearInterval(timer);
        resolve(message);
      }
    });
    worker.on('error', (error) => {
      ended(String(error));
    });
  });
}
