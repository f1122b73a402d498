// @vitest-environment node
/** Strip, list, tab and table say one number of findings, whatever graph is on show. */
import { describe, expect, it } from 'vitest';
import { makeGroups } from '../../../client/panels/finding-groups.ts';
import { findingList } from '../../../client/panels/lists/finding-items.ts';
import { rowsOf } from '../../../client/panels/lists/items.ts';
import { findingWords } from '../../../client/panels/lists/list-words.ts';
import { findingCounts } from '../../../client/panels/merged-findings.ts';
import { moduleRows } from '../../../client/views/module-rows.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { makeView } from '../../../graph/view/view.ts';
import { openData } from '../../../client/state/data.ts';
import { matchQuery } from '../../../graph/query/index.ts';
import { recordedModel } from '../../graph/recorded-model.ts';

describe.each(['echo', 'kubectl', 'helm', 'prometheus', 'traefik', 'caddy', 'etcd-workspace', 'golangci-lint'])(
  '%s',
  (name) => {
    it('each group of the strip counts what stands under its heading in the list', async () => {
      const { findings, conflicts, groups, model } = await openData(recordedModel(name).snapshot);
      const list = findingList(model, findings, conflicts);
      const headings = new Map<string, number>();
      for (const item of list.items) headings.set(item.heading, (headings.get(item.heading) ?? 0) + 1);
      for (const group of groups) expect([group.id, headings.get(group.id)]).toEqual([group.id, group.count]);
      const titles = rowsOf(list, '', new Set()).flatMap((row) => (row.type === 'heading' ? [row.title] : []));
      for (const group of groups.filter(({ id }) => id !== 'cycle')) expect(titles).toContain(group.title);
      expect(new Set(titles).size).toBe(titles.length);
      // The tab, the strip and the words above the list.
      const counts = findingCounts(findings);
      const { total, info } = counts;
      expect(list.items.length).toBe(total + info);
      expect(findingWords(model, counts, false).summary).toMatch(new RegExp(`^${total.toLocaleString('en')} finding`));
      // What is on show at first is what is counted, and what the strip counts without a click.
      const at = rowsOf(list, '', new Set()).filter(({ type }) => type === 'finding');
      expect(at.length).toBe(total);
      const heavy = groups.filter(({ severity }) => severity !== 'info');
      expect(heavy.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    });

    it('a row is one module and one cause, and its key is its own', async () => {
      const { findings, conflicts, model } = await openData(recordedModel(name).snapshot);
      const { items } = findingList(model, findings, conflicts);
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      const [rows, all] = [items.flatMap((item) => (item.type === 'finding' ? item.findings : [])), new Set(findings)];
      expect(rows.length).toBe(all.size);
    });

    it('the table counts as the list does', async () => {
      const { findings, conflicts, marks, model } = await openData(recordedModel(name).snapshot);
      const rows = moduleRows(makeView(model, defaultView), { findings, conflicts, marks });
      const { items } = findingList(model, findings, conflicts);
      for (const { node, findings: count } of rows)
        expect(count).toBe(items.filter(({ filter, nodes }) => filter !== 'info' && nodes.includes(node)).length);
    });

    it('what a group leads to is what it marks: the rows of the table are as many', async () => {
      const { groups, model } = await openData(recordedModel(name).snapshot);
      for (const { id, query, nodes } of groups) {
        if (query === undefined) continue;
        const rows = matchQuery(model, 'selected', query).reduce((sum, one) => sum + one, 0);
        const selected = nodes.filter((node) => model.graph.selected[model.graph.pathOf[node] ?? -1] === node);
        expect([id, rows]).toEqual([id, selected.length]);
      }
    });
  },
);

it('errors are counted as findings, not as kinds', () => {
  const error = { code: 'load-error', severity: 'error', evidence: '', remedy: { words: '' }, nodes: [] } as const;
  const findings = Array.from({ length: 28 }, (_, i) => ({ ...error, subject: `a.b/${i}@v1.0.0` }));
  expect(findingCounts(findings)).toEqual({ total: 28, errors: 28, info: 0 });
  expect(makeGroups(findings, [], [])[0]?.count).toBe(28);
});
