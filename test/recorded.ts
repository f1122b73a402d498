/** Reads what go printed for real modules, kept under samples/recorded/. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../samples/recorded/', import.meta.url));

/** The text of samples/recorded/NAME/FILE; large ones are stored as FILE.gz. Throws when there is neither. */
export function recordedText(name: string, file: string): string {
  return new TextDecoder().decode(recordedBytes(name, file));
}

/** The same as bytes, for readers that work on chunks. */
export function recordedBytes(name: string, file: string): Uint8Array {
  const path = `${folder}${name}/${file}`;
  return existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
}
