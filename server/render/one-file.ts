/** The built page in one file, which `export --format html` puts its data into. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Fault } from '../../graph/fault.ts';

/** Beside the built command line, or in dist/ when run from the sources. */
const places = ['one-file.html.gz', '../../dist/one-file.html.gz'];

/** Throws a Fault 'defect' when the page was not built. */
export function readOneFile(): string {
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const file = files.find((one) => existsSync(one));
  if (file === undefined) {
    throw new Fault('defect', 'The page in one file is missing.', {
      hint: 'Install modscope again, or `npm run build`.',
    });
  }
  return gunzipSync(readFileSync(file)).toString('utf8');
}
