/** Whether somebody still waits for an answer. */
import type { Response } from 'express';

/** Fires when the connection closes before the answer was sent. */
export function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return gone.signal;
}
