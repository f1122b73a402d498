/** Reads txtar archives, the form of the go command's own test data (golang.org/x/tools/txtar). */

export interface TxtarFile {
  readonly name: string;
  readonly text: string;
}

export interface Txtar {
  /** What stands before the first file. */
  readonly comment: string;
  readonly files: readonly TxtarFile[];
}

/** Byte for byte, so that hashes in a go.sum hold; only a missing line end at the very end is added. */
export function readTxtar(text: string): Txtar {
  const files: { name: string; lines: string[] }[] = [];
  const comment: string[] = [];
  for (const line of (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')) {
    const name = /^-- (.+) --\r?$/.exec(line)?.[1]?.trim();
    if (name === undefined) (files.at(-1)?.lines ?? comment).push(line);
    else files.push({ name, lines: [] });
  }
  return { comment: joined(comment), files: files.map((file) => ({ name: file.name, text: joined(file.lines) })) };
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
