/** Answers of the server about revisions: text that is checked before it is used. */
import * as v from 'valibot';
import { Fault } from '../../graph/fault.ts';
import { checkSnapshot } from '../../graph/snapshot/read.ts';
import type { Revisions } from '../../graph/wire.ts';
import type { Compared } from './backend.ts';
import { faultText } from '../words/faults.ts';

const text = v.string();
const maybe = v.exactOptional(v.string());
const places = v.array(v.number());
const paths = v.array(text);

const revisions = v.object({
  branch: maybe,
  rows: v.array(
    v.object({
      kind: v.picklist(['branch', 'tag', 'commit']),
      name: text,
      commit: text,
      time: v.exactOptional(v.number()),
      subject: maybe,
    }),
  ),
  more: v.boolean(),
});

export const cause = v.object({
  main: maybe,
  file: text,
  line: v.exactOptional(v.number()),
  kind: v.picklist(['require', 'replace', 'exclude', 'go', 'drop', 'module', 'use', 'get', 'unimport']),
  path: text,
  from: maybe,
  to: maybe,
  indirect: v.exactOptional(v.boolean()),
  follows: paths,
  together: v.exactOptional(v.array(v.object({ with: places, follows: paths }))),
});

const side = v.object({ name: text, commit: maybe });

const diff = v.object({
  base: side,
  head: side,
  causes: v.array(cause),
  unknown: maybe,
  notes: v.array(text),
  snapshots: v.object({ base: v.unknown(), head: v.unknown() }),
});

/** Throws a Fault 'defect' for what is no list of revisions. */
export function readRevisions(source: string): Revisions {
  return checked(revisions, source);
}

/** Throws a Fault: 'defect' for what is no comparison, 'bad-input' for a damaged snapshot in it. */
export function readCompared(source: string): Compared {
  const { base, head, snapshots, ...rest } = checked(diff, source);
  return {
    base: { ...base, snapshot: checkSnapshot(snapshots.base) },
    head: { ...head, snapshot: checkSnapshot(snapshots.head) },
    ...rest,
  };
}

/** The value of a text that a schema takes. Throws a Fault 'defect' for any other. */
export function checked<Schema extends v.GenericSchema>(schema: Schema, source: string): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    value = undefined;
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new Fault('defect', faultText.unknownAnswer, {
    hint: faultText.updated,
  });
}
