/** What holds of every finding on real modules. Beside the room's own tests, for they take a while. */
import { expect, it } from 'vitest';
import { findFindings } from '../../../graph/findings/index.ts';
import { meanings } from '../../../graph/findings/meanings.ts';
import { splitName } from '../../../graph/model/name.ts';
import { found } from '../findings/found.ts';
import { recordedModel } from '../recorded-model.ts';

it.each(['kubectl', 'prometheus'])('never says of %s that none requires it where one does', (name) => {
  const model = recordedModel(name);
  const { graph, snapshot } = model;
  for (const { nodes, evidence } of found(model, 'kept-by-superseded')) {
    const path = graph.paths[graph.pathOf[nodes[0]!]!]!;
    const asked = snapshot.modules.some(
      (one) => one.selected === true && one.requires?.some((to) => splitName(to).path === path) === true,
    );
    expect(evidence).toMatch(asked ? / cannot be reached over selected versions: / : /^No selected version requires/);
  }
});

it.each(['echo', 'kubectl', 'prometheus', 'traefik', 'hugo', 'etcd-workspace'])(
  '%s: every finding has a severity that the table knows, a sentence and a remedy',
  (name) => {
    const findings = findFindings(recordedModel(name));
    expect(findings.length).toBeGreaterThan(0);
    for (const { code, severity, evidence, remedy } of findings) {
      expect(meanings[code].severities).toContain(severity);
      expect(evidence).toMatch(/^[\s\S]{10,}\.$/);
      expect(remedy.words).toMatch(/\.$/);
      expect(remedy.words).not.toContain('`');
      expect(remedy.command === undefined).toBe(remedy.tried === undefined);
    }
  },
);
