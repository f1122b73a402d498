/** POST /api/what-if: what an edit of go.mod would change; one question is worked on at a time. */
import type { RequestHandler } from 'express';
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';
import type { WhatIfAnswer, WhatIfRequest } from '../project/what-if.ts';
import { readEdits } from '../project/what-if-edits.ts';
import { answerJson } from './answer-json.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Answers for the project on show; rejects with a Fault, 'cancelled' when the signal fired. */
export type WhatIfPort = (request: WhatIfRequest, signal: AbortSignal) => Promise<WhatIfAnswer>;

/** Edits of one question: more is no person's doing. */
const mostEdits = 100;

const words = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(mostEdits)), []);
const body = v.strictObject({
  edits: v.strictObject({
    drop: words,
    set: words,
    replace: words,
    exclude: words,
    get: words,
    go: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  in: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});

/** Without a port (a recording is on show) every question is refused. A question whose asker goes away is dropped. */
export function whatIfRoute(port: WhatIfPort | undefined): RequestHandler {
  const inTurn = oneAtATime('what-if questions');
  return async (request, response) => {
    const asked = readBody(request.body);
    if (port === undefined) {
      throw new Fault('usage', 'what-if reads go.mod files of other versions, which a recording does not hold.', {
        hint: 'Serve the folder of a module: `modscope DIR`.',
      });
    }
    const answer = await inTurn(response, (signal) => port(asked, signal));
    answerJson(response, answer);
  };
}

function readBody(input: unknown): WhatIfRequest {
  const checked = v.safeParse(body, input);
  if (!checked.success) {
    const [issue] = checked.issues;
    throw new Fault('usage', `${v.getDotPath(issue) ?? 'The request'}: ${issue.message}`, {
      hint: '{"edits": {"drop": ["M"], "set": ["M@V"], "replace": ["A=B@V"], "exclude": ["M@V"], "go": "1.22", "get": ["M@Q"]}, "in": "MAIN"}',
    });
  }
  const { edits, in: name } = checked.output;
  const { go, ...lists } = edits;
  return {
    edits: readEdits({ ...lists, ...(go === undefined ? {} : { go }) }),
    ...(name === undefined ? {} : { in: name }),
  };
}
