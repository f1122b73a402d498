/** What a view matched as a table: a module version a row, for spreadsheets and scripts. */
import { reversed, row } from '../../graph/model/adjacency.ts';
import { nodeName, NodeKind } from '../../graph/model/module-graph.ts';
import { ownerOf } from '../../graph/view/owner.ts';
import { makePart } from '../../graph/view/part.ts';
import type { View } from '../../graph/view/types.ts';
import { csvText } from './csv-cell.ts';

const columns = ['path', 'version', 'standing', 'steps', 'owner', 'replaced_by', 'requires', 'required_by'] as const;

/** The first line. */
export const csvHead = columns.join(',');

/**
 * RFC 4180 text: CRLF, a head, then a row for each version that matched, however the picture groups them. `steps`: fewest
 * requirements from a main module, empty without a way; `requires`: how many; `required_by`: names with spaces between,
 * of what is on show. A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export function toCsv(view: View): string {
  const { model, matched, options } = view;
  const { graph, snapshot } = model;
  const match = new Uint8Array(graph.size);
  for (const node of matched) match[node] = 1;
  const part = makePart(model, options.scope, match);
  const askers = reversed(part.graph.size, part.graph.out);
  const rows = [...part.graph.nodes].map((node, local) => {
    const { path = '', version = '', replace } = snapshot.modules[node] ?? {};
    const steps = part.steps[local] ?? -1;
    const by = [...new Set(row(askers, local))].map((asker) => nodeName(graph, part.graph.nodes[asker] ?? -1));
    return [
      path,
      version,
      standing(view, node),
      steps === -1 ? '' : String(steps),
      ownerOf(path),
      replace === undefined ? '' : [replace.path, replace.version ?? ''].join(' ').trim(),
      String(new Set(row(part.graph.out, local)).size),
      by.join(' '),
    ];
  });
  return csvText([columns, ...rows]);
}

function standing({ model }: View, node: number): string {
  if (model.graph.kind[node] === NodeKind.main) return 'main';
  if (model.graph.selected[model.graph.pathOf[node] ?? -1] !== node) return 'superseded';
  return model.direct[node] === 1 ? 'direct' : 'indirect';
}
