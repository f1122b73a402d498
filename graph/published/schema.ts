/** What `modscope versions --json` prints and `GET /api/versions` answers: its shape is held by this schema, and docs/versions.schema.json is made of it. */
import * as v from 'valibot';

const path = v.pipe(v.string(), v.description('A module path.'));
const version = v.string();
const yes = v.exactOptional(v.literal(true));
const time = v.exactOptional(v.pipe(v.string(), v.description('RFC 3339 time of the commit.')));

const row = v.strictObject({
  version,
  time,
  goLine: v.exactOptional(v.pipe(v.string(), v.description('The go line of its go.mod.'))),
  retracted: v.exactOptional(v.pipe(v.array(v.string()), v.description('Why the authors took it back.'))),
  days: v.exactOptional(v.pipe(v.number(), v.description('Whole days since its time.'))),
  selected: yes,
  requiredBy: v.pipe(v.array(v.string()), v.description('path@version, or the bare path of a main module.')),
  prerelease: yes,
  pseudo: v.exactOptional(v.pipe(v.literal(true), v.description('Made from a commit.'))),
  excluded: v.exactOptional(v.pipe(v.literal(true), v.description('An exclude line names it.'))),
  replace: v.exactOptional(v.strictObject({ path: v.string(), version: v.exactOptional(version) })),
  unlisted: v.exactOptional(v.pipe(v.literal(true), v.description('In the graph, and not among the tagged versions.'))),
});

const major = v.strictObject({
  path,
  version: v.exactOptional(v.pipe(version, v.description('Its latest version; absent where only the graph knows it.'))),
  time,
  selected: v.exactOptional(v.pipe(version, v.description('Its version in the build list.'))),
});

/** Checks such an answer. */
export const versionsSchema = v.strictObject({
  module: path,
  main: v.exactOptional(v.pipe(v.literal(true), v.description('It is a main module, which has no version.'))),
  selected: v.exactOptional(v.pipe(version, v.description('Its version in the build list.'))),
  deprecated: v.exactOptional(v.string()),
  versions: v.pipe(v.array(row), v.description('Newest first; +incompatible ones behind all others.')),
  listed: v.exactOptional(v.pipe(v.number(), v.description('How many there are; absent where go could not say.'))),
  more: v.pipe(v.number(), v.description('How many of these have no row.')),
  majors: v.pipe(v.array(major), v.description('Other major versions, each a module of its own.')),
  from: v.pipe(
    v.picklist(['go', 'kept', 'graph']),
    v.description('go: just now; kept: what go said earlier; graph: nothing but what the graph has.'),
  ),
  at: v.exactOptional(v.pipe(v.string(), v.description('RFC 3339 time at which go said it.'))),
  notes: v.pipe(v.array(v.string()), v.description('What could not be had, and why.')),
});
