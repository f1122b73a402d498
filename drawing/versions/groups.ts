/** Stretches of the axis: years of commits without a tag, then major versions. */
import { pseudoBase, pseudoCommit, majorOf } from '../../graph/version/semver.ts';
import type { VersionColumn } from './requests.ts';

export interface Stretch {
  /** `2019`, `v0 tags`, `v1`. */
  readonly name: string;
  /** Places of its columns: from, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly requests: number;
  readonly superseded: number;
}

export function stretchesOf(columns: readonly VersionColumn[]): Stretch[] {
  const found: Stretch[] = [];
  columns.forEach(({ version, requirers }, place) => {
    const name = nameOf(version);
    const last = found.at(-1);
    const superseded = requirers.filter((one) => !one.selected).length;
    if (last?.name === name) {
      found[found.length - 1] = {
        ...last,
        to: place + 1,
        requests: last.requests + requirers.length,
        superseded: last.superseded + superseded,
      };
    } else found.push({ name, from: place, to: place + 1, requests: requirers.length, superseded });
  });
  return found;
}

/** The year of a commit that no tag came before; else the major version. */
function nameOf(version: string): string {
  const commit = pseudoCommit(version);
  if (commit !== undefined && pseudoBase(version) === '') return commit.day.slice(0, 4);
  const major = majorOf(version);
  return major === '' ? 'other' : `${major}.x`;
}
