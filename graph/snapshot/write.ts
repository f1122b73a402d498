/** The text of a snapshot: JSON, LF, a final newline, one module version a line, so that `git diff` reads well. */
import type { Snapshot } from './types.ts';

/** One member a line for lists, one line for everything else. Keys keep the order in which normal() lays them. */
function list(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}

/**
 * The bytes of a snapshot. readSnapshot(writeSnapshot(s)) equals s, and writing what was read gives the same text.
 * There is no time, no folder and no host in it; contracts of the format: docs/snapshot.schema.json.
 */
export function writeSnapshot(snapshot: Snapshot): string {
  const parts = [`  "format": ${snapshot.format}`];
  if (snapshot.work !== undefined) parts.push(`  "work": ${JSON.stringify(snapshot.work)}`);
  parts.push(`  "mains": ${list(snapshot.mains)}`);
  parts.push(`  "modules": ${list(snapshot.modules)}`);
  parts.push(`  "problems": ${list(snapshot.problems)}`);
  if (snapshot.packages !== undefined) {
    const { platform, packages, elsewhere, untold, tidy } = snapshot.packages;
    const inner = [`"platform": ${JSON.stringify(platform)}`, `"packages": ${list(packages)}`];
    inner.push(`"elsewhere": ${list(elsewhere)}`);
    if (untold !== undefined) inner.push(`"untold": ${list(untold)}`);
    if (tidy !== undefined) inner.push(`"tidy": ${list(tidy)}`);
    parts.push(`  "packages": {${inner.join(', ')}}`);
  }
  if (snapshot.facts !== undefined) parts.push(`  "facts": ${list(snapshot.facts)}`);
  if (snapshot.vulnerabilities !== undefined) parts.push(`  "vulnerabilities": ${list(snapshot.vulnerabilities)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}
