/** modscope.config.json as a policy, or what is wrong with it: the line, the column, what was expected, the nearest word. */
import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { meanings } from '../findings/meanings.ts';
import { shapeMistake } from '../json-mistake.ts';
import { nearest } from '../nearest.ts';
import { QueryFault } from '../query/index.ts';
import { parseQuery } from '../query/parser.ts';
import { countWords } from './counts.ts';
import { JsonMistake, lineAndColumn, placeInString, readJson, type JsonPath, type PlacedJson } from './json-places.ts';
import { configSchema } from './schema.ts';
import type { Policy } from './types.ts';

interface Mistake {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

const hint = 'docs/policy.md says what it may hold; docs/config.schema.json lets an editor complete it.';

/**
 * The policy in `text`. Throws a Fault 'bad-input' that names `file`, line and column of the first mistake, the others as
 * its detail: not JSON, a key that is not known or missing, a value of another kind, a query that cannot be read.
 */
export function readPolicy(text: string, file: string): Policy {
  const source = text.replace(/^\uFEFF/, '');
  let json: PlacedJson;
  try {
    json = readJson(source);
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    const { offset, message } = error;
    const told = 'It must be JSON: keys and texts in double quotes, no comma after the last item, no comments.';
    throw refusal(source, file, [{ offset, message, hint: told }]);
  }
  const lists = listMistakes(json);
  if (lists.length > 0) throw refusal(source, file, lists);
  const checked = v.safeParse(configSchema, json.value);
  if (!checked.success)
    throw refusal(
      source,
      file,
      checked.issues.map((issue) => mistakeOf(issue, json)),
    );
  const { forbid = [], allow = [], limits = {}, baseline, findings } = checked.output;
  const lineOf = (...path: JsonPath): number => lineAndColumn(source, json.keyAt(path)).line;
  const wrong = [
    ...forbid.map(({ query }, n) => queryMistake(source, json, ['forbid', n, 'query'], query)),
    ...allow.map(({ query }, n) => queryMistake(source, json, ['allow', n, 'query'], query)),
  ].filter((one) => one !== undefined);
  if (wrong.length > 0) throw refusal(source, file, wrong);
  return {
    forbid: forbid.map((one, n) => ({ scope: 'selected', ...one, line: lineOf('forbid', n) })),
    allow: allow.map((one, n) => ({ ...one, line: lineOf('allow', n) })),
    limits: Object.entries(limits)
      .flatMap(([word, most]) => (most === undefined ? [] : [{ word, most, line: lineOf('limits', word) }]))
      .sort((a, b) => json.keyAt(['limits', a.word]) - json.keyAt(['limits', b.word])),
    ...(baseline === undefined ? {} : { baseline }),
    ...(findings === undefined ? {} : { findings }),
  };
}

/** A list has no keys that could be wrong: to valibot it is an object in which all that is optional is missing. */
function listMistakes(json: PlacedJson): Mistake[] {
  const { value } = json;
  const limits = typeof value === 'object' && value !== null && 'limits' in value ? value.limits : undefined;
  const wrong: JsonPath[] = [...(Array.isArray(value) ? [[]] : []), ...(Array.isArray(limits) ? [['limits']] : [])];
  return wrong.map((path) => ({ offset: json.valueAt(path), message: `${nameOf(path)} must be an object.` }));
}

function refusal(text: string, file: string, mistakes: readonly Mistake[]): Fault {
  const said = [...mistakes]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, message, hint: more }) => {
      const { line, column } = lineAndColumn(text, offset);
      return { message: `${file}:${String(line)}:${String(column)}: ${message}`, more };
    });
  const [first, ...others] = said;
  const detail = others.map(({ message, more }) => (more === undefined ? message : `${message} ${more}`)).join('\n');
  return new Fault('bad-input', first?.message ?? `${file} cannot be read.`, {
    hint: first?.more ?? hint,
    ...(detail === '' ? {} : { detail }),
  });
}

type Issue = v.InferIssue<typeof configSchema>;

function mistakeOf(issue: Issue, json: PlacedJson): Mistake {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const last = path.at(-1);
  if (issue.type === 'strict_object' && issue.expected === 'never' && typeof last === 'string') {
    const known = keysAt(path.slice(0, -1));
    const [near] = nearest(last, known);
    return {
      offset: json.keyAt(path),
      message: `${nameOf(path.slice(0, -1))} has no such key.`,
      hint: `${near === undefined ? '' : `Did you mean "${near}"? `}The keys are ${known.join(', ')}.`,
    };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined' && typeof last === 'string') {
    const above = path.slice(0, -1);
    return { offset: json.valueAt(above), message: `${nameOf(above)} lacks its ${quoted(last)}.` };
  }
  const message = issue.type === 'strict_object' ? 'must be an object' : shapeMistake(issue);
  const [near] =
    issue.type === 'picklist' && typeof issue.input === 'string' ? nearest(issue.input, wordsAt(path)) : [];
  return {
    offset: json.valueAt(path),
    message: `${nameOf(path)} ${message}.`,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  };
}

/** Words that may stand at a path, where there is a list of them. */
function wordsAt(path: JsonPath): string[] {
  const [top, , key] = path;
  if (top === 'allow' && key === 'findings') return Object.keys(meanings);
  if (top === 'findings') return ['error', 'high', 'warn', 'info', 'off'];
  return key === 'scope' ? ['selected', 'all'] : [];
}

/** Keys that may stand in the object at a path. */
function keysAt([top, ...rest]: JsonPath): string[] {
  if (top === 'forbid' && rest.length === 1) return ['query', 'reason', 'remedy', 'scope'];
  if (top === 'allow' && rest.length === 1) return ['query', 'reason', 'findings'];
  if (top === 'limits') return countWords.map(({ word }) => word);
  return Object.keys(configSchema.entries);
}

/** `forbid[0].query`, or what the whole file is called. */
function nameOf(path: JsonPath): string {
  if (path.length === 0) return 'The policy';
  return path
    .map((key, n) => (typeof key === 'number' ? `[${String(key)}]` : `${n === 0 ? '' : '.'}${shown(key)}`))
    .join('');
}

function quoted(key: string): string {
  return `"${shown(key)}"`;
}

function shown(key: string): string {
  const short = key.length > 60 ? `${key.slice(0, 60)}…` : key;
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}

function queryMistake(text: string, json: PlacedJson, path: JsonPath, query: string): Mistake | undefined {
  try {
    parseQuery(query);
    return undefined;
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    const { column, message, hint: more } = error;
    return {
      offset: placeInString(text, json.valueAt(path), column),
      message: `${nameOf(path)}: ${message}.`,
      ...(more === undefined ? {} : { hint: more }),
    };
  }
}
