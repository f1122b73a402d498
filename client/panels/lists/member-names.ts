/** What the members of a cycle are called in one row. */
import { pathLabel, versionLabel } from '../../../drawing/face/label.ts';
import { printable } from '../../../drawing/face/printable.ts';
import type { Cycle } from '../../../graph/findings/types.ts';
import { splitName } from '../../../graph/model/name.ts';

/** More names than any row has room for. */
const most = 40;

/** As on their boxes; whole where two would be called the same; with versions where exact ones go round. */
export function memberNames(cycle: Cycle): string[] {
  const members = cycle.members.slice(0, most).map(splitName);
  const labels = members.map(({ path }) => pathLabel(path).name);
  const distinct = new Set(labels).size === labels.length;
  return members.map(({ path, version }, i) => {
    const name = distinct ? (labels[i] ?? path) : printable(path.replace(/^github\.com\//, ''));
    return cycle.kind === 'version' && version !== '' ? `${name} ${versionLabel(version)}` : name;
  });
}
