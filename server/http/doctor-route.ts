/** GET /api/doctor: what `modscope doctor --json` prints, for the project on show. */
import type { RequestHandler } from 'express';
import type { Diagnosis } from '../../graph/diagnosis/types.ts';
import { Fault } from '../../graph/fault.ts';
import { answerJson } from './answer-json.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Looks at the project on show; rejects with a Fault, 'cancelled' when the signal fired. */
export type DoctorPort = (signal: AbortSignal) => Promise<Diagnosis>;

/** Without a port (a recording is on show) every question is refused. One is worked on at a time: it runs go and git. */
export function doctorRoute(port: DoctorPort | undefined): RequestHandler {
  const inTurn = oneAtATime('questions to the doctor');
  return async (_request, response) => {
    if (port === undefined) {
      throw new Fault('usage', 'The doctor looks at a folder, and a recording is on show.', {
        hint: 'Serve the folder of a module: `modscope DIR`, or ask in a shell: `modscope doctor DIR`.',
      });
    }
    answerJson(response, await inTurn(response, port));
  };
}
