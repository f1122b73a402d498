/** GET /api/revisions and POST /api/diff: what the project on show can be compared with, and what changed since. */
import type { RequestHandler } from 'express';
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';
import type { DiffAnswer, Revisions } from '../../graph/wire.ts';
import { answerJson } from './answer-json.ts';
import { goneSignal } from './gone.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Answers for the project on show; both reject with a Fault, 'cancelled' when the signal fired. */
export interface ComparePort {
  readonly revisions: (signal: AbortSignal) => Promise<Revisions>;
  /** `base` is the name of a git revision, never of a file: the page reads files itself. */
  readonly diff: (base: string, signal: AbortSignal) => Promise<DiffAnswer>;
}

/** A name of a ref has at most some hundred characters (a path of the file system). */
const body = v.strictObject({ base: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) });

/** Without a port (a recording is on show) every question is refused. */
export function revisionsRoute(port: ComparePort | undefined): RequestHandler {
  return async (_request, response) => {
    answerJson(response, await portOf(port).revisions(goneSignal(response)));
  };
}

/** One comparison is worked on at a time: it loads two sides. */
export function diffRoute(port: ComparePort | undefined): RequestHandler {
  const inTurn = oneAtATime('comparisons');
  return async (request, response) => {
    const checked = v.safeParse(body, request.body);
    if (!checked.success) {
      const [issue] = checked.issues;
      throw new Fault('usage', `${v.getDotPath(issue) ?? 'The request'}: ${issue.message}`, {
        hint: '{"base": "v1.2.0"}',
      });
    }
    const { diff } = portOf(port);
    const answer = await inTurn(response, (signal) => diff(checked.output.base, signal));
    answerJson(response, answer);
  };
}

function portOf(port: ComparePort | undefined): ComparePort {
  if (port !== undefined) return port;
  throw new Fault('usage', 'Samples and recordings have no git history.', {
    hint: 'Serve the folder of a module in a git repository: `modscope DIR`. A snapshot file can be compared in the page.',
  });
}
