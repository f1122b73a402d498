/** Faults by the real go: of the network, of checksums, of files. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { mainMod, world } from '../support/modules.ts';
import { makeProxy } from '../support/proxy.ts';
import { layOut } from '../support/tree.ts';
import type { Broken, Case } from './broken.ts';

interface RealWorld {
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
  /** A go.sum with every hash. */
  readonly sum: string;
  /** Empties the module cache. */
  readonly forget: () => void;
  /** Folder of the proxy's files. */
  readonly proxy: string;
}

/** The world of modules, and a main module that requires it. */
function realWorld(folder: string): RealWorld {
  const proxy = makeProxy(folder, world);
  const dir = layOut(path.join(folder, 'module'), { 'go.mod': mainMod });
  return {
    dir,
    env: proxy.env,
    sum: proxy.sum(),
    forget: () => {
      rmSync(path.join(folder, 'cache'), { recursive: true, force: true });
    },
    proxy: path.join(folder, 'proxy'),
  };
}

/** A proxy on a port, which can hang, and go and come back. */
async function portProxy(files: string): Promise<{ server: Server; address: string; port: number; hang: Set<string> }> {
  const hang = new Set<string>();
  const server = createServer((request, response) => {
    if (hang.size > 0) return;
    try {
      response.end(readFileSync(path.join(files, decodeURIComponent(request.url ?? ''))));
    } catch {
      response.writeHead(404).end('not found');
    }
  });
  await listen(server, 0);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { server, port, hang, address: `http://127.0.0.1:${port}` };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      resolve();
    });
  });
}

export const realCases: readonly Case[] = [
  {
    fault: 'proxy down',
    name: 'nobody listens where GOPROXY points',
    code: 'go-failed',
    status: 3,
    says: ['The network failed while go looked up example.com/', 'connection refused', '--offline', 'go env GOPROXY'],
    shows: 'example.com/a',
    arrange: async (folder): Promise<Broken> => {
      const { dir, env, forget, proxy } = realWorld(folder);
      const { server, address, port } = await portProxy(proxy);
      return {
        dir,
        args: [],
        env: { ...env, GOPROXY: address },
        break: async () => {
          forget();
          server.closeAllConnections();
          await new Promise((resolve) => server.close(resolve));
        },
        mend: () => listen(server, port),
      };
    },
  },
  {
    fault: 'proxy slow',
    name: 'it takes the question and never answers',
    code: 'go-timeout',
    status: 3,
    says: ['did not end within 4 seconds', 'A slow proxy is the usual cause', '--timeout SECONDS'],
    shows: 'example.com/a',
    arrange: async (folder): Promise<Broken> => {
      const { dir, env, forget, proxy } = realWorld(folder);
      const { address, hang } = await portProxy(proxy);
      return {
        dir,
        args: ['--timeout', '4'],
        env: { ...env, GOPROXY: address },
        break: () => {
          forget();
          hang.add('all');
        },
        mend: () => {
          hang.clear();
        },
      };
    },
  },
  {
    fault: 'checksum mismatch',
    name: 'go.sum has another hash',
    code: 'checksum-mismatch',
    status: 3,
    says: ['checksum mismatch', 'SECURITY ERROR', 'example.com/b'],
    shows: 'example.com/a',
    arrange: (folder) => {
      const { dir, env, sum } = realWorld(folder);
      const file = path.join(dir, 'go.sum');
      writeFileSync(file, sum);
      return {
        dir,
        args: [],
        env,
        break: () => {
          const other = Buffer.alloc(32, 7).toString('base64');
          writeFileSync(file, sum.replace(/(example\.com\/b \S+ h1:).*/, `$1${other}`));
        },
        mend: () => {
          writeFileSync(file, sum);
        },
      };
    },
  },
  {
    fault: 'go.mod malformed',
    name: 'in the words of go',
    code: 'bad-input',
    status: 4,
    says: ['go.mod:3'],
    arrange: (folder) => {
      const { dir, env } = realWorld(folder);
      const file = path.join(dir, 'go.mod');
      return {
        dir,
        args: [],
        env,
        break: () => {
          writeFileSync(file, 'module example.com/main\n\nrequire example.com/a not-a-version x\n');
        },
        mend: () => {
          writeFileSync(file, mainMod);
        },
      };
    },
  },
  {
    fault: 'a file that vanishes',
    name: 'the go.mod of a folder that replaces a module',
    code: 'go-failed',
    status: 3,
    says: ['is replaced by the folder ../beside', 'no such file or directory', 'Check out the whole repository'],
    shows: 'example.com/beside',
    arrange: (folder) => {
      const { dir, env } = realWorld(folder);
      const file = path.join(folder, 'beside', 'go.mod');
      const mend = (): void => {
        layOut(folder, { 'beside/go.mod': 'module example.com/beside\n\ngo 1.21\n' });
      };
      writeFileSync(
        path.join(dir, 'go.mod'),
        'module example.com/main\n\ngo 1.21\n\nrequire example.com/beside v1.0.0\n\nreplace example.com/beside => ../beside\n',
      );
      mend();
      return {
        dir,
        args: [],
        env,
        break: () => {
          rmSync(file);
        },
        mend,
      };
    },
  },
];
