/** Reads a report of govulncheck. */
import type { Vulnerability } from '../../graph/snapshot/types.ts';
import { GovulncheckParser } from '../../parsers/govulncheck.ts';
import { inputName } from './read-input.ts';
import { readRecorded } from './recorded-input.ts';

/** Largest report that is read, in bytes: it holds the text of every vulnerability of the modules that are used. */
const limit = 256 << 20;

/** The vulnerabilities in a file, or on standard input for '-'. Throws a Fault 'bad-input' for what is no such report. */
export async function readVulnerabilities(file: string, signal: AbortSignal): Promise<Vulnerability[]> {
  const parser = new GovulncheckParser({ name: inputName(file), code: 'bad-input' });
  await readRecorded(
    file,
    'report',
    limit,
    (chunk) => {
      parser.push(chunk);
    },
    signal,
  );
  return parser.end();
}
