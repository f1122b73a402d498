/** `go mod edit -json`: what one go.mod declares. */
import * as v from 'valibot';
import type { MainModule } from '../graph/snapshot/types.ts';
import { listOf, parseEdit, replaceSchema, toRef, toReplace, versionSchema } from './edit-json.ts';
import { nameSchema } from './name-schema.ts';
import { invalid, type TextSource } from './source.ts';

const text = v.string();

/** `go help mod edit` lists these types; a go before 1.24 knows no Tool, one before 1.25 no Ignore. */
const goMod = v.object({
  Module: v.object({ Path: nameSchema }),
  Go: v.optional(text),
  Toolchain: v.optional(text),
  Require: listOf(v.object({ Path: nameSchema, Version: nameSchema, Indirect: v.optional(v.boolean()) })),
  Exclude: listOf(versionSchema),
  Replace: listOf(replaceSchema),
  Retract: listOf(v.object({ Low: text, High: text, Rationale: v.optional(text) })),
  Tool: listOf(v.object({ Path: nameSchema })),
  Ignore: listOf(v.object({ Path: nameSchema })),
});

const editCommand: TextSource = { name: 'go mod edit -json', code: 'go-output-invalid' };

/**
 * The main module that go printed. `dir` is its folder relative to the go.work (or `.`). Throws a Fault of the source's
 * code when the text is not what go prints, 'bad-input' when the go.mod names no module.
 */
export function parseModEdit(input: string, dir = '.', source: TextSource = editCommand): MainModule {
  const file = parseEdit(goMod, input, source);
  if (file.Module.Path === '') {
    throw invalid(
      { name: source.name, code: 'bad-input' },
      'The go.mod has no module line.',
      'Name the module: `go mod edit -module example.com/name`.',
    );
  }
  return {
    path: file.Module.Path,
    dir,
    ...(file.Go === undefined ? {} : { go: file.Go }),
    ...(file.Toolchain === undefined ? {} : { toolchain: file.Toolchain }),
    require: file.Require.map(({ Path: path, Version: version, Indirect: indirect }) => ({
      path,
      version,
      ...(indirect === true ? { indirect } : {}),
    })),
    replace: file.Replace.map(toReplace),
    exclude: file.Exclude.map(toRef),
    retract: file.Retract.map(({ Low: low, High: high, Rationale: rationale = '' }) => ({
      low,
      high,
      ...(rationale === '' ? {} : { rationale }),
    })),
    tool: file.Tool.map(({ Path: path }) => path),
    ignore: file.Ignore.map(({ Path: path }) => path),
  };
}
