/** GET /api/packages: what go list told of packages, once it has. */
import type { RequestHandler } from 'express';
import { Fault } from '../../graph/fault.ts';
import type { Session } from '../session/session.ts';
import { answerJson } from './answer-json.ts';
import { Refusal } from './refusal.ts';

export function packagesRoute(session: Session): RequestHandler {
  return (_request, response) => {
    const packages = session.kept?.packages;
    if (packages === undefined) {
      const fault = new Fault('not-found', 'No packages are listed yet.', {
        hint: 'They are listed once the graph is up: GET /api/events says how far that is.',
      });
      throw new Refusal(503, fault, { 'Retry-After': '1' });
    }
    answerJson(response, packages);
  };
}
