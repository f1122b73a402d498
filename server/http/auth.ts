/** Who has a session: other users of this machine reach 127.0.0.1 too, and must not read the project or start go. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Auth {
  /** 256 random bits, base64url. */
  readonly token: string;
  /** Value of the Set-Cookie header that begins a session. */
  readonly cookie: string;
  /**
   * A token that begins one session, within two minutes: for the browser's command line, which every user of this machine
   * can read as long as the browser runs.
   */
  once(): string;
  /** True when this token is ours, or one of once(), which is then used up; takes the same time whichever it is. */
  opens(given: string): boolean;
  /** True for a request with our cookie or with `Authorization: Bearer TOKEN`. */
  hasSession(request: IncomingMessage): boolean;
}

/** Milliseconds in which a link of once() may be followed. */
const lifeOfOnce = 120_000;

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The cookie's name carries the port: cookies ignore ports, and two servers must not log each other out. */
export function createAuth(port: number): Auth {
  const token = newToken();
  const name = `modscope-${port}`;
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = hash(token);
  const isToken = (given: string): boolean => timingSafeEqual(hash(given), expected);
  /** Hash of each link that was not followed yet, with the time when it ends (of performance.now). */
  const unused = new Map<Buffer, number>();
  return {
    token,
    cookie: `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    once() {
      const given = newToken();
      unused.set(hash(given), performance.now() + lifeOfOnce);
      return given;
    },
    opens(given) {
      if (isToken(given)) return true;
      const hashed = hash(given);
      for (const [one, end] of unused) {
        if (!timingSafeEqual(one, hashed)) continue;
        unused.delete(one);
        return performance.now() < end;
      }
      return false;
    },
    hasSession({ headers }) {
      const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
      if (bearer !== undefined && isToken(bearer)) return true;
      // Another server of this machine may have set a cookie of the same name: ours among them is enough.
      return cookiesNamed(name, headers.cookie ?? '').some(isToken);
    },
  };
}

function cookiesNamed(name: string, header: string): string[] {
  const start = `${name}=`;
  return header
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one.startsWith(start))
    .map((one) => one.slice(start.length));
}

/** The token in the query of a path (`/?a=1&token=…`), and the path without it, every other byte as it was. */
export function takeToken(url: string): { readonly token: string | undefined; readonly rest: string } {
  const at = url.indexOf('?');
  if (at < 0) return { token: undefined, rest: url };
  const parts = url.slice(at + 1).split('&');
  const token = parts.find((part) => part.startsWith('token='))?.slice('token='.length);
  const others = parts.filter((part) => part !== '' && !part.startsWith('token='));
  return { token, rest: url.slice(0, at) + (others.length > 0 ? `?${others.join('&')}` : '') };
}
