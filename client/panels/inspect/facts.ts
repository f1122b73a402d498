/** What the network and govulncheck know of a version, as the rows of a panel. */
import type { Model } from '../../../graph/model/model.ts';
import { versionLabel } from '../../../drawing/face/label.ts';

export interface FactRow {
  readonly name: string;
  readonly words: string;
  readonly tone?: 'high' | 'warn';
  /** An https page about it. */
  readonly link?: string;
}

const reaches = {
  called: 'one of its functions is called',
  imported: 'its package is imported',
  required: 'none of its packages is imported',
} as const;

/** Rows about the version of this node, the gravest first; none where nothing was asked for. */
export function factRows(model: Model, node: number): FactRow[] {
  const { snapshot } = model;
  const module = snapshot.modules[node];
  const version = module?.version;
  if (module === undefined || version === undefined) return [];
  const isIt = (one: { readonly path: string; readonly version: string }): boolean =>
    one.path === module.path && one.version === version;
  const rows: FactRow[] = (snapshot.vulnerabilities ?? []).filter(isIt).map(({ id, summary, fixed, reach }) => ({
    name: id,
    words: [summary, reaches[reach], fixed === undefined ? 'no fixed version' : `fixed in ${versionLabel(fixed)}`].join(
      '; ',
    ),
    tone: reach === 'called' ? 'high' : 'warn',
    ...(/^GO-\d+-\d+$/.test(id) ? { link: `https://pkg.go.dev/vuln/${id}` } : {}),
  }));
  const fact = snapshot.facts?.find(isIt);
  for (const reason of fact?.retracted ?? []) {
    rows.push({ name: 'Retracted', words: reason === '' ? 'by its author, without a reason' : reason, tone: 'high' });
  }
  if (fact?.deprecated !== undefined) rows.push({ name: 'Deprecated', words: fact.deprecated, tone: 'warn' });
  if (fact?.update !== undefined) rows.push({ name: 'Newer', words: versionLabel(fact.update) });
  if (fact?.time !== undefined) rows.push({ name: 'Published', words: fact.time.slice(0, 10) });
  return rows;
}
