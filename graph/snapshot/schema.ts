/** The shape of a snapshot, checked with valibot; it also lays every object's keys in their fixed order. */
import * as v from 'valibot';

const text = v.string();
const yes = v.literal(true);
const texts = v.array(text);
const ref = v.object({ path: text, version: v.exactOptional(text) });
const replace = v.object({ old: ref, new: ref });

const main = v.object({
  path: text,
  dir: text,
  go: v.exactOptional(text),
  toolchain: v.exactOptional(text),
  require: v.array(
    v.object({ path: text, version: text, query: v.exactOptional(text), indirect: v.exactOptional(yes) }),
  ),
  replace: v.array(replace),
  exclude: v.array(ref),
  retract: v.array(v.object({ low: text, high: text, rationale: v.exactOptional(text) })),
  tool: texts,
  ignore: texts,
});

const module = v.object({
  path: v.pipe(text, v.nonEmpty()),
  version: v.exactOptional(v.pipe(text, v.nonEmpty())),
  selected: v.exactOptional(yes),
  indirect: v.exactOptional(yes),
  go: v.exactOptional(text),
  replace: v.exactOptional(ref),
  requires: v.exactOptional(texts),
});

const fact = v.object({
  path: text,
  version: text,
  time: v.exactOptional(text),
  retracted: v.exactOptional(texts),
  deprecated: v.exactOptional(text),
  update: v.exactOptional(text),
});

const packages = v.object({
  platform: v.object({ goos: text, goarch: text, tags: texts, cgo: v.boolean() }),
  packages: v.array(
    v.object({
      path: v.pipe(text, v.nonEmpty()),
      module: v.exactOptional(text),
      standard: v.exactOptional(yes),
      root: v.exactOptional(yes),
      test: v.exactOptional(yes),
      imports: v.exactOptional(texts),
      testImports: v.exactOptional(texts),
      error: v.exactOptional(text),
    }),
  ),
  elsewhere: v.array(v.object({ module: text, imports: text, package: text, file: text, constraint: text })),
  untold: v.exactOptional(texts),
  tidy: v.exactOptional(
    v.array(v.object({ main: text, path: text, is: v.exactOptional(text), becomes: v.exactOptional(text) })),
  ),
});

const vulnerability = v.object({
  id: text,
  aliases: texts,
  summary: text,
  path: text,
  version: text,
  fixed: v.exactOptional(text),
  reach: v.picklist(['called', 'imported', 'required']),
  by: v.exactOptional(v.literal('database')),
  looked: v.exactOptional(v.picklist(['modules', 'packages'])),
  packages: v.exactOptional(texts),
  numbering: v.exactOptional(text),
  unreviewed: v.exactOptional(yes),
  unjudged: v.exactOptional(v.picklist(['folder', 'private'])),
});

/** Format 1. Fields that it does not know are dropped: a later minor addition does not make a file unreadable. */
export const snapshotSchema = v.object({
  format: v.literal(1),
  work: v.exactOptional(
    v.object({
      go: v.exactOptional(text),
      toolchain: v.exactOptional(text),
      use: texts,
      replace: v.array(replace),
    }),
  ),
  mains: v.array(main),
  modules: v.array(module),
  problems: v.array(v.object({ code: text, subject: text, text, by: v.exactOptional(texts) })),
  packages: v.exactOptional(packages),
  facts: v.exactOptional(v.array(fact)),
  vulnerabilities: v.exactOptional(v.array(vulnerability)),
});
