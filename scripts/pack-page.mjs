/** Keeps the files of the page as gzip: the server sends them as they lie, and the package is a third of the size. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Below this many bytes compression gains nothing. */
const smallest = 1024;

/** Replaces each file under `folder` by FILE.gz where that is smaller. The server unpacks for a client without gzip. */
export function packPage(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const plain = readFileSync(file);
    if (plain.length < smallest) continue;
    const packed = gzipSync(plain, { level: 9 });
    if (packed.length >= plain.length) continue;
    writeFileSync(`${file}.gz`, packed);
    rmSync(file);
  }
}
