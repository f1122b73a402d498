/** One line for the versions at the foot of a ladder that are folded away. */
import { versionLabel } from '../../../drawing/face/label.ts';
import { pseudoCommit } from '../../../graph/version/semver.ts';
import { versionText } from '../../words/panel.ts';

/** `pseudo-versions, 2018 to 2020`, or `v0.9.1 to v1.0.0`; versions newest first, at least one. */
export function olderWords(versions: readonly string[]): string {
  const newest = versions[0] ?? '';
  const oldest = versions.at(-1) ?? '';
  if (!versions.every((version) => pseudoCommit(version) !== undefined))
    return oldest === newest ? versionLabel(newest) : versionText.span(versionLabel(oldest), versionLabel(newest));
  const years = versions.map((version) => (pseudoCommit(version)?.day ?? '').slice(0, 4)).sort();
  const [from = ''] = years;
  const to = years.at(-1) ?? from;
  return from === to ? versionText.pseudoOf(from) : versionText.pseudo(from, to);
}
