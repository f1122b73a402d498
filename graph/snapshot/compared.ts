/** The part of a snapshot that says whether a graph has changed (contracts: snapshot). */
import type { Snapshot } from './types.ts';
import { writeSnapshot } from './write.ts';

/** The bytes without what the network and govulncheck said: those change while nobody touches a go.mod. */
export function comparedText(snapshot: Snapshot): string {
  const { facts: _facts, vulnerabilities: _vulnerabilities, ...graph } = snapshot;
  return writeSnapshot(graph);
}
