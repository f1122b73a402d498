/** Where the built page lies. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the built command line (dist/client), or in dist/ when this runs from the sources. */
export function pageFolder(): string {
  const folders = ['client/', '../dist/client/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
  const built = folders.find((folder) => existsSync(path.join(folder, 'index.html')));
  return built ?? folders[0] ?? 'client';
}
