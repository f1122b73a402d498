/** Reads txtar archives, the form of the go command's own test data (golang.org/x/tools/txtar). */

export interface TxtarFile {
  readonly name: string;
  readonly text: string;
}

/** The files of an archive; what stands before the first is its comment and left out. */
export function readTxtar(text: string): TxtarFile[] {
  const files: { name: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const marker = /^-- (.+) --\s*$/.exec(line);
    if (marker?.[1] !== undefined) files.push({ name: marker[1].trim(), lines: [] });
    else files.at(-1)?.lines.push(line);
  }
  return files.map(({ name, lines }) => ({ name, text: lines.join('\n').replace(/\n*$/, '\n') }));
}
