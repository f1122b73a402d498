/** Questions that start go: one of an address is worked on at a time, a few wait, more are refused. */
import type { Response } from 'express';
import { Fault } from '../../graph/fault.ts';
import { goneSignal } from './gone.ts';
import { Refusal } from './refusal.ts';

/** Questions that wait: more is no person's doing. */
const mostWaiting = 8;

/** Answers a question when its turn comes; the signal fires when nobody waits for the answer any more. */
export type InTurn = <Answer>(response: Response, answer: (signal: AbortSignal) => Promise<Answer>) => Promise<Answer>;

/** `questions` names them in the refusal. A question whose asker goes away is dropped, one that still waits is not begun. */
export function oneAtATime(questions: string): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (response, answer) => {
    if (waiting >= mostWaiting) {
      throw new Refusal(503, new Fault('too-large', `Too many ${questions} wait.`), { 'Retry-After': '1' });
    }
    const signal = goneSignal(response);
    const turn = last.then(() => {
      if (signal.aborted) throw new Fault('cancelled', 'Nobody waits for the answer.');
      return answer(signal);
    });
    waiting++;
    last = turn.then(
      () => waiting--,
      () => waiting--,
    );
    return turn;
  };
}
