/** What `modscope what-if --unimport --json` prints: its shape is held by this schema, and docs/unimport.schema.json is made of it. */
import * as v from 'valibot';
import { lineVerbs } from './lines.ts';

const path = v.pipe(v.string(), v.description('A module path.'));
const name = v.pipe(v.string(), v.description('path@version.'));
const entry = v.strictObject({ path, version: v.optional(v.string()) });
const ref = v.strictObject({ path: v.string(), version: v.optional(v.string()) });

const changed = v.strictObject({
  path,
  from: v.string(),
  to: v.string(),
  direction: v.picklist(['raised', 'lowered', 'same']),
  replaceFrom: v.optional(ref),
  replaceTo: v.optional(ref),
  directFrom: v.optional(v.boolean()),
  directTo: v.optional(v.boolean()),
});

const line = v.pipe(
  v.strictObject({
    main: v.optional(v.pipe(v.string(), v.description('Path of the main module; absent: a line of go.work.'))),
    file: v.pipe(v.string(), v.description('Relative to the root of the project.')),
    verb: v.picklist(lineVerbs),
    path: v.pipe(v.string(), v.description('The module path, or the package of a tool line.')),
    is: v.optional(v.pipe(v.string(), v.description('What stands behind the path; absent: there was no such line.'))),
    becomes: v.optional(v.pipe(v.string(), v.description('Absent: the line leaves.'))),
  }),
  v.description('A line of go.mod or go.work that leaves, comes or changes.'),
);

const kept = v.strictObject({
  path,
  version: v.string(),
  by: v.pipe(v.array(name), v.description('What requires it: selected modules where there are any.')),
  superseded: v.optional(v.literal(true)),
  imports: v.optional(v.pipe(v.array(v.string()), v.description('Packages of it that are still imported.'))),
});

const outcome = {
  removed: v.pipe(v.array(entry), v.description('Modules that leave the build list.')),
  added: v.array(entry),
  changed: v.pipe(
    v.array(changed),
    v.description('Modules at another version; none by requirements, which compute no versions.'),
  ),
  lines: v.array(line),
  kept: v.pipe(v.array(kept), v.description('Modules that are no longer imported, and stay in the build list.')),
};

/** Checks such an answer. */
export const unimportSchema = v.strictObject({
  unimport: v.pipe(v.string(), v.description('As it was given.')),
  kind: v.picklist(['module', 'package', 'pattern']),
  mains: v.pipe(v.array(v.string()), v.description('Main modules whose code stops importing it.')),
  uses: v.strictObject({
    packages: v.array(v.string()),
    files: v.pipe(v.number(), v.description('How many files import it.')),
    tools: v.array(v.string()),
  }),
  ...outcome,
  by: v.pipe(v.picklist(['go', 'imports', 'requirements']), v.description('What the answer rests on.')),
  proven: v.optional(v.pipe(v.boolean(), v.description('Absent where nobody tried: nothing imports it.'))),
  selected: v.strictObject({ from: v.number(), to: v.number() }),
  estimates: v.array(v.strictObject({ by: v.picklist(['imports', 'requirements']), ...outcome })),
  patch: v.optional(
    v.pipe(
      v.string(),
      v.description('For git apply, in the folder of go.mod or go.work, once the code has changed; go made it.'),
    ),
  ),
  unproven: v.optional(
    v.strictObject({
      of: v.pipe(
        v.picklist(['baseline', 'without']),
        v.description('baseline: go mod tidy fails on the code as it is.'),
      ),
      words: v.pipe(v.string(), v.description('The words of go.')),
      lacks: v.pipe(v.boolean(), v.description('Only sources that go may not fetch are lacking.')),
    }),
  ),
});
