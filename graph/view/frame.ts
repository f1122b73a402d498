/** What stands inside a cycle or group that is opened in place. */
import { closingRequirements } from './cycles.ts';
import { boxPlaces, finish, type Draft } from './draft.ts';
import { localName, type Part } from './part.ts';
import { joinRequirements, type Joined } from './requirements.ts';
import type { Box, Inside } from './types.ts';

export interface Frame {
  readonly inside: Inside;
  readonly joined: Joined;
}

/**
 * Each member as a box. In a cycle every requirement is drawn (none inside a component is implied), in a group those
 * that are not implied among what matched; those that close a cycle are marked.
 */
export function openFrame(part: Part, draft: Draft, reduce: boolean): Frame {
  const members: Draft[] = draft.locals.map((local) => ({
    id: localName(part, local),
    kind: 'module',
    locals: [local],
  }));
  const joined = joinRequirements(part.graph, boxPlaces(part, members), members.length, {
    implied: reduce ? part.implied : new Uint8Array(part.implied.length),
    superseded: part.superseded,
    closing: closingRequirements(part),
  });
  const boxes: Box[] = members.map((member) => finish(part, member));
  return { inside: { boxes, lines: joined.lines }, joined };
}
