/** The answer of the server about the versions of a module, checked before it is used. Loaded when one is first asked about. */
import { versionsSchema } from '../../graph/published/schema.ts';
import type { Versions } from '../../graph/published/types.ts';
import { checked } from './answers.ts';

/** Throws a Fault 'defect' for what is no list of versions. */
export function readVersions(source: string): Versions {
  return checked(versionsSchema, source);
}
