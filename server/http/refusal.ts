/** Faults as HTTP answers: status, headers, JSON. */
import type { ErrorRequestHandler, Response } from 'express';
import { Fault, type FaultCode, toFault } from '../../graph/fault.ts';
import { answerJson } from './answer-json.ts';

/** A fault with the status it is answered with. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly fault: Fault;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, fault: Fault, headers: Readonly<Record<string, string>> = {}) {
    super(fault.message);
    this.status = status;
    this.fault = fault;
    this.headers = headers;
  }
}

/** 4xx: who asked is wrong. 502: go could not do it. 500: we are wrong. */
const statusOf: Partial<Record<FaultCode, number>> = {
  usage: 400,
  'bad-input': 400,
  unauthorized: 401,
  'not-found': 404,
  cancelled: 409,
  'too-large': 413,
  'write-failed': 500,
  defect: 500,
};

/** Whatever was thrown as a refusal. Express and its body parser mark what the client did wrong with a 4xx `status`. */
function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (!(error instanceof Fault) && typeof status === 'number' && status >= 400 && status < 500) {
    return new Refusal(status, new Fault('bad-input', 'This request cannot be read.', { cause: error }));
  }
  const fault = toFault(error);
  return new Refusal(statusOf[fault.code] ?? 502, fault);
}

/** Answers with the fault as JSON; where an answer has begun already, the connection is cut instead. */
export const answerFaults: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (response.headersSent) response.destroy();
  else sendRefusal(response, toRefusal(error));
};

function sendRefusal(response: Response, { status, fault, headers }: Refusal): void {
  answerJson(response.status(status).set({ ...headers, 'Cache-Control': 'no-store' }), fault.toMessage());
}
