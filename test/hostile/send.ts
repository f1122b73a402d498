/** Sends a hostile request, and says whether it was refused. */
import { connect } from 'node:net';
import type { HostileRequest, Target } from './request.ts';

export interface Outcome {
  readonly refused: boolean;
  /** What came back, its first characters. */
  readonly answer: string;
}

/** Most that is kept of an answer. */
const mostKept = 1 << 16;

/**
 * Refused: every answer on the connection is a 4xx (or 501, 503, 505: no such thing here), or none came before the server
 * ended it, and `secret`, which only those may see who are let in, is in none. Neither a crash of ours (500) nor a
 * connection that is still open after `patience` milliseconds counts as refused.
 */
export async function send(
  target: Target,
  request: HostileRequest,
  secret: string,
  patience: number,
): Promise<Outcome> {
  const { answer, ended } =
    'raw' in request ? await overSocket(target, request, patience) : await byFetch(target, request, patience);
  const statuses = [...answer.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => Number(status));
  const refusals = statuses.every((status) => (status >= 400 && status < 500) || [501, 503, 505].includes(status));
  return { refused: ended && refusals && !answer.includes(secret), answer: answer.slice(0, 300) };
}

interface Came {
  readonly answer: string;
  /** The server ended the connection, or its answer. */
  readonly ended: boolean;
}

function overSocket(
  { port }: Target,
  { raw, drip }: Extract<HostileRequest, { raw: string }>,
  patience: number,
): Promise<Came> {
  return new Promise((resolve) => {
    let answer = '';
    let dripping: NodeJS.Timeout | undefined;
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      if (drip === undefined) {
        // Nothing more comes: a server that waits for the rest knows that it waits in vain.
        socket.end(raw, 'latin1');
        return;
      }
      socket.write(raw, 'latin1');
      let next = 0;
      dripping = setInterval(() => {
        if (drip !== '' && socket.writable) socket.write(drip.length < 10 ? drip : (drip[next++ % drip.length] ?? ''));
      }, 1000);
    });
    const late = setTimeout(() => {
      done(false);
    }, patience);
    const done = (ended: boolean): void => {
      clearTimeout(late);
      clearInterval(dripping);
      socket.destroy();
      resolve({ answer, ended });
    };
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      if (answer.length < mostKept) answer += chunk;
    });
    // A reset is how a server ends that does not want the rest.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      done(true);
    });
  });
}

async function byFetch(
  { port }: Target,
  { path, init }: Extract<HostileRequest, { path: string }>,
  patience: number,
): Promise<Came> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...init,
    });
    return { answer: `HTTP/1.1 ${response.status}\r\n\r\n${await response.text()}`, ended: true };
  } catch (error) {
    return { answer: String(error), ended: !(error instanceof DOMException) };
  }
}
