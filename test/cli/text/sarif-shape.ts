/**
 * The part of SARIF 2.1.0 (OASIS standard, 27 March 2020, with errata 01) that modscope writes, as strictly as the standard says
 * it: names, kinds, what must be there, and what must be unique.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import * as v from 'valibot';

const whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const level = v.picklist(['none', 'note', 'warning', 'error']);
/** 3.11.5 and 3.11.6: single braces would be placeholders, `](` ends the text of a link. */
const message = v.strictObject({
  text: v.pipe(
    v.string(),
    v.check((text) => !/[{}]/.test(text.replaceAll('{{', '').replaceAll('}}', '')), 'a single brace'),
    v.check((text) => !text.includes(']('), 'a link'),
  ),
});
const unique = (items: readonly unknown[]): boolean =>
  new Set(items.map((one) => JSON.stringify(one))).size === items.length;

const physicalLocation = v.strictObject({
  artifactLocation: v.strictObject({
    // 3.4.3: a relative reference of RFC 3986 that does not leave the root.
    uri: v.pipe(v.string(), v.regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/)),
    uriBaseId: v.literal('%SRCROOT%'),
  }),
  region: v.exactOptional(v.strictObject({ startLine: whole(1) })),
});

const result = v.strictObject({
  ruleId: v.pipe(v.string(), v.nonEmpty()),
  ruleIndex: whole(0),
  level,
  message,
  locations: v.pipe(
    v.array(
      v.strictObject({
        physicalLocation,
        logicalLocations: v.array(v.strictObject({ fullyQualifiedName: v.string(), kind: v.string() })),
      }),
    ),
    v.length(1),
  ),
  relatedLocations: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ id: whole(0), physicalLocation, message })),
      v.check((places) => unique(places), 'the same twice'),
    ),
  ),
  partialFingerprints: v.record(v.string(), v.string()),
  properties: v.looseObject({}),
});

const run = v.strictObject({
  tool: v.strictObject({
    driver: v.strictObject({
      name: v.pipe(v.string(), v.nonEmpty()),
      version: v.string(),
      rules: v.pipe(
        v.array(
          v.strictObject({
            id: v.string(),
            shortDescription: message,
            defaultConfiguration: v.exactOptional(v.strictObject({ level })),
          }),
        ),
        v.check((rules) => unique(rules.map(({ id }) => id)), 'an id twice'),
      ),
    }),
  }),
  invocations: v.array(
    v.strictObject({
      executionSuccessful: v.boolean(),
      toolExecutionNotifications: v.exactOptional(v.array(v.strictObject({ level, message }))),
    }),
  ),
  columnKind: v.picklist(['utf16CodeUnits', 'unicodeCodePoints']),
  results: v.array(result),
});

const log = v.pipe(
  v.strictObject({
    $schema: v.pipe(v.string(), v.url()),
    version: v.literal('2.1.0'),
    runs: v.pipe(v.array(run), v.length(1)),
  }),
  v.check(
    ({ runs }) =>
      runs.every(({ results, tool }) => results.every((one) => tool.driver.rules[one.ruleIndex]?.id === one.ruleId)),
    'a rule that is not there',
  ),
);

export type Sarif = v.InferOutput<typeof log>;

/** The schema of the standard itself (OASIS SARIF 2.1.0), as a package carries it. */
const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true });
ajv.addMetaSchema(read('ajv/lib/refs/json-schema-draft-04.json'));
const fits = ajv.compile(read('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

function read(file: string): object {
  const value: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${file} is no schema`);
  return value;
}

/** The log in a text. Throws with what and where for one that is not as the standard says. */
export function readSarif(text: string): Sarif {
  const value: unknown = JSON.parse(text);
  if (fits(value) !== true) throw new Error(ajv.errorsText(fits.errors));
  const checked = v.safeParse(log, value);
  if (checked.success) return checked.output;
  throw new Error(checked.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('\n'));
}
