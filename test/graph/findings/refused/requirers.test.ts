import { expect, it } from 'vitest';
import { nodesOf, requirersOf } from '../../../../graph/findings/refused/requirers.ts';
import { modelOf } from '../../lines.ts';

const model = modelOf('m a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 a@v1.1.0\nc@v1.0.0 a@v1.0.0');

it('of a version: those that require that one', () => {
  expect(requirersOf(model, 'a@v1.0.0')).toEqual(['c@v1.0.0', 'm']);
  expect(requirersOf(model, 'a@v9.9.9')).toEqual([]);
});

it('of a path: those that require any version of it', () => {
  expect(requirersOf(model, 'a')).toEqual(['b@v1.0.0', 'c@v1.0.0', 'm']);
  expect(requirersOf(model, 'nobody')).toEqual([]);
});

it('the nodes of names; none for what is not in the graph', () => {
  expect(nodesOf(model, ['a@v1.0.0', 'a@v1.1.0', 'gone@v1.0.0'])).toHaveLength(2);
});
