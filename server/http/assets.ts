/**
 * The files of the built page. The list is read once, at start; a request is looked up in it as it came. No path of a
 * file is ever made from a URL (Vite CVE-2025-30208, -46565, -58751; esbuild GHSA-g7r4-m6w7-qqqr).
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import { Fault } from '../../graph/fault.ts';

const unpack = promisify(gunzip);

interface Asset {
  readonly file: string;
  /** The file is gzip: sent as it lies, or unpacked for who does not take gzip. */
  readonly packed: boolean;
  readonly type: string;
}

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** What is under `folder` by the path it is served at; index.html at `/`. Throws a Fault 'defect' when there is no page. */
export function listAssets(folder: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch (cause) {
    throw noPage(folder, cause);
  }
  for (const entry of entries) {
    // A symbolic link is no file here.
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const packed = file.endsWith('.gz');
    const name = path
      .relative(folder, packed ? file.slice(0, -'.gz'.length) : file)
      .split(path.sep)
      .join('/');
    const type = types.get(path.extname(name)) ?? 'application/octet-stream';
    assets.set(name === 'index.html' ? '/' : `/${name}`, { file, packed, type });
  }
  if (!assets.has('/')) throw noPage(folder);
  return assets;
}

function noPage(folder: string, cause?: unknown): Fault {
  return new Fault('defect', `The page is missing: there is no ${path.join(folder, 'index.html')}.`, {
    hint: 'Install modscope again; in a checkout, `npm run build`.',
    cause,
  });
}

/** Serves the files under `folder`; passes on what is not one of them. Names under assets/ carry a hash and never change. */
export function serveAssets(folder: string): RequestHandler {
  const assets = listAssets(folder);
  return async (request, response, next) => {
    const asset = assets.get(request.path);
    if (asset === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    const bytes = await readFile(asset.file);
    const asItLies = asset.packed && request.acceptsEncodings('gzip') === 'gzip';
    if (asItLies) response.set('Content-Encoding', 'gzip');
    if (asset.packed) response.vary('Accept-Encoding');
    response.set({
      'Content-Type': asset.type,
      'Cache-Control': request.path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    });
    response.send(asset.packed && !asItLies ? await unpack(bytes) : bytes);
  };
}
