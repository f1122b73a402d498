/** A hostile request: what it tries, and the bytes that are sent. */

/** The server that is attacked, as far as an attacker or the user's own browser knows it. */
export interface Target {
  readonly port: number;
  /** Sent with whatever tries something else than to get in without it: then nothing but that is refused. */
  readonly token: string;
}

/** Bytes on a socket of their own, each character a byte. */
interface RawRequest {
  readonly what: string;
  readonly raw: string;
  /** Sent on after `raw`, one each second, until the server has enough. */
  readonly drip?: string;
}

/** What fetch sends. */
interface FetchedRequest {
  readonly what: string;
  readonly path: string;
  readonly init: RequestInit;
}

export type HostileRequest = RawRequest | FetchedRequest;

interface Parts {
  readonly method?: string;
  readonly path?: string;
  /** Host header; null leaves it out. */
  readonly host?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False leaves the token out. */
  readonly session?: boolean;
}

/** The text of a request that is right in all that is not given. */
export function text(target: Target, parts: Parts = {}): string {
  const { method = 'GET', path = '/api/health', host = `127.0.0.1:${target.port}`, headers = {}, body } = parts;
  const lines = [
    `${method} ${path} HTTP/1.1`,
    ...(host === null ? [] : [`Host: ${host}`]),
    ...(parts.session === false ? [] : [`Authorization: Bearer ${target.token}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [`Content-Length: ${body.length}`]),
    'Connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

/** Numbers that look random, from 0 to below 1, the same for a seed on every machine (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
