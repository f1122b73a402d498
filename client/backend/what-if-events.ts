/** Lines of the stream of what-if: text that is checked before it is used. Loaded when the first edit is tried. */
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';
import { withDelta } from '../../graph/snapshot/delta.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { checkSnapshot } from '../../graph/snapshot/read.ts';
import { lineVerbs } from '../../graph/unimport/lines.ts';
import type { WhatIfEvent } from '../../graph/what-if/stages.ts';
import { cause, checked } from './answers.ts';
import { faultText } from '../words/faults.ts';
import { readFault } from './events.ts';

const text = v.string();
const maybe = v.exactOptional(v.string());
const paths = v.array(text);

const phase = v.object({
  name: text,
  state: v.picklist(['running', 'done', 'failed']),
  count: v.exactOptional(v.number()),
  total: v.exactOptional(v.number()),
  took: v.number(),
});

const goModLine = v.object({
  main: maybe,
  file: text,
  verb: v.picklist(lineVerbs),
  path: text,
  is: maybe,
  becomes: maybe,
});

const stage = v.object({
  by: v.picklist(['load', 'requirements', 'imports', 'go']),
  more: v.boolean(),
  digest: text,
  base: v.exactOptional(v.unknown()),
  head: v.unknown(),
  causes: v.array(cause),
  lines: v.array(goModLine),
  kept: v.array(
    v.object({
      path: text,
      version: text,
      by: paths,
      superseded: v.exactOptional(v.literal(true)),
      imports: v.exactOptional(paths),
    }),
  ),
  uses: v.exactOptional(v.object({ packages: paths, files: v.number(), tools: paths })),
  notProven: v.exactOptional(v.object({ words: text, lacks: v.boolean() })),
  notes: paths,
  commands: paths,
  patch: maybe,
  ask: maybe,
});

const whatIfEvent = v.variant('type', [
  v.object({ type: v.literal('phases'), phases: v.array(phase) }),
  v.object({ type: v.literal('answer'), answer: stage }),
  v.object({ type: v.literal('fault'), fault: v.unknown() }),
]);

/** Bases that are kept: of a folder whose go.mod changes, the ones before. */
const most = 3;

/**
 * Reads the streams of what-if, of one question after the other. What is on show is the base of them all: it is sent once, and is the same
 * object each time, so that it is checked and examined once.
 */
export class WhatIfReader {
  /** Digest → base, the newest last. */
  readonly #bases = new Map<string, Snapshot>();

  /** Digests of the bases that need not be sent again. */
  get knows(): string[] {
    return [...this.#bases.keys()];
  }

  /**
   * One line. Throws a Fault: 'defect' for what is no line, or one over a base that is not there; 'bad-input' for a damaged snapshot
   * in it.
   */
  read(line: string): WhatIfEvent {
    const event = checked(whatIfEvent, line);
    if (event.type === 'phases') return event;
    if (event.type === 'fault') {
      const fault = readFault(JSON.stringify(event.fault));
      if (fault !== undefined) return { type: 'fault', fault };
      throw new Fault('defect', faultText.unknownFault, { hint: faultText.updated });
    }
    const { digest, base: sent, head, ...rest } = event.answer;
    const base = this.#baseOf(digest, sent);
    return { type: 'answer', answer: { ...rest, base, head: withDelta(base, head) } };
  }

  #baseOf(digest: string, sent: unknown): Snapshot {
    const base = this.#bases.get(digest) ?? (sent === undefined ? undefined : checkSnapshot(sent));
    if (base === undefined) throw new Fault('defect', faultText.noBase, { hint: faultText.updated });
    this.#bases.delete(digest);
    this.#bases.set(digest, base);
    for (const old of [...this.#bases.keys()].slice(0, -most)) this.#bases.delete(old);
    return base;
  }
}
