/** The Express app: guard, door, routes, files of the page, in this order. */
import express, { type Express, type RequestHandler } from 'express';
import { Fault } from '../../graph/fault.ts';
import type { Health } from '../../graph/wire.ts';
import pkg from '../../package.json' with { type: 'json' };
import type { Session } from '../session/session.ts';
import { answerJson } from './answer-json.ts';
import { serveAssets } from './assets.ts';
import type { Auth } from './auth.ts';
import { type ComparePort, diffRoute, revisionsRoute } from './compare-routes.ts';
import { doctorRoute, type DoctorPort } from './doctor-route.ts';
import { door } from './door.ts';
import type { Streams } from './events-route.ts';
import { exportRoute } from './export-route.ts';
import { guard } from './guard.ts';
import { secureHeaders } from './headers.ts';
import type { AllowedHosts } from './hosts.ts';
import { packagesRoute } from './packages-route.ts';
import { answerFaults, Refusal } from './refusal.ts';
import { snapshotRoute } from './snapshot-route.ts';
import { whatIfRoute, type WhatIfPort, type WhatIfStages } from './what-if-route.ts';
import { versionsRoute, type VersionsPort } from './versions-route.ts';

export interface AppParts {
  readonly session: Session;
  readonly auth: Auth;
  readonly hosts: AllowedHosts;
  readonly streams: Streams;
  /** Left out where no folder is on show. */
  readonly whatIf?: WhatIfPort;
  /** Left out where no folder is on show. */
  readonly whatIfStages?: WhatIfStages;
  /** Left out where no folder is on show. */
  readonly compare?: ComparePort;
  /** Left out where no folder is on show. */
  readonly doctor?: DoctorPort;
  /** Left out where no folder is on show. */
  readonly versions?: VersionsPort;
  /** Folder of the built page. */
  readonly assetsDir: string;
}

export function createApp({
  session,
  auth,
  hosts,
  streams,
  whatIf,
  whatIfStages,
  compare,
  doctor,
  versions,
  assetsDir,
}: AppParts): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('strict routing');
  app.set('query parser', false);
  app.use(secureHeaders, guard(hosts), door(auth));
  app.use(['/api/what-if', '/api/export', '/api/diff'], express.json({ limit: '16kb', inflate: false }));
  app.use(express.json({ limit: '1kb', inflate: false }));

  const uncached: RequestHandler = (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  };
  const get = (path: string, handler: RequestHandler): void => {
    app.get(path, uncached, handler);
    app.all(path, only('GET, HEAD'));
  };
  const post = (path: string, handler: RequestHandler): void => {
    app.post(path, uncached, handler);
    app.all(path, only('POST'));
  };
  get('/api/snapshot', snapshotRoute(session));
  get('/api/packages', packagesRoute(session));
  app.head('/api/events', only('GET'));
  get('/api/events', streams.handler);
  // It starts programs, as /api/revisions does: HEAD would start them for nothing.
  app.head('/api/doctor', only('GET'));
  get('/api/doctor', doctorRoute(doctor));
  app.head('/api/versions', only('GET'));
  get('/api/versions', versionsRoute(session, versions));
  get('/api/health', (_request, response) => {
    const health: Health = { ok: true, version: pkg.version, state: session.state };
    answerJson(response, health);
  });
  // Taken, not done: what comes of it is an event.
  post('/api/refresh', (_request, response) => {
    void session.refresh();
    answerJson(response.status(202), {});
  });
  post('/api/cancel', (_request, response) => {
    void session.cancel();
    answerJson(response.status(202), {});
  });
  post('/api/what-if', whatIfRoute(whatIf, whatIfStages));
  app.head('/api/revisions', only('GET'));
  get('/api/revisions', revisionsRoute(compare));
  post('/api/diff', diffRoute(compare));
  post('/api/export', exportRoute(session));
  app.use(serveAssets(assetsDir));
  app.use((_request, _response, next) => {
    next(new Refusal(404, new Fault('not-found', 'There is nothing at this address.')));
  });
  app.use(answerFaults);
  return app;
}

function only(methods: string): RequestHandler {
  return (_request, _response, next) => {
    next(new Refusal(405, new Fault('usage', `This address knows ${methods} only.`), { Allow: methods }));
  };
}
