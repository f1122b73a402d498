/** The servers that are measured, each in a process of its own: the guarded one, and a bare Express that sends the same bytes. */
import { gzipSync } from 'node:zlib';
import express from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Health } from '../../graph/wire.ts';
import { startServer } from '../../server/http/server.ts';
import { load } from '../../server/project/load.ts';
import { defaultLoad, type Source } from '../../server/project/types.ts';
import { Session } from '../../server/session/session.ts';

export const kinds = ['guarded', 'bare', 'bare, no etag'] as const;
export type Kind = (typeof kinds)[number];

/** Serves kubectl's recorded graph until it is killed; prints its port and the token as JSON. */
export async function serve(kind: Kind): Promise<void> {
  const folder = 'samples/recorded/kubectl';
  const source: Source = { kind: 'recorded', graph: `${folder}/graph.txt`, mod: `${folder}/go.mod` };
  const session = new Session({ load: (onPhases, signal) => load(source, defaultLoad, onPhases, signal) });
  await session.refresh();
  if (kind === 'guarded') await guarded(session);
  else await bare(session, kind === 'bare');
}

async function guarded(session: Session): Promise<void> {
  const assetsDir = mkdtempSync(path.join(tmpdir(), 'modscope-bench-'));
  process.once('exit', () => {
    rmSync(assetsDir, { recursive: true, force: true });
  });
  process.once('SIGTERM', () => process.exit());
  writeFileSync(path.join(assetsDir, 'index.html'), '<!doctype html>');
  const { port, token } = await startServer({ session, port: 0, assetsDir });
  console.log(JSON.stringify({ port, token }));
}

/** What anyone writes first: a route, and the bytes. */
async function bare({ kept, state }: Session, etag: boolean): Promise<void> {
  const bytes = kept?.bytes ?? Buffer.alloc(0);
  const packed = gzipSync(bytes, { level: 1 });
  const health: Health = { ok: true, version: '0.1.0', state };
  const app = express();
  if (!etag) app.disable('etag');
  app.get('/api/health', (_request, response) => {
    response.json(health);
  });
  app.get('/api/snapshot', (request, response) => {
    response.type('json');
    if (request.acceptsEncodings('gzip') === 'gzip') response.set('Content-Encoding', 'gzip').send(packed);
    else response.send(bytes);
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ port, token: '' }));
}
