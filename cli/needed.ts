/** What a query needs is loaded by itself. */
import { needsOfQuery } from '../graph/query/index.ts';
import type { LoadOptions } from '../server/project/types.ts';
import type { InputOptions } from './input-options.ts';

/**
 * What to load for a query, on top of what the user asked for. The network is asked only where --offline does not forbid
 * it, but for what is kept of the vulnerability database; a recording is never asked (load.ts). Throws a QueryFault before anything is loaded.
 */
export function neededFor(query: string, options: InputOptions): Partial<LoadOptions> {
  const needs = needsOfQuery(query);
  return {
    ...(needs.has('facts') && options.offline !== true ? { facts: true } : {}),
    ...(needs.has('vulnerabilities') && options.vuln === undefined ? { database: true, packages: true } : {}),
    ...(needs.has('packages') ? { packages: true } : {}),
    ...(needs.has('go.mod') ? { frontier: true } : {}),
  };
}
