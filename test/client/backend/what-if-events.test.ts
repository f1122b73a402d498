/** Lines of the what-if stream, as the page reads them. */
import { expect, it } from 'vitest';
import { WhatIfReader } from '../../../client/backend/what-if-events.ts';
import { lineVerbs, type GoModChange } from '../../../graph/unimport/lines.ts';
import { declaredModel } from '../../graph/lines.ts';

const { snapshot } = declaredModel('m a@v1.0.0', { m: 'go 1.21\nrequire a v1.0.0\n' });

it('reads each kind of line, one of go.work, and the patch', () => {
  const lines = [
    ...lineVerbs.map((verb): GoModChange => ({ main: 'm', file: 'go.mod', verb, path: 'a', is: 'x', becomes: 'y' })),
    { file: 'go.work', verb: 'replace', path: 'a', becomes: '=> ./a' },
  ];
  const patch = '--- a/go.mod\n';
  const stage = {
    by: 'go',
    more: false,
    digest: '1',
    base: snapshot,
    head: { ...snapshot, modules: [], gone: [] },
    causes: [],
    kept: [],
    notes: [],
    commands: [],
  };
  const read = new WhatIfReader().read(JSON.stringify({ type: 'answer', answer: { ...stage, lines, patch } }));
  expect(read).toMatchObject({ type: 'answer', answer: { lines, patch } });
});
