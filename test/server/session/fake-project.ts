/** A project that loads what the test says, when the test says. */
import { Fault } from '../../../graph/fault.ts';
import type { ModuleVersion, Snapshot } from '../../../graph/snapshot/types.ts';
import type { Run } from '../../../graph/wire.ts';
import type { Loaded, OnPhases } from '../../../server/project/types.ts';
import type { SessionPorts } from '../../../server/session/session.ts';

/** A snapshot of one main module that requires `required` modules. */
export function smallSnapshot(required = 1): Snapshot {
  const names = Array.from({ length: required }, (_, i) => `example.com/a${String(i).padStart(5, '0')}`);
  const modules: ModuleVersion[] = [
    ...names.map((path): ModuleVersion => ({ path, version: 'v1.0.0', selected: true })),
    { path: 'example.com/main', selected: true, requires: names.map((path) => `${path}@v1.0.0`) },
  ];
  return {
    format: 1,
    mains: [
      {
        path: 'example.com/main',
        dir: '.',
        require: names.map((path) => ({ path, version: 'v1.0.0' })),
        replace: [],
        exclude: [],
        retract: [],
        tool: [],
        ignore: [],
      },
    ],
    modules,
    problems: [],
  };
}

export const someRun: Run = { source: 'sample fake', readAt: 1_700_000_000_000, took: 12, crossCheck: 'same' };

export function loadedOf(snapshot: Snapshot, fault?: Fault): Loaded {
  return { snapshot, run: someRun, folders: ['/somewhere'], notes: [], ...(fault === undefined ? {} : { fault }) };
}

/** Each load waits until `loads[i]` is answered; an abort rejects it as the real one does. */
export class FakeProject implements SessionPorts {
  readonly loads: { onPhases: OnPhases; answer: (outcome: Loaded | Error) => void; signal: AbortSignal }[] = [];
  readonly watched: (readonly string[])[] = [];
  stopped = 0;
  touch: () => void = () => undefined;

  readonly load = (onPhases: OnPhases, signal: AbortSignal): Promise<Loaded> =>
    new Promise((resolve, reject) => {
      const answer = (outcome: Loaded | Error): void => {
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      signal.addEventListener('abort', () => {
        reject(new Fault('cancelled', 'The load was cancelled.'));
      });
      this.loads.push({ onPhases, answer, signal });
    });

  readonly watch = (folders: readonly string[], onChange: () => void): (() => Promise<void>) => {
    this.watched.push(folders);
    this.touch = onChange;
    return () => {
      this.stopped += 1;
      return Promise.resolve();
    };
  };
}
