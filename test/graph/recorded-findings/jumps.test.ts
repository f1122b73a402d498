/** What a marked conflict says of who asks across: a version in the build list, and the version that it asks for. */
import { expect, it } from 'vitest';
import { findConflicts, findFindings } from '../../../graph/findings/index.ts';
import { joinName } from '../../../graph/model/name.ts';
import { recordedModel } from '../recorded-model.ts';

it.each(['kubectl', 'golangci-lint', 'helm', 'prometheus', 'traefik'])('%s', (name) => {
  const model = recordedModel(name);
  const requires = new Map(
    model.snapshot.modules
      .filter((module) => module.selected === true)
      .map((module) => [joinName(module.path, module.version), module.requires ?? []]),
  );
  const told = new Map(
    findFindings(model)
      .filter((one) => one.code === 'superseded')
      .map((one) => [one.subject, one.evidence]),
  );
  for (const { path, selected, grade } of findConflicts(model)) {
    const evidence = told.get(joinName(path, selected)) ?? '';
    const [, asker = '', asked = ''] =
      /\. (\S+)(?: and [\d,]+ more require| requires) (\S+), across/.exec(evidence) ?? [];
    expect(asker !== '', `${path}: ${evidence}`).toBe(grade !== 'superseded');
    if (asker !== '') expect(requires.get(asker), asker).toContain(`${path}@${asked}`);
  }
});
