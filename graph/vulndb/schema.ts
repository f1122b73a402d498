/** The files of a Go vulnerability database that are read (https://go.dev/security/vuln/database, schema): only what is used of them. */
import * as v from 'valibot';

const text = v.string();

/** The name of an entry. It is checked before it becomes a part of an address or a file name. */
const id = v.pipe(text, v.regex(/^GO-\d{4}-\d{4,}$/));

/** index/db.json: when anything in the database last changed. */
export const databaseSchema = v.object({ modified: text });

/**
 * index/modules.json: each module that entries name. `fixed` is the version above which an entry says nothing of the module;
 * without it that is not known.
 */
export const indexSchema = v.array(
  v.object({
    path: text,
    vulns: v.array(v.object({ id, modified: v.exactOptional(text), fixed: v.exactOptional(text) })),
  }),
);

const event = v.object({ introduced: v.exactOptional(text), fixed: v.exactOptional(text) });
const range = v.object({ type: text, events: v.exactOptional(v.array(event), []) });

/** ID/GO-….json: an entry in the OSV format. */
export const entrySchema = v.object({
  id,
  modified: v.exactOptional(text),
  withdrawn: v.exactOptional(text),
  aliases: v.exactOptional(v.array(text), []),
  summary: v.exactOptional(text, ''),
  affected: v.array(
    v.object({
      package: v.object({ name: text }),
      ranges: v.exactOptional(v.array(range), []),
      ecosystem_specific: v.exactOptional(
        v.object({
          imports: v.exactOptional(v.array(v.object({ path: text })), []),
          custom_ranges: v.exactOptional(v.array(range), []),
        }),
        { imports: [], custom_ranges: [] },
      ),
    }),
  ),
  database_specific: v.exactOptional(v.object({ review_status: v.exactOptional(text) })),
});

export type Index = v.InferOutput<typeof indexSchema>;
export type Entry = v.InferOutput<typeof entrySchema>;
export type Affected = Entry['affected'][number];
export type Range = v.InferOutput<typeof range>;
