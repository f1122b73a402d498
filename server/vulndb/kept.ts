/** What a vulnerability database said, kept for the next time, for --offline and for a network that is down. */
import * as v from 'valibot';
import { json } from '../../graph/json-text.ts';
import { type Entry, entrySchema, type Index, indexSchema } from '../../graph/vulndb/schema.ts';
import { userCache } from '../user-cache.ts';

const text = v.string();
const keptIndex = v.object({
  format: v.literal(1),
  address: text,
  at: v.pipe(text, v.isoTimestamp()),
  modified: text,
  index: indexSchema,
});
const keptEntry = v.object({ format: v.literal(1), address: text, entry: entrySchema });

export interface KeptIndex {
  /** RFC 3339 time at which the database said that this is its newest. */
  readonly at: string;
  readonly modified: string;
  readonly index: Index;
}

/** Of one address. What is damaged, or of another address, is as if it were not there. */
export function keptOf(address: string) {
  const indexes = userCache('vulndb-index');
  const entries = userCache('vulndb');
  const nameOf = (id: string): string => `${address} ${id}`;
  return {
    index: (): KeptIndex | undefined => {
      const kept = parsed(keptIndex, indexes.read(address));
      return kept?.address === address ? kept : undefined;
    },
    keepIndex: (kept: KeptIndex): void => {
      indexes.write(address, json({ format: 1, address, ...kept }));
    },
    entry: (id: string): Entry | undefined => {
      const kept = parsed(keptEntry, entries.read(nameOf(id)));
      return kept?.address === address && kept.entry.id === id ? kept.entry : undefined;
    },
    keepEntry: (entry: Entry): void => {
      entries.write(nameOf(entry.id), json({ format: 1, address, entry }));
    },
  };
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  source: string | undefined,
): v.InferOutput<Schema> | undefined {
  if (source === undefined) return undefined;
  try {
    const checked = v.safeParse(schema, JSON.parse(source));
    return checked.success ? checked.output : undefined;
  } catch {
    return undefined;
  }
}
