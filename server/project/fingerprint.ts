/** The content of the files that decide a load, as hashes: equal before and after, nothing needs to be loaded anew. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { sumBeside } from './mod-file.ts';
import { readRegularFile } from './regular-file.ts';

/** Bytes of a go.sum or go.mod that anybody has. */
const limit = 256 << 20;

/** Names of the files that decide what a load brings. */
const decisive: readonly string[] = ['go.mod', 'go.sum', 'go.work', 'go.work.sum'];

/** The same, with what stands in the place of go.mod and its go.sum, where something does (mod-file.ts). */
export function decisiveNames(modFile?: string): readonly string[] {
  return modFile === undefined ? decisive : [...decisive, path.basename(modFile), path.basename(sumBeside(modFile))];
}

/** One hash for each folder, of the decisive files in it; one that is not there counts as such. */
export function fingerprint(folders: readonly string[], names: readonly string[] = decisive): string[] {
  return folders.map((folder) => {
    const hash = createHash('sha256');
    for (const name of names) {
      let content: Uint8Array | undefined;
      try {
        content = readRegularFile(path.join(folder, name), limit);
      } catch {
        content = undefined;
      }
      hash.update(`${name} ${content === undefined ? 'absent' : String(content.length)}\n`).update(content ?? '');
    }
    return hash.digest('hex');
  });
}
