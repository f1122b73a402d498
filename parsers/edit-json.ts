/** What `go mod edit -json` and `go work edit -json` have in common: one JSON value, checked; null for an empty list. */
import * as v from 'valibot';
import { jsonMistake, shapeMistake } from '../graph/json-mistake.ts';
import type { ModuleRef, Replace } from '../graph/snapshot/types.ts';
import { nameSchema } from './name-schema.ts';
import { invalid, type TextSource } from './source.ts';

/** A module.Version of cmd/go/internal/modcmd/edit.go. */
export const versionSchema = v.object({ Path: nameSchema, Version: v.optional(nameSchema) });

export const replaceSchema = v.object({ Old: versionSchema, New: versionSchema });

/** A list that go prints as null when it is empty, or leaves out when the go is older than the directive. */
export function listOf<Item extends v.GenericSchema>(item: Item) {
  return v.optional(v.nullable(v.array(item), []), []);
}

/** The JSON value in `input`, checked. Throws a Fault of the source's code that says what is wrong and where. */
export function parseEdit<Schema extends v.GenericSchema>(
  schema: Schema,
  input: string,
  source: TextSource,
): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(input);
  } catch (error) {
    throw invalid(source, `${source.name} is not JSON${jsonMistake(error, input)}.`, undefined, error);
  }
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw invalid(source, `${source.name}: ${v.getDotPath(issue) ?? 'the value'}: ${shapeMistake(issue)}`);
}

/** Without a version where go prints none or an empty one. */
export function toRef(version: v.InferOutput<typeof versionSchema>): ModuleRef {
  const { Path: path, Version: number = '' } = version;
  return number === '' ? { path } : { path, version: number };
}

export function toReplace(replace: v.InferOutput<typeof replaceSchema>): Replace {
  return { old: toRef(replace.Old), new: toRef(replace.New) };
}
