/** A real server on a real socket with a fake project and a small page, and a way to ask it anything. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../../../server/http/server.ts';
import { Session } from '../../../server/session/session.ts';
import { FakeProject, loadedOf, smallSnapshot } from '../session/fake-project.ts';

export const script = `console.log(${JSON.stringify('x'.repeat(3000))});`;

/** A folder like dist/client: packed and plain files, and a link out of it that must not be served. */
export function pageFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'modscope-page-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>modscope</title>');
  writeFileSync(path.join(folder, 'assets', 'main-abc.js.gz'), gzipSync(script));
  writeFileSync(path.join(folder, 'assets', 'main-abc.css'), 'body{}');
  symlinkSync('/etc/passwd', path.join(folder, 'passwd'));
  return folder;
}

export interface Served extends RunningServer {
  readonly project: FakeProject;
  readonly session: Session;
}

/** Starts a server on any free port; it ends with the test. `loaded`: after a first load. */
export async function serve(
  options: Partial<ServerOptions> & { loaded?: boolean; required?: number } = {},
): Promise<Served> {
  const project = new FakeProject();
  const session = new Session(project);
  const { loaded = true, required, ...rest } = options;
  if (loaded) {
    const first = session.refresh();
    await new Promise((resolve) => setImmediate(resolve));
    project.loads[0]!.answer(loadedOf(smallSnapshot(required)));
    await first;
  }
  const server = await startServer({ session, port: 0, assetsDir: pageFolder(), ...rest });
  onTestFinished(() => server.close());
  return { ...server, project, session };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
}

/** Asks without changing anything: no URL parser touches `path`, and no header is added but Host. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const all = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: all, text: all.toString() });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Asks as a program with the token. */
export function askAs(server: RunningServer, path: string, asked: Asked = {}): Promise<Answer> {
  return ask(server.port, path, {
    ...asked,
    headers: { Authorization: `Bearer ${server.token}`, ...asked.headers },
  });
}

/** Sends these bytes on a socket of their own; resolves with all that comes back until the other side ends. */
export function askRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let back = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (back += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(back);
    });
  });
}
