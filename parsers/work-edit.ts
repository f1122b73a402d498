/** `go work edit -json`: what a go.work declares. */
import * as v from 'valibot';
import type { Workspace } from '../graph/snapshot/types.ts';
import { listOf, parseEdit, replaceSchema, toReplace } from './edit-json.ts';
import { nameSchema } from './name-schema.ts';
import type { TextSource } from './source.ts';

const text = v.string();

const goWork = v.object({
  Go: v.optional(text),
  Toolchain: v.optional(text),
  Use: listOf(v.object({ DiskPath: nameSchema })),
  Replace: listOf(replaceSchema),
});

const editCommand: TextSource = { name: 'go work edit -json', code: 'go-output-invalid' };

/** The workspace that go printed; `use` keeps the folders as go.work writes them. Throws a Fault of the source's code. */
export function parseWorkEdit(input: string, source: TextSource = editCommand): Workspace {
  const file = parseEdit(goWork, input, source);
  return {
    ...(file.Go === undefined ? {} : { go: file.Go }),
    ...(file.Toolchain === undefined ? {} : { toolchain: file.Toolchain }),
    use: file.Use.map(({ DiskPath: folder }) => folder),
    replace: file.Replace.map(toReplace),
  };
}
