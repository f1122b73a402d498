/** What go said of the versions of a module, kept for --offline and for a network that is down. */
import * as v from 'valibot';
import { json } from '../../graph/json-text.ts';
import type { Published, PublishedVersion } from '../../graph/published/types.ts';
import { userCache } from '../user-cache.ts';

export interface KeptVersions {
  readonly published: Published;
  /** RFC 3339 time at which go said it. */
  readonly at: string;
}

const text = v.string();
const maybe = v.exactOptional(text);

const kept = v.strictObject({
  format: v.literal(1),
  module: text,
  at: v.pipe(text, v.isoTimestamp()),
  published: v.strictObject({
    listed: v.array(text),
    latest: maybe,
    deprecated: maybe,
    details: v.array(
      v.strictObject({ version: text, time: maybe, goLine: maybe, retracted: v.exactOptional(v.array(text)) }),
    ),
    majors: v.array(v.strictObject({ path: text, version: text, time: maybe })),
  }),
});

/** undefined where nothing is kept, or what is kept is damaged. */
export function readKept(module: string): KeptVersions | undefined {
  const source = userCache('versions').read(module);
  if (source === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return undefined;
  }
  const checked = v.safeParse(kept, value);
  // The name of the file is a hash: it is asked whether it is this one's.
  if (!checked.success || checked.output.module !== module) return undefined;
  const { published, at } = checked.output;
  return { published, at };
}

/** Keeps it. Time and go line of a version never change: those that were kept before stay. */
export function keep(module: string, published: Published, at: string): void {
  const asked = new Set(published.details.map(({ version }) => version));
  const before = (readKept(module)?.published.details ?? [])
    .filter(({ version }) => !asked.has(version))
    .map(({ retracted: _, ...rest }): PublishedVersion => rest);
  const all = { ...published, details: [...published.details, ...before] };
  userCache('versions').write(module, json({ format: 1, module, at, published: all }));
}
