/** Lets in who has a session, swaps the token of the printed link for a cookie, and tells all others how to get in. */
import type { Request, RequestHandler, Response } from 'express';
import { Fault } from '../../graph/fault.ts';
import { type Auth, takeToken } from './auth.ts';
import { doorPage } from './door-page.ts';
import { Refusal } from './refusal.ts';

const hint =
  'Open the link that modscope printed when it started (it ends in ?token=…), or start modscope again. Programs send `Authorization: Bearer TOKEN`.';

export function door(auth: Auth): RequestHandler {
  return (request, response, next) => {
    const isPage = request.path === '/' && (request.method === 'GET' || request.method === 'HEAD');
    const { token, rest } = takeToken(request.url);
    const hasSession = auth.hasSession(request);
    if (isPage && token !== undefined && (hasSession || (request.method === 'GET' && auth.opens(token)))) {
      // Out of the address bar at once: a link that is copied from there must not carry the token.
      if (!hasSession) response.set('Set-Cookie', auth.cookie);
      response.status(303).set({ Location: rest, 'Cache-Control': 'no-store' }).end();
    } else if (hasSession) {
      next();
    } else if (isPage) {
      sendDoorPage(request, response, token === undefined, rest);
    } else {
      next(
        new Refusal(401, new Fault('unauthorized', 'This needs a session.', { hint }), {
          'WWW-Authenticate': 'Bearer',
        }),
      );
    }
  };
}

/**
 * A link on another site comes without our cookie (SameSite=Strict), session or not: the page then follows the same link
 * once more by itself, which brings the cookie if there is one.
 */
function sendDoorPage(request: Request, response: Response, mayRetry: boolean, rest: string): void {
  const retry = mayRetry && request.get('Sec-Fetch-Site') === 'cross-site';
  response
    .status(401)
    .set({ 'Cache-Control': 'no-store', 'WWW-Authenticate': 'Bearer' })
    .type('html')
    .send(doorPage(retry ? rest : undefined));
}
