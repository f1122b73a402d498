/** Who has a session: other users of this machine reach 127.0.0.1 too, and must not read the project or start go. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Auth {
  /** 256 random bits, base64url. */
  readonly token: string;
  /** Value of the Set-Cookie header that begins a session. */
  readonly cookie: string;
  /** True when this token is ours; takes the same time whichever it is. */
  isToken(given: string): boolean;
  /** True for a request with our cookie or with `Authorization: Bearer TOKEN`. */
  hasSession(request: IncomingMessage): boolean;
}

/** The cookie's name carries the port: cookies ignore ports, and two servers must not log each other out. */
export function createAuth(port: number): Auth {
  const token = randomBytes(32).toString('base64url');
  const name = `modscope-${port}`;
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = hash(token);
  const isToken = (given: string): boolean => timingSafeEqual(hash(given), expected);
  return {
    token,
    cookie: `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    isToken,
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
