/** A difference as rows: one for each module of the build list that came, went or is not as it was. */
import type { Diff } from '../../graph/diff/types.ts';
import { joinName } from '../../graph/model/name.ts';
import type { Row } from '../columns.ts';

export function changeRows({ added, removed, changed }: Pick<Diff, 'added' | 'removed' | 'changed'>): Row<'changes'>[] {
  return [
    ...removed.map(({ path, version = '' }) => ({ change: 'removed', path, from: version, to: '', replacement: '' })),
    ...added.map(({ path, version = '' }) => ({ change: 'added', path, from: '', to: version, replacement: '' })),
    ...changed.map(({ path, from, to, direction, replaceTo }) => ({
      change: direction,
      path,
      from,
      to,
      replacement: replaceTo === undefined ? '' : joinName(replaceTo.path, replaceTo.version),
    })),
  ];
}
