/** Every hostile request, in groups. */
import { fetched } from './fetched.ts';
import { otherMethods, otherTypes, sizes } from './forms.ts';
import { withoutKey } from './keys.ts';
import { malformed, noise } from './malformed.ts';
import { noPaths, oddPaths } from './paths.ts';
import { hostileQuestions } from './questions.ts';
import type { HostileRequest, Target } from './request.ts';
import { otherHosts, otherOrigins, otherPages } from './strangers.ts';

/** By name of the group. `random`: how many noisy ones, from `seed`. Those that are slow stand apart (slow.ts). */
export function hostileRequests(
  target: Target,
  random: number,
  seed: number,
): ReadonlyMap<string, readonly HostileRequest[]> {
  return new Map([
    ['Host', otherHosts(target)],
    ['Origin', otherOrigins(target)],
    ['Sec-Fetch', otherPages(target)],
    ['token', withoutKey(target)],
    ['method', otherMethods(target)],
    ['type', otherTypes(target)],
    ['path', oddPaths(target)],
    ['no path', noPaths(target)],
    ['size', sizes(target)],
    ['question', hostileQuestions(target)],
    ['bytes', malformed(target)],
    ['noise', noise(target, random, seed)],
    ['fetch', fetched(target)],
  ]);
}
