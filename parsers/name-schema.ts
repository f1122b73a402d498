/** Names in JSON that go or another program printed, or a stranger wrote. */
import * as v from 'valibot';

/** A path, a version or a folder: none has a NUL, though a quoted word of go.mod may. */
export const nameSchema = v.pipe(
  v.string(),
  v.check((name) => !name.includes('\0'), 'a NUL character stands in a name'),
);
