/** Exit statuses (contracts: commands): what a script can tell apart. */
import type { FaultCode } from '../graph/fault.ts';
import { endingSignals, type EndingSignal } from '../server/process/at-end.ts';

export const exit = {
  fine: 0,
  /** The check failed as asked; `why` or `versions` of a module that is not there. */
  failed: 1,
  usage: 2,
  go: 3,
  badInput: 4,
  defect: 70,
  cannotWrite: 74,
} as const;

const statuses: Readonly<Record<FaultCode, number>> = {
  usage: exit.usage,
  'not-found': exit.usage,
  'port-taken': exit.usage,
  'bad-input': exit.badInput,
  'no-module': exit.badInput,
  'too-large': exit.badInput,
  'go-missing': exit.go,
  'go-not-executable': exit.go,
  'go-too-old': exit.go,
  'go-too-new': exit.go,
  'go-failed': exit.go,
  'go-killed': exit.go,
  'go-timeout': exit.go,
  'go-output-invalid': exit.go,
  'go-output-flood': exit.go,
  'checksum-mismatch': exit.go,
  'write-failed': exit.cannotWrite,
  cancelled: 130,
  unauthorized: exit.defect,
  defect: exit.defect,
};

/** The status of a command that ends with a Fault of this code. */
export function statusOf(code: FaultCode): number {
  return statuses[code];
}

const signals: Readonly<Record<EndingSignal, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGQUIT: 131,
  SIGABRT: 134,
  SIGTERM: 143,
};

/** 128 and the number of the signal, as shells have it. */
export function statusOfSignal(signal: NodeJS.Signals): number {
  const known = endingSignals.find((one) => one === signal);
  return known === undefined ? statuses.cancelled : signals[known];
}
