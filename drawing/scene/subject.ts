/** What a picture is of: its title, and the sentence under it. */
import { NodeKind } from '../../graph/model/module-graph.ts';
import type { View } from '../../graph/view/types.ts';
import { pathLabel } from '../face/label.ts';
import { printable } from '../face/printable.ts';
import { headline } from './headline.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Scene } from './types.ts';

/** The main module's path in two parts, or how many a workspace has; what is on show in one sentence. */
export function subjectOf(view: View): Scene['subject'] {
  const mains = view.model.snapshot.mains.map((main) => main.path);
  const first = printable(mains[0] ?? '');
  if (mains.length > 1)
    return { prefix: 'workspace of ', name: `${withThousands(mains.length)} modules`, sentence: sentence(view) };
  const { name } = pathLabel(first);
  const known = first.endsWith(name) ? first.slice(0, first.length - name.length) : '';
  return { prefix: known, name, sentence: sentence(view) };
}

function sentence(view: View): string {
  const { receipt, options, model } = view;
  const query = printable(options.query.trim());
  if (query !== '') {
    const whole = options.scope === 'selected' ? 'selected modules' : 'module versions';
    return `${withThousands(receipt.matched)} of ${withThousands(receipt.scoped)} ${whole}: ${query}`;
  }
  if (receipt.grouped === 'direct') return headline(view);
  if (options.scope === 'all') return 'Every module version that any go.mod names, and which one requires it.';
  const modules = view.matched.filter((node) => model.graph.kind[node] !== NodeKind.main);
  if (modules.length === 0) return 'It requires nothing yet.';
  const direct = modules.filter((node) => model.direct[node] === 1).length;
  const others = modules.length - direct;
  const parts = [
    `${withThousands(direct)} required directly`,
    ...(others === 0 ? [] : [`${withThousands(others)} indirectly`]),
  ];
  const all = `${withThousands(modules.length)} ${modules.length === 1 ? 'module' : 'modules'}`;
  return `${all} in the build: ${parts.join(', ')}.`;
}
