/** A value as the JSON of an answer. */
import type { Response } from 'express';
import { json } from '../../graph/json-text.ts';

/** Ends the answer. Express's own would write what no editor shows as it is. */
export function answerJson(response: Response, value: unknown): void {
  response.type('application/json').send(json(value));
}
