/** What the network and govulncheck know of a version, as the rows of a panel. */
import { vulnerableNodes } from '../../../graph/findings/vulnerable.ts';
import type { Model } from '../../../graph/model/model.ts';
import { reachOf } from '../../../graph/vulndb/reach.ts';
import { versionLabel } from '../../../drawing/face/label.ts';
import { factText } from '../../words/panel.ts';

export interface FactRow {
  readonly name: string;
  readonly words: string;
  readonly tone?: 'high' | 'warn';
  /** An https page about it. */
  readonly link?: string;
}

/** Rows about the version of this node, the gravest first; none where nothing was asked for. */
export function factRows(model: Model, node: number): FactRow[] {
  const { snapshot } = model;
  const module = snapshot.modules[node];
  const version = module?.version;
  if (module === undefined || version === undefined) return [];
  const isIt = (one: { readonly path: string; readonly version: string }): boolean =>
    one.path === module.path && one.version === version;
  const vulnerable = vulnerableNodes(model).filter((one) => one.node === node);
  const rows = vulnerable.map(({ one }): FactRow => {
    const { id, summary, fixed, by, numbering, unreviewed } = one;
    const reach = reachOf(model, one, node);
    return {
      name: id,
      words: [
        summary,
        factText.reach[reach],
        fixed === undefined ? factText.notFixed : factText.fixed(versionLabel(fixed)),
        ...(numbering === undefined ? [] : [factText.numbering(numbering)]),
        ...(unreviewed === true ? [factText.unreviewed] : []),
        by === 'database' ? factText.byDatabase : factText.byGovulncheck,
      ].join('; '),
      tone: reach === 'called' ? 'high' : 'warn',
      ...(/^GO-\d+-\d+$/.test(id) ? { link: `https://pkg.go.dev/vuln/${id}` } : {}),
    };
  });
  const fact = snapshot.facts?.find(isIt);
  for (const reason of fact?.retracted ?? []) {
    rows.push({ name: factText.retracted, words: reason === '' ? factText.noReason : reason, tone: 'high' });
  }
  if (fact?.deprecated !== undefined) rows.push({ name: factText.deprecated, words: fact.deprecated, tone: 'warn' });
  if (fact?.update !== undefined) rows.push({ name: factText.newer, words: versionLabel(fact.update) });
  if (fact?.time !== undefined) rows.push({ name: factText.published, words: fact.time.slice(0, 10) });
  return rows;
}
