/** `modscope conflicts`: module paths that are required at more than one version. */
import { findConflicts } from '../../graph/findings/index.ts';
import { compareText } from '../../graph/model/name.ts';
import type { Conflict, Grade } from '../../graph/findings/types.ts';
import type { Row } from '../columns.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import type { ReportOptions } from '../report-options.ts';
import { counted, listed } from '../../drawing/words/counted.ts';
import { plain, plainLines, type Printable, said } from '../text/plain.ts';
import { table } from '../text/table.ts';

/** Heaviest first. */
const grades: readonly Grade[] = ['declared-below-selected', 'major-jump', 'v0-jump', 'prerelease-jump', 'superseded'];
/** Requirers named on one line. */
const mostRequirers = 3;

/** The heaviest grade first, then by path. */
export async function conflicts(io: Io, options: ReportOptions, dir?: string): Promise<number> {
  const { model, status } = await read(io, options, dir, { frontier: true });
  const found = findConflicts(model).sort(
    (a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade) || compareText(a.path, b.path),
  );
  await print(io, options, { value: found, text: conflictsText, columns: 'conflicts', rows: conflictRows });
  return status;
}

function conflictsText(found: readonly Conflict[]): Printable {
  if (found.length === 0) return said`No module is required at more than one version.\n`;
  const counts = grades.map((grade) => [grade, found.filter((one) => one.grade === grade).length] as const);
  const summary = counts.flatMap(([grade, count]) => (count === 0 ? [] : [`${count} ${grade}`])).join(', ');
  const head = `${counted(found.length, 'module is', 'modules are')} required at more than one version: ${summary}\n`;
  return plainLines([head, ...found.map(conflictText)].join('\n'));
}

/** A row for each requirement. */
function conflictRows(found: readonly Conflict[]): Row<'conflicts'>[] {
  return found.flatMap(({ path, selected = '', grade, replaced, required, dropped = [] }) => {
    const rows = (asked: Conflict['required'], more: readonly string[]): Row<'conflicts'>[] =>
      asked.flatMap(({ version, by }) =>
        by.map((requirer) => ({
          grade,
          path,
          selected,
          version,
          requirer,
          flags: [...(replaced === true ? ['replaced'] : []), ...more].join(','),
        })),
      );
    return [...rows(required, []), ...rows(dropped, ['excluded'])];
  });
}

function conflictText(conflict: Conflict): string {
  const { path, selected, grade } = conflict;
  const flags = [
    grade,
    ...(conflict.replaced === true ? ['replaced'] : []),
    ...(conflict.excluded === true ? ['excluded'] : []),
  ];
  const lines = conflict.required.map(({ version, by }) => [
    version === selected ? '  ✓' : '  ·',
    plain(version),
    plain(listed(by, mostRequirers)),
  ]);
  for (const { version, by } of conflict.dropped ?? []) {
    lines.push(['  ×', plain(version), `excluded; ${plain(listed(by, mostRequirers))}`]);
  }
  const wins = selected === undefined ? 'the main module wins' : `${selected} is selected`;
  return `${plain(path)}  ${plain(wins)} · ${flags.join(', ')}\n${table(lines)}`;
}
