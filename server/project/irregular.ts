/** go.mod files that go would wait for, for ever: a FIFO, a device, or a link to one, in a checkout of strangers. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';

/** The fault of the first folder whose go.mod is there and no regular file; undefined where there is none. */
export function irregularGoMod(folders: readonly string[]): Fault | undefined {
  const odd = folders.map((folder) => path.join(folder, 'go.mod')).find((file) => isIrregular(file));
  if (odd === undefined) return undefined;
  return new Fault('bad-input', `${odd} is no regular file: go would wait for it for ever, and was not asked.`, {
    hint: 'Remove it, or the line of go.work or of a replacement that names its folder.',
  });
}

function isIrregular(file: string): boolean {
  try {
    return !statSync(file).isFile();
  } catch {
    return false;
  }
}
