/**
 * The one door for requests of our own: through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, which Node's own
 * fetch passes over, with the certificates of NODE_EXTRA_CA_CERTS, which Node adds for every connection by itself.
 */
import { withThousands } from '../../graph/thousands.ts';
import { Fault } from '../../graph/fault.ts';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

export interface Asking {
  /** Most bytes of the answer. */
  readonly limit: number;
  /** Milliseconds for all of it. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

export interface Door {
  /**
   * Asks with GET; up to five redirects are followed, from https to https only, and a password goes to its own host alone.
   * Throws a Fault 'go-failed' where there is no whole answer in time, 'too-large', or 'cancelled'.
   */
  readonly get: (address: URL, asking: Asking) => Promise<Answer>;
}

const mostRedirects = 5;

/** The client is loaded with the first door, and reads the environment as it is then. */
export async function openDoor(): Promise<Door> {
  const { EnvHttpProxyAgent, request } = await import('undici');
  // A proxy for http is asked as browsers and Go ask it, for https with CONNECT.
  const dispatcher = new EnvHttpProxyAgent({ connect: { timeout: 20_000 }, proxyTunnel: false, ...proxies() });
  return {
    get: async (address, { limit, timeout, signal }) => {
      const late = AbortSignal.timeout(timeout);
      const shown = withoutPassword(address);
      try {
        let at = address;
        for (let redirects = 0; ; redirects++) {
          const { statusCode, headers, body } = await request(withoutPassword(at), {
            dispatcher,
            signal: AbortSignal.any([signal, late]),
            headers: { 'user-agent': 'modscope', ...authorization(at) },
          });
          const { location } = headers;
          if (statusCode < 301 || statusCode > 308 || typeof location !== 'string') {
            return { status: statusCode, body: await whole(body, limit, shown) };
          }
          await body.dump();
          const next = new URL(location, at);
          if (redirects === mostRedirects || next.protocol !== at.protocol)
            throw failed(shown, `leads to ${next.origin}`);
          at = next;
        }
      } catch (error) {
        if (signal.aborted) throw new Fault('cancelled', 'Cancelled.', { cause: error });
        if (error instanceof Fault) throw error;
        if (late.aborted) throw failed(shown, `no whole answer within ${String(timeout / 1000)} s`, error);
        throw failed(shown, wordsOf(error), error);
      }
    },
  };
}

/** Of both spellings the one that is set and not empty, the small one first: an empty one hides none. */
function proxies(): Record<string, string> {
  const named = { httpProxy: 'http_proxy', httpsProxy: 'https_proxy', noProxy: 'no_proxy' };
  return Object.fromEntries(
    Object.entries(named).flatMap(([option, name]) => {
      const value = [process.env[name], process.env[name.toUpperCase()]].find((one) => (one ?? '') !== '');
      return value === undefined ? [] : [[option, value]];
    }),
  );
}

async function whole(body: AsyncIterable<Buffer>, limit: number, shown: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new Fault('too-large', `${shown} has more than ${withThousands(limit)} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function withoutPassword(address: URL): string {
  const plain = new URL(address);
  plain.username = '';
  plain.password = '';
  return plain.href;
}

function failed(shown: string, why: string, cause?: unknown): Fault {
  return new Fault('go-failed', `${shown}: ${why}.`, {
    hint: 'Check the network, and HTTPS_PROXY, HTTP_PROXY and NO_PROXY.',
    cause,
  });
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Of several addresses of a host that all failed, the words are those of the first.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return error.message === '' && first !== undefined ? wordsOf(first) : error.message.replace(/\.$/, '');
}
