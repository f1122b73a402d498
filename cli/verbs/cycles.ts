/** `modscope cycles`: cycles among versions, and among paths. */
import { findCycles } from '../../graph/findings/index.ts';
import type { Cycle } from '../../graph/findings/types.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import type { ReportOptions } from '../report-options.ts';
import { counted } from '../../drawing/words/counted.ts';
import { plain, plainLines, type Printable, said } from '../text/plain.ts';

const meanings: Readonly<Record<Cycle['kind'], string>> = {
  version: 'these versions require one another',
  path: 'these modules require one another, at some step in an older version',
};

export async function cycles(io: Io, options: ReportOptions, dir?: string): Promise<number> {
  const { model, status } = await read(io, options, dir);
  const found = findCycles(model).map(({ kind, members }) => ({ kind, members }));
  await print(io, options, {
    value: found,
    text: cyclesText,
    columns: 'cycles',
    rows: (shown) =>
      shown.flatMap(({ kind, members }, n) => members.map((member) => ({ cycle: String(n + 1), kind, member }))),
  });
  return status;
}

function cyclesText(found: readonly Pick<Cycle, 'kind' | 'members'>[]): Printable {
  if (found.length === 0) return said`There are no cycles, neither among exact versions nor among module paths.\n`;
  const ofVersions = found.filter(({ kind }) => kind === 'version').length;
  const head = `${counted(ofVersions, 'cycle')} of exact versions, ${found.length - ofVersions} of module paths only. Go allows them.\n`;
  const texts = found.map(({ kind, members }) => {
    const lines = members.map((member) => `  ${plain(member)}\n`).join('');
    return `${counted(members.length, 'module')}, a ${kind} cycle: ${meanings[kind]}\n${lines}`;
  });
  return plainLines([head, ...texts].join('\n'));
}
