/** Nodes with a finding that is worth a look: warn or heavier. */
import { findFindings } from '../findings/index.ts';
import type { Model } from '../model/model.ts';

/** Node → 1 where a finding of severity warn, high or error marks it. */
export function flaggedNodes(model: Model): Uint8Array {
  const flagged = new Uint8Array(model.graph.size);
  for (const finding of findFindings(model)) {
    if (finding.severity === 'info') continue;
    for (const node of finding.nodes) flagged[node] = 1;
  }
  return flagged;
}
