/** Answers of what-if to one that holds the base: of a thousand modules, the few that an edit changes are sent. */
import { createHash } from 'node:crypto';
import { json } from '../../graph/json-text.ts';
import { deltaOf } from '../../graph/snapshot/delta.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { StageOver, WhatIfEvent } from '../../graph/what-if/stages.ts';

/** The base of a folder is one object until a go.mod changes. */
const digests = new WeakMap<Snapshot, string>();

function digestOf(base: Snapshot): string {
  const known = digests.get(base);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(json(base)).digest('hex');
  digests.set(base, digest);
  return digest;
}

/** What is written for each event of one stream; `knows`: digests of the bases that the reader holds. */
export function overKnown(knows: readonly string[]): (event: WhatIfEvent) => unknown {
  const known = new Set(knows);
  return (event) => {
    if (event.type !== 'answer') return event;
    const { base, head, ...rest } = event.answer;
    const digest = digestOf(base);
    const answer: StageOver = {
      ...rest,
      digest,
      ...(known.has(digest) ? {} : { base }),
      head: deltaOf(base, head),
    };
    known.add(digest);
    return { type: 'answer', answer };
  };
}
