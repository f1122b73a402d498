/** How far the selected version jumped over what the build list itself asks for (contracts: conflicts 7 and 8). */
import type { Model } from '../model/model.ts';
import { isPrerelease, isPseudo, majorOf, minorOf, pseudoBase } from '../version/semver.ts';
import type { Grade } from './types.ts';

/**
 * The grade of a path from its required versions. A jump counts when a version in the build list (not a superseded
 * one) asks across it. v1 asked for where v2 is selected: major-jump (only +incompatible versions and gopkg.in can do
 * so). v0.3 where v0.5 is selected: v0-jump, for a v0 minor may break. A pre-release where a release is selected, or
 * the other way round: prerelease-jump.
 */
export function gradeOf(
  { graph }: Model,
  path: number,
  required: readonly number[],
): Exclude<Grade, 'declared-below-selected'> {
  const selected = graph.selected[path] ?? -1;
  const winner = judged(graph.versions[selected] ?? '');
  const lost = required
    .filter((node) => node !== selected && askedByBuildList(node))
    .map((node) => judged(graph.versions[node] ?? ''));
  if (winner === '') return 'superseded';
  if (lost.some((version) => majorOf(version) !== majorOf(winner))) return 'major-jump';
  if (majorOf(winner) === 'v0' && lost.some((version) => minorOf(version) !== minorOf(winner))) return 'v0-jump';
  if (lost.some((version) => isPrerelease(version) !== isPrerelease(winner))) return 'prerelease-jump';
  return 'superseded';

  function askedByBuildList(node: number): boolean {
    for (let at = graph.in.offsets[node] ?? 0; at < (graph.in.offsets[node + 1] ?? 0); at++) {
      const requirer = graph.in.targets[at] ?? -1;
      if (graph.selected[graph.pathOf[requirer] ?? -1] === requirer) return true;
    }
    return false;
  }
}

/** A pseudo-version counts as the version it comes after; one without counts as v0.0.0 of its major. */
export function judged(version: string): string {
  if (!isPseudo(version)) return version;
  const base = pseudoBase(version);
  return base === '' ? `${majorOf(version)}.0.0` : base;
}
