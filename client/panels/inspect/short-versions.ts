/** Short names for the versions of one path, no two alike. */
import { versionLabel } from '../../../drawing/face/label.ts';

/** Version → its label; pseudo-versions of one day carry the start of their hash. */
export function shortVersions(versions: readonly string[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const version of versions) {
    const label = versionLabel(version);
    uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  return new Map(
    versions.map((version) => [version, versionLabel(version, (uses.get(versionLabel(version)) ?? 0) > 1)]),
  );
}
