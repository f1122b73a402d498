/** Lines of the stream of what-if: text that is checked before it is used. Loaded when the first edit is tried. */
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';
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
  base: v.unknown(),
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

/**
 * Reads lines of the stream of what-if, of one question after the other. What is on show is the base of them all: the same one is the same
 * object, so that it is checked and examined once. The function throws a Fault: 'defect' for what is no line, 'bad-input' for a damaged
 * snapshot in it.
 */
export function whatIfReader(): (line: string) => WhatIfEvent {
  let known: { readonly text: string; readonly base: Snapshot } | undefined;
  return (line) => {
    const event = checked(whatIfEvent, line);
    if (event.type === 'phases') return event;
    if (event.type === 'fault') {
      const fault = readFault(JSON.stringify(event.fault));
      if (fault !== undefined) return { type: 'fault', fault };
      throw new Fault('defect', faultText.unknownFault, { hint: faultText.updated });
    }
    const { base, head, ...rest } = event.answer;
    const text = JSON.stringify(base);
    if (known?.text !== text) known = { text, base: checkSnapshot(base) };
    return { type: 'answer', answer: { ...rest, base: known.base, head: checkSnapshot(head) } };
  };
}
