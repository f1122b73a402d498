import { describe, expect, it } from 'vitest';
import { requirementsOf, requirersOf, type Neighbour } from '../../../graph/explain/neighbours.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { nodeOf, small } from '../../client/panels/models.ts';

const said = (neighbours: readonly Neighbour[]): (readonly [string, string, boolean])[] =>
  neighbours.map(({ node, asked, lower }) => [nodeName(small.graph, node), asked, lower]);

describe('neighbours in the build list', () => {
  it('counts whoever asks for any version, the highest asked for first', () => {
    expect(said(requirersOf(small, 'selected', nodeOf(small, 'example.com/net@v0.3.0')))).toEqual([
      ['example.com/app', 'v0.3.0', false],
      ['example.com/b@v1.0.0', 'v0.3.0', false],
      ['example.com/a@v1.2.0', 'v0.2.0', true],
    ]);
  });

  it('ends at selected versions and marks what asks for less', () => {
    expect(said(requirementsOf(small, 'selected', nodeOf(small, 'example.com/b@v1.0.0')))).toEqual([
      ['example.com/a@v1.2.0', 'v1.1.0', true],
      ['example.com/net@v0.3.0', 'v0.3.0', false],
    ]);
  });

  it('leaves out go and toolchain', () => {
    const required = requirementsOf(small, 'selected', nodeOf(small, 'example.com/app'));
    expect(required.map(({ node }) => nodeName(small.graph, node))).not.toContain('go@1.22');
    expect(required).toHaveLength(3);
  });
});

describe('neighbours among all versions', () => {
  it('takes requirements as they are', () => {
    expect(said(requirersOf(small, 'all', nodeOf(small, 'example.com/net@v0.1.0')))).toEqual([
      ['example.com/a@v1.1.0', 'v0.1.0', true],
    ]);
    expect(said(requirementsOf(small, 'all', nodeOf(small, 'example.com/b@v1.0.0')))).toEqual([
      ['example.com/a@v1.1.0', 'v1.1.0', true],
      ['example.com/net@v0.3.0', 'v0.3.0', false],
    ]);
  });
});
