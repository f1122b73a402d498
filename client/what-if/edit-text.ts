/** Edits as an address carries them: `edit=drop:example.com/a`, and in a workspace `edit=drop:example.com/a,in:example.com/main`. */
import { editKinds, type WordedEdit } from '../../graph/what-if/stages.ts';

const marker = ',in:';
/** Most edits that are tried at once, as many as the server takes. */
export const mostEdits = 100;

/** The inverse of readEdit. */
export function writeEdit({ kind, value, in: main }: WordedEdit): string {
  return main === undefined ? `${kind}:${value}` : `${kind}:${value}${marker}${main}`;
}

/** Undefined for a text that is no edit: an address is text that anyone can write. */
export function readEdit(text: string): WordedEdit | undefined {
  const colon = text.indexOf(':');
  const kind = editKinds.find((one) => one === text.slice(0, colon));
  if (kind === undefined) return undefined;
  const at = text.lastIndexOf(marker);
  const value = text.slice(colon + 1, at === -1 ? undefined : at);
  const main = at === -1 ? '' : text.slice(at + marker.length);
  return value === '' ? undefined : { kind, value, ...(main === '' ? {} : { in: main }) };
}

/** Equal for equal edits in the same order. */
export function editsKey(edits: readonly WordedEdit[]): string {
  return edits.map(writeEdit).join('\n');
}

/** What an edit is about: two of one subject cannot stand beside each other. */
function subjectOf({ kind, value, in: main = '' }: WordedEdit): string {
  const path = value.split(/[@=]/)[0] ?? '';
  const line = kind === 'drop' || kind === 'set' ? 'require' : kind;
  return JSON.stringify([main, line, kind === 'exclude' ? value : kind === 'go' ? '' : path]);
}

/**
 * The edits with one more, in the place of one of the same line. To stop using a module is a change of the code, all others are
 * changes of go.mod: what is of the other kind gives way.
 */
export function withEdit(edits: readonly WordedEdit[], edit: WordedEdit): readonly WordedEdit[] {
  const ofCode = edit.kind === 'unimport';
  const stays = edits.filter(
    (one) =>
      (one.kind === 'unimport') === ofCode && subjectOf(one) !== subjectOf(edit) && (!ofCode || one.in === edit.in),
  );
  return [...stays, edit];
}
