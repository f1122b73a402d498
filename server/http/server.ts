/** Starts the server on loopback and ends it, with all that hangs on it. */
import { createServer } from 'node:http';
import type { Session } from '../session/session.ts';
import { createApp } from './app.ts';
import { createAuth } from './auth.ts';
import type { ComparePort } from './compare-routes.ts';
import type { DoctorPort } from './doctor-route.ts';
import { eventStreams } from './events-route.ts';
import { allowedHosts, hostInUrl, loopbackAddress } from './hosts.ts';
import { listen } from './listen.ts';
import type { WhatIfPort, WhatIfStages } from './what-if-route.ts';
import type { VersionsPort } from './versions-route.ts';

export interface ServerOptions {
  /** What is served. It is closed with the server. */
  readonly session: Session;
  /** A port that must be free, 0 for any; left out: the first free one from 7878. */
  readonly port?: number;
  /** Loopback only; default 127.0.0.1. */
  readonly host?: string;
  /** More Host headers to answer to, as HOST:PORT, for forwarded ports. */
  readonly allowHosts?: readonly string[];
  /** Answers POST /api/what-if; left out where no folder is on show. */
  readonly whatIf?: WhatIfPort;
  /** Streams the same; left out where no folder is on show. */
  readonly whatIfStages?: WhatIfStages;
  /** Answers GET /api/revisions and POST /api/diff; left out where no folder is on show. */
  readonly compare?: ComparePort;
  /** Answers GET /api/doctor; left out where no folder is on show. */
  readonly doctor?: DoctorPort;
  /** Answers GET /api/versions; left out where no folder is on show. */
  readonly versions?: VersionsPort;
  /** Folder of the built page. */
  readonly assetsDir: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:7878/`: for those who have a session. */
  readonly url: string;
  /** The same with the token: begins a session. For the user's eyes and browser only. */
  readonly urlWithToken: string;
  /** A link for a command line that others can read: it begins one session, within two minutes. Another one each time. */
  urlToOpen(): string;
  readonly port: number;
  readonly token: string;
  /** Ends streams, load, watch and server; resolves within two seconds, whatever hangs. */
  close(): Promise<void>;
}

/** More than any number of pages needs, and few enough that files and pipes to go can still be opened. */
const mostConnections = 600;
/** Milliseconds for requests that are under way, then they are cut. */
const grace = 250;
/** Milliseconds after which close resolves although a process of the load is still dying. */
const patience = 1500;

/** Throws a Fault: 'usage' for a host that is not loopback, 'port-taken', 'defect' when the page was not built. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { session, assetsDir, whatIf, whatIfStages, compare, doctor, versions, allowHosts = [] } = options;
  const address = loopbackAddress(options.host ?? '127.0.0.1');
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2000 });
  // All of them: Node passes over what stands behind 2,000 headers, and the guard would not see a second Host or an Origin.
  server.maxHeadersCount = 0;
  server.maxConnections = mostConnections;
  const port = await listen(server, address, options.port);
  const streams = eventStreams(session);
  const auth = createAuth(port);
  try {
    server.on(
      'request',
      createApp({
        session,
        auth,
        hosts: allowedHosts(address, port, allowHosts),
        streams,
        ...(whatIf === undefined ? {} : { whatIf }),
        ...(whatIfStages === undefined ? {} : { whatIfStages }),
        ...(compare === undefined ? {} : { compare }),
        ...(doctor === undefined ? {} : { doctor }),
        ...(versions === undefined ? {} : { versions }),
        assetsDir,
      }),
    );
  } catch (error) {
    server.close();
    throw error;
  }
  const url = `http://${hostInUrl(address)}:${port}/`;

  let closing: Promise<void> | undefined;
  async function end(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    streams.end();
    server.closeIdleConnections();
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, grace);
    const enough = new Promise<void>((resolve) => {
      setTimeout(resolve, patience).unref();
    });
    await Promise.race([Promise.all([closed, session.close()]), enough]);
    clearTimeout(cut);
    server.closeAllConnections();
  }
  return {
    url,
    urlWithToken: `${url}?token=${auth.token}`,
    urlToOpen: () => `${url}?token=${auth.once()}`,
    port,
    token: auth.token,
    close: () => (closing ??= end()),
  };
}
