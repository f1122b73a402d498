/** A small vulnerability database, in a folder or served on loopback. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { layOut } from '../../support/tree.ts';

export const ids = ['GO-2024-0001', 'GO-2024-0002', 'GO-2024-0003'] as const;

/** Of example.com/a up to v1.2.0, of example.com/far in any version, of the standard library up to go 9. */
export function files(modified = '2026-08-21T00:00:00Z'): Record<string, string> {
  const entry = (id: string, name: string, events: readonly object[], imports: readonly string[] = []): object => ({
    id,
    modified,
    summary: `${name} is open`,
    aliases: [`CVE-${id.slice(3)}`],
    affected: [
      {
        package: { name, ecosystem: 'Go' },
        ranges: [{ type: 'SEMVER', events }],
        ecosystem_specific: { imports: imports.map((path) => ({ path })) },
      },
    ],
  });
  const vulns = (id: string, fixed?: string) => [{ id, modified, ...(fixed === undefined ? {} : { fixed }) }];
  const all = {
    'index/db.json': { modified },
    'index/modules.json': [
      { path: 'example.com/a', vulns: vulns(ids[0], '1.2.0') },
      { path: 'example.com/far', vulns: vulns(ids[1]) },
      { path: 'stdlib', vulns: vulns(ids[2], '9.0.0') },
    ],
    [`ID/${ids[0]}.json`]: entry(ids[0], 'example.com/a', [{ introduced: '0' }, { fixed: '1.2.0' }], ['example.com/a']),
    [`ID/${ids[1]}.json`]: entry(ids[1], 'example.com/far', [{ introduced: '0' }]),
    [`ID/${ids[2]}.json`]: entry(ids[2], 'stdlib', [{ introduced: '0' }, { fixed: '9.0.0' }], ['net/http']),
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value)]));
}

/** Its address. */
export function inFolder(folder: string, all = files()): string {
  return new URL(`file://${layOut(folder, all)}`).href;
}

export interface Served {
  readonly address: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** Answers in the place of the file where it says true. */
  answer: (name: string, response: ServerResponse, request: IncomingMessage) => boolean;
  /** Of its own, which may be exchanged. */
  all: Record<string, string>;
  readonly close: () => Promise<void>;
}

/** On loopback, packed as `.json.gz` alone unless `plain`. */
export async function serve(plain = false): Promise<Served> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '').replace(/^(?:http:\/\/[^/]+)?\/db\//, '');
    served.asked.push(name);
    if (served.answer(name, response, request)) return;
    const text = served.all[plain ? name : name.replace(/\.gz$/, '')];
    const there = text !== undefined && name.endsWith('.gz') !== plain;
    response.writeHead(there ? 200 : 404).end(there ? (plain ? text : gzipSync(text)) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const served: Served = {
    address: `http://127.0.0.1:${String(port)}/db`,
    asked: [],
    answer: () => false,
    all: files(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  return served;
}
