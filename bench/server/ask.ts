/** A client that costs little: keep-alive sockets, each with one request under way. */
import { connect, type Socket } from 'node:net';

export interface Asked {
  readonly port: number;
  readonly path: string;
  /** Header lines besides Host. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Connections at once. */
const connections = 16;

/** Answers within `milliseconds`, and the bytes of the body of each. Throws when one is not 200. */
export async function ask(asked: Asked, milliseconds: number): Promise<{ answers: number; bytes: number }> {
  const tallies = await Promise.all(Array.from({ length: connections }, () => one(asked, milliseconds)));
  return { answers: tallies.reduce((sum, { answers }) => sum + answers, 0), bytes: tallies[0]?.bytes ?? 0 };
}

function one({ port, path, headers }: Asked, milliseconds: number): Promise<{ answers: number; bytes: number }> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return new Promise((resolve, reject) => {
    let answers = 0;
    let bytes = 0;
    /** Bytes of the answer that are still to come; undefined while its head is read. */
    let left: number | undefined;
    let head = Buffer.alloc(0);
    const end = performance.now() + milliseconds;
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      if (left === undefined) {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
        const at = head.indexOf('\r\n\r\n');
        if (at < 0) return;
        const text = head.toString('latin1', 0, at);
        const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
        if (!text.startsWith('HTTP/1.1 200 ') || length === undefined) {
          socket.destroy();
          reject(new Error(`an answer that was not expected: ${text}`));
          return;
        }
        bytes = Number(length);
        left = bytes - (head.length - at - 4);
        head = Buffer.alloc(0);
      } else left -= chunk.length;
      if (left > 0) return;
      left = undefined;
      answers += 1;
      if (performance.now() < end) socket.write(request);
      else {
        socket.destroy();
        resolve({ answers, bytes });
      }
    });
  });
}
