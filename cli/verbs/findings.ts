/** `modscope findings`: everything that is worth a look. */
import { remedyLines } from '../text/remedy.ts';
import { coverageText } from '../../graph/findings/coverage.ts';
import { findFindings } from '../../graph/findings/index.ts';
import type { Finding, Severity } from '../../graph/findings/types.ts';
import { remedyFields } from '../../graph/remedy/words.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import { withRemedies } from '../with-remedies.ts';
import type { ReportOptions } from '../report-options.ts';
import { counted } from '../../drawing/words/counted.ts';
import { plain, plainLines, type Printable, said } from '../text/plain.ts';

const severities: readonly Severity[] = ['error', 'high', 'warn', 'info'];

/** The heaviest first. */
export async function findings(io: Io, options: ReportOptions, dir?: string): Promise<number> {
  const { model, status } = await withRemedies(
    io,
    options,
    dir,
    await read(io, options, dir, { frontier: true, verdict: true }),
  );
  const found = findFindings(model);
  const told = found.map(({ code, severity, subject, evidence, remedy }) => ({
    code,
    severity,
    subject,
    evidence,
    remedy: remedyFields(remedy),
  }));
  await print(io, options, {
    value: { found: told, looked: coverageText(model) },
    json: (value) => value.found,
    text: (shown) => findingsText(shown.found, shown.looked),
    columns: 'findings',
    rows: (shown) =>
      shown.found.map(({ remedy, ...one }) => ({ ...one, remedy: remedy.words, command: remedy.command ?? '' })),
  });
  return status;
}

/** `looked`: how many checks ran, and which could not. */
function findingsText(found: readonly Omit<Finding, 'nodes'>[], looked: string): Printable {
  if (found.length === 0) return said`Nothing found in ${looked}.\n`;
  const counts = severities.flatMap((severity) => {
    const count = found.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const texts = found.map(({ severity, code, subject, evidence, remedy }) => {
    const head = `${severity.padEnd(5)}  ${code}  ${plain(subject)}`;
    return [head, `       ${plain(evidence)}`, ...remedyLines(remedy, '       '), ''].join('\n');
  });
  return plainLines([`${counted(found.length, 'finding')}: ${counts.join(', ')} (${looked})\n`, ...texts].join('\n'));
}
