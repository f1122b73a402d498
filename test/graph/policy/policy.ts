/** Policies for tests, as their file says them. */
import { readPolicy } from '../../../graph/policy/read.ts';
import type { Policy } from '../../../graph/policy/types.ts';

export function policyOf(value: unknown): Policy {
  return readPolicy(JSON.stringify(value), 'modscope.config.json');
}
