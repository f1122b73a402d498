/** The shape of modscope.config.json, checked with valibot; docs/config.schema.json is made from it. */
import * as v from 'valibot';
import { meanings } from '../findings/meanings.ts';
import { countWords } from './counts.ts';

const text = v.pipe(v.string('must be text'), v.regex(/\S/, 'must not be empty'));

function described(what: string) {
  return v.pipe(text, v.description(what));
}

const query = described('A query, as in docs/query.md.');
const reason = described('Why; it stands in every report.');
const codes = Object.keys(meanings);

const severity = v.picklist(['error', 'high', 'warn', 'info', 'off'], 'must be one of error, high, warn, info, off');

const forbid = v.strictObject({
  query,
  reason,
  remedy: v.exactOptional(described('What to do instead.')),
  scope: v.exactOptional(
    v.pipe(
      v.picklist(['selected', 'all'], 'must be selected or all'),
      v.description('selected (default): the build list. all: superseded versions too.'),
    ),
  ),
});

const allow = v.strictObject({
  query,
  reason,
  findings: v.exactOptional(
    v.pipe(
      v.array(v.picklist(codes, 'must be the code of a finding'), 'must be a list of finding codes'),
      v.minLength(1, 'must name a finding code'),
      v.description(
        'Codes of findings that are no breach for what matches. Without it, what matches may be what forbid forbids.',
      ),
    ),
  ),
});

const most = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(0, 'must be 0 or more'),
);

const limits = v.strictObject(
  Object.fromEntries(
    countWords.map(({ word, means }) => [word, v.exactOptional(v.pipe(most, v.description(`The most ${means}.`)))]),
  ),
);

/** Keys that it does not know are refused: a rule with a mistyped name must not pass in silence. */
export const configSchema = v.strictObject({
  $schema: v.exactOptional(v.string('must be text')),
  forbid: v.exactOptional(
    v.pipe(v.array(forbid, 'must be a list'), v.description('What no module of others may match.')),
  ),
  allow: v.exactOptional(v.pipe(v.array(allow, 'must be a list'), v.description('Exceptions, each with its reason.'))),
  limits: v.exactOptional(v.pipe(limits, v.description('The most that a count may be.'))),
  baseline: v.exactOptional(
    described('A snapshot file, from the folder of this one: findings that it has are no breach.'),
  ),
  findings: v.exactOptional(
    v.pipe(
      severity,
      v.description(
        'The lightest severity of a finding that is a breach. Default: high, and warn for findings that are new against a baseline.',
      ),
    ),
  ),
});
