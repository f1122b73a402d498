/**
 * POST /api/what-if: what an edit of go.mod would change. Who accepts application/json gets one answer, and one question is worked on
 * at a time; who accepts application/x-ndjson gets a line for each answer (graph/what-if/stages.ts): what go.mod files come to waits for
 * nothing, go is run for one question at a time.
 */
import type { RequestHandler } from 'express';
import * as v from 'valibot';
import { Fault, toFault } from '../../graph/fault.ts';
import { json } from '../../graph/json-text.ts';
import { editKinds, type WhatIfEvent } from '../../graph/what-if/stages.ts';
import { overKnown } from './stage-over.ts';
import type { Asking, Question } from '../project/what-if-desk.ts';
import type { WhatIfAnswer, WhatIfRequest } from '../project/what-if.ts';
import { readEdits } from '../project/what-if-edits.ts';
import { answerJson } from './answer-json.ts';
import { goneSignal } from './gone.ts';
import { oneAtATime, type InTurn } from './one-at-a-time.ts';
import { Refusal } from './refusal.ts';

/** Answers for the project on show; rejects with a Fault, 'cancelled' when the signal fired. */
export type WhatIfPort = (request: WhatIfRequest, signal: AbortSignal) => Promise<WhatIfAnswer>;

/** Tells each answer as it is there; rejects with a Fault, 'cancelled' when the signal fired. */
export type WhatIfStages = (question: Question, asking: Asking) => Promise<void>;

/** Edits of one question: more is no person's doing. */
const mostEdits = 100;
/** Questions that are streamed at once: each holds two graphs. */
const mostStreams = 8;

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

const worded = v.strictObject({
  edits: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(editKinds),
        value: v.pipe(v.string(), v.maxLength(2000)),
        in: v.exactOptional(v.pipe(v.string(), v.maxLength(2000))),
      }),
    ),
    v.maxLength(mostEdits),
  ),
  prove: v.optional(v.boolean(), false),
  /** Digests of the bases that the reader holds: answers are told as what differs from these. */
  knows: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(10))),
});

/** Without ports (a recording is on show) every question is refused. A question whose asker goes away is dropped. */
export function whatIfRoute(port: WhatIfPort | undefined, stages: WhatIfStages | undefined): RequestHandler {
  const inTurn = oneAtATime('what-if questions');
  const streamed = streamRoute(stages, inTurn);
  return async (request, response, next) => {
    if (request.accepts(['application/json', ndjson]) === ndjson) {
      await streamed(request, response, next);
      return;
    }
    const asked = readBody(request.body);
    if (port === undefined) throw ofRecording();
    const answer = await inTurn(response, (signal) => port(asked, signal));
    answerJson(response, answer);
  };
}

const ndjson = 'application/x-ndjson';

function streamRoute(stages: WhatIfStages | undefined, inTurn: InTurn): RequestHandler {
  let open = 0;
  return async (request, response) => {
    const asked = checked(
      worded,
      request.body,
      '{"edits": [{"kind": "drop", "value": "M", "in": "MAIN"}], "prove": false}',
    );
    if (stages === undefined) throw ofRecording();
    if (open >= mostStreams) {
      throw new Refusal(503, new Fault('too-large', 'Too many what-if questions are open.'), { 'Retry-After': '1' });
    }
    open++;
    const ended = new Promise<void>((resolve) => response.once('close', resolve));
    void ended.then(() => open--);
    response.type(ndjson);
    const { knows, ...question } = asked;
    const written = knows === undefined ? (event: WhatIfEvent): unknown => event : overKnown(knows);
    const tell = (event: WhatIfEvent): void => {
      if (!response.writableEnded) response.write(`${json(written(event))}\n`);
    };
    let done: (() => void) | undefined;
    const working = new Promise<void>((resolve) => (done = resolve));
    let begun: Promise<void> | undefined;
    /** Its turn lasts until all is answered: asked for again, it has begun. */
    const turn = (): Promise<void> =>
      (begun ??= new Promise((resolve, reject) => {
        inTurn(response, () => {
          resolve();
          return working;
        }).catch(reject);
      }));
    try {
      await stages(question, { tell, turn, signal: goneSignal(response) });
    } catch (error) {
      tell({ type: 'fault', fault: toFault(error).toMessage() });
    } finally {
      done?.();
      response.end();
    }
  };
}

function ofRecording(): Fault {
  return new Fault('usage', 'what-if reads go.mod files of other versions, which a recording does not hold.', {
    hint: 'Serve the folder of a module: `modscope DIR`.',
  });
}

function readBody(input: unknown): WhatIfRequest {
  const { edits, in: name } = checked(
    body,
    input,
    '{"edits": {"drop": ["M"], "set": ["M@V"], "replace": ["A=B@V"], "exclude": ["M@V"], "go": "1.22", "get": ["M@Q"]}, "in": "MAIN"}',
  );
  const { go, ...lists } = edits;
  return {
    edits: readEdits({ ...lists, ...(go === undefined ? {} : { go }) }),
    ...(name === undefined ? {} : { in: name }),
  };
}

/** Throws a Fault 'usage' that names the place of the mistake; `form` shows what a question looks like. */
function checked<Schema extends v.GenericSchema>(schema: Schema, input: unknown, form: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Fault('usage', `${v.getDotPath(issue) ?? 'The request'}: ${issue.message}`, { hint: form });
}
