/** A go.mod that declares less than what is selected. */
import { expect, it } from 'vitest';
import type { Records } from '../../../graph/snapshot/records.ts';
import type { Requirement } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { found, main } from './found.ts';

const below: Partial<Records> = { mains: [main({ require: [{ path: 'a', version: 'v1.9.0' }] })] };

it('is an error: a build that may not write go.mod fails', () => {
  expect(found(modelOf('m a@v1.9.0\nm b@v1.0.0\nb@v1.0.0 a@v1.10.0', below), 'declared-below-selected')).toEqual([
    {
      code: 'declared-below-selected',
      severity: 'error',
      subject: 'a@v1.10.0',
      evidence: 'The go.mod of m requires a v1.9.0; v1.10.0 is selected.',
      remedy:
        'A build with -mod=readonly fails until go.mod requires the version that is selected. [go get a@v1.10.0] [go mod tidy]',
      nodes: [1],
    },
  ]);
});

it('is only told in a workspace, where `go work sync` mends it', () => {
  const work = { ...below, work: { use: ['.'], replace: [] } };
  expect(found(modelOf('m a@v1.10.0', work), 'declared-below-selected')).toMatchObject([
    { severity: 'info', remedy: 'Nothing breaks: go.mod can be made to say what the workspace builds. [go work sync]' },
  ]);
});

it.each([
  ['just what is selected', 'm a@v1.9.0'],
  ['more than is selected, which only a graph of another go.mod can show', 'm a@v1.8.0'],
  ['what the graph does not hold', 'm b@v1.0.0'],
  ['a main module, which stands above every version', 'a b@v1.0.0'],
])('is not found where go.mod declares %s', (_, lines) => {
  expect(found(modelOf(lines, below), 'declared-below-selected')).toEqual([]);
});

it('is one finding, however often the line is written', () => {
  const require: Requirement[] = [
    { path: 'a', version: 'v1.9.0' },
    { path: 'a', version: 'v1.9.0', indirect: true },
  ];
  const twice = modelOf('m a@v1.10.0', { mains: [main({ require })] });
  expect(found(twice, 'declared-below-selected')).toHaveLength(1);
});
