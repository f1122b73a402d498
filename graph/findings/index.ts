/** All findings of a model, computed once a model. */
import type { Model } from '../model/model.ts';
import { settled } from '../remedy/settle.ts';
import { checks } from './registry.ts';
import type { Finding, Severity } from './types.ts';

export { findConflicts } from './conflicts.ts';
export { findCycles } from './cycles.ts';
export { checks } from './registry.ts';

const order: readonly Severity[] = ['error', 'high', 'warn', 'info'];
const known = new WeakMap<Model, readonly Finding[]>();

/** Heaviest first; among equals in the order of the checks (registry.ts), then of their subjects. */
export function findFindings(model: Model): readonly Finding[] {
  const before = known.get(model);
  if (before !== undefined) return before;
  const findings = checks
    .flatMap((check) => check.find(model))
    .map((finding) => ({ ...finding, remedy: settled(finding, model.beside.tried ?? {}) }))
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  known.set(model, findings);
  return findings;
}
