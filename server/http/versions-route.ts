/** GET /api/versions?module=M: what `modscope versions M --json` prints, for the project on show. */
import type { RequestHandler } from 'express';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { isModulePath } from '../../graph/module/names.ts';
import type { Versions } from '../../graph/published/types.ts';
import type { Session } from '../session/session.ts';
import { answerJson } from './answer-json.ts';
import { modelOf } from './kept-model.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { Refusal } from './refusal.ts';

/** Answers of a module in the graph on show; rejects with a Fault, 'cancelled' when the signal fired. */
export type VersionsPort = (module: string, model: Model, signal: AbortSignal) => Promise<Versions>;

/** Longest path, in characters: no module comes near (graph/module/names.ts). */
const longest = 1000;

/**
 * Without a port (a recording is on show) every question is refused. One is worked on at a time, for it runs go, and one whose
 * asker goes away is dropped.
 */
export function versionsRoute(session: Session, port: VersionsPort | undefined): RequestHandler {
  const inTurn = oneAtATime('questions about versions');
  return async (request, response) => {
    const module = moduleIn(request.url);
    if (port === undefined) {
      throw new Fault('usage', 'Versions are what go says is published, and a recording is shown without go.', {
        hint: 'Serve the folder of a module: `modscope DIR`, or ask in a shell: `modscope versions MODULE`.',
      });
    }
    const { kept } = session;
    if (kept === undefined)
      throw new Refusal(503, new Fault('not-found', 'Nothing is loaded yet.'), { 'Retry-After': '1' });
    const model = modelOf(kept);
    if (!isModulePath(module) && !model.graph.paths.includes(module)) throw malformed();
    answerJson(response, await inTurn(response, (signal) => port(module, model, signal)));
  };
}

/** The one parameter there is, once. Throws a Fault 'usage' for anything else. */
function moduleIn(url: string): string {
  const at = url.indexOf('?');
  const parameters = [...new URLSearchParams(at === -1 ? '' : url.slice(at))];
  const [[name, module] = []] = parameters;
  if (parameters.length !== 1 || name !== 'module' || module === undefined || module === '' || module.length > longest)
    throw malformed();
  return module;
}

function malformed(): Fault {
  return new Fault('usage', 'This address names one module by its path.', {
    hint: '/api/versions?module=golang.org/x/net',
  });
}
