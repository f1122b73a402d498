/** GET /api/events: the state as it is, then every change. Each event is a whole state: who comes back needs no other. */
import { createSession } from 'better-sse';
import type { RequestHandler } from 'express';
import { Fault } from '../../graph/fault.ts';
import { json } from '../../graph/json-text.ts';
import type { ServerEvent } from '../../graph/wire.ts';
import type { Session } from '../session/session.ts';
import { Refusal } from './refusal.ts';

/** More open pages than anyone has; below the number of files that a process may have open. */
const mostStreams = 200;
/** Milliseconds after which a page comes back. */
const retry = 1000;
/** Milliseconds between signs of life, so that nothing on the way drops a quiet stream. */
const keepAlive = 15_000;
/** Bytes that a page may leave unread before it is dropped; it comes back and gets the newest state. */
const mostUnread = 1 << 20;

export interface Streams {
  readonly handler: RequestHandler;
  /** Ends every stream. */
  end(): void;
}

export function eventStreams(session: Session): Streams {
  const open = new Set<() => void>();
  const handler: RequestHandler = async (request, response) => {
    if (open.size >= mostStreams) throw new Refusal(503, new Fault('too-large', 'Too many pages are open.'));
    const end = (): void => {
      response.end();
    };
    open.add(end);
    response.once('close', () => open.delete(end));
    const stream = await createSession(request, response, { retry, keepAlive, serializer: (event) => json(event) });
    if (!stream.isConnected) return;
    const send = (event: ServerEvent): void => {
      if (response.writableLength > mostUnread) response.destroy();
      else if (!response.writableEnded) stream.push(event, event.type);
    };
    const stop = session.listen(send);
    response.once('close', stop);
    send(session.state);
  };
  return {
    handler,
    end() {
      for (const one of open) one();
    },
  };
}
