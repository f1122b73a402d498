/** The sentence of the direct picture. */
import { expect, it } from 'vitest';
import { headline, mostBrought } from '../../../drawing/scene/headline.ts';
import { declaredModel, modelOf } from '../../graph/lines.ts';
import { recordedModel, viewOf } from '../models.ts';

const requires = (from: string, ...names: readonly string[]): string =>
  names.map((name) => `${from} ${name}@v1.0.0`).join('\n');

it('says what is required, what is built from, and which requirement alone brings most', () => {
  const model = modelOf(
    [
      requires('x.org/main', 'x.org/a', 'x.org/b'),
      requires('x.org/a@v1.0.0', 'x.org/a1', 'x.org/s'),
      requires('x.org/b@v1.0.0', 'x.org/b1', 'x.org/b2', 'x.org/s'),
    ].join('\n'),
  );
  const view = viewOf(model, { limit: 3 });
  expect(view.receipt.grouped).toBe('direct');
  expect(headline(view)).toBe('main requires 2 modules and builds from 6; b alone brings 2.');
  const most = mostBrought(view);
  expect(most?.words).toBe('b alone brings 2');
  expect(model.snapshot.modules[most?.node ?? -1]?.path).toBe('x.org/b');
});

it('names nobody where none brings two, and counts one as one', () => {
  const model = modelOf(`${requires('x.org/main', 'x.org/a')}\n${requires('x.org/a@v1.0.0', 'x.org/b')}`);
  expect(headline(viewOf(model, { limit: 2 }))).toBe('main requires 1 module and builds from 2.');
});

it('of a workspace counts its members', () => {
  const model = declaredModel('x.org/m x.org/a@v1.0.0\nx.org/n x.org/b@v1.0.0\nx.org/a@v1.0.0 x.org/c@v1.0.0', {
    'x.org/m': 'go 1.22\nrequire x.org/a v1.0.0',
    'x.org/n': 'go 1.22\nrequire x.org/b v1.0.0',
  });
  expect(headline(viewOf(model, { limit: 4 }))).toBe(
    'This workspace of 2 modules requires 2 modules and builds from 3.',
  );
});

it('of traefik is its subject', () => {
  const view = viewOf(recordedModel('traefik'));
  expect(headline(view)).toMatch(/^traefik\/v3 requires \d+ modules and builds from 839; [\w/.-]+ alone brings \d+\.$/);
});
