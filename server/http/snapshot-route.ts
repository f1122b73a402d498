/** GET /api/snapshot: the newest good snapshot, packed, and not at all when the page has it already. */
import type { RequestHandler } from 'express';
import { Fault } from '../../graph/fault.ts';
import type { Session } from '../session/session.ts';
import { Refusal } from './refusal.ts';

export function snapshotRoute(session: Session): RequestHandler {
  return async (request, response) => {
    const { kept, state } = session;
    if (kept === undefined) {
      const fault =
        state.type === 'failed' ? state.fault : { code: 'not-found' as const, message: 'Nothing is loaded yet.' };
      throw new Refusal(503, new Fault(fault.code, fault.message, fault), { 'Retry-After': '1' });
    }
    response.set({ ETag: kept.etag, 'Cache-Control': 'private, no-cache' }).vary('Accept-Encoding');
    if (hasTag(request.get('If-None-Match'), kept.etag)) {
      response.status(304).end();
      return;
    }
    const packed = request.acceptsEncodings('gzip') === 'gzip';
    const bytes = packed ? await kept.packed() : kept.bytes;
    if (packed) response.setHeader('Content-Encoding', 'gzip');
    // As it is: send() would look at each of these once more, and at the tag a second time.
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', bytes.length);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly, or `*`. */
function hasTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
