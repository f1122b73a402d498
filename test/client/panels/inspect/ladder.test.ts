import { describe, expect, it } from 'vitest';
import { lowerWords, whoAsks } from '../../../../client/panels/inspect/asker-words.ts';
import { ladderOf } from '../../../../client/panels/inspect/ladder.ts';
import { nodeName } from '../../../../graph/model/module-graph.ts';
import { nodeOf, small } from '../models.ts';

const { graph } = small;
const pathNumber = (path: string): number => graph.paths.indexOf(path);
const names = (path: string): (readonly [string, boolean, readonly string[]])[] =>
  ladderOf(small, pathNumber(path)).rungs.map((rung) => [
    rung.version,
    rung.winner,
    rung.askers.map((asker) => nodeName(graph, asker.node)),
  ]);

describe('ladderOf', () => {
  it('has every version asked for, newest first, with its askers: go.mod, the build list, lost ones', () => {
    expect(names('example.com/net')).toEqual([
      ['v0.3.0', true, ['example.com/app', 'example.com/b@v1.0.0']],
      ['v0.2.0', false, ['example.com/a@v1.2.0']],
      ['v0.1.0', false, ['example.com/a@v1.1.0']],
    ]);
    expect(ladderOf(small, pathNumber('example.com/net')).requirements).toBe(4);
  });

  it('says of a lost asker which version won there', () => {
    const [, , oldest] = ladderOf(small, pathNumber('example.com/net')).rungs;
    expect(oldest?.askers).toEqual([
      { node: nodeOf(small, 'example.com/a@v1.1.0'), supersededBy: nodeOf(small, 'example.com/a@v1.2.0') },
    ]);
  });

  it('puts a main module first, though it has no version', () => {
    expect(names('example.com/app')).toEqual([['', true, []]]);
  });
});

describe('words about askers', () => {
  const rung = ladderOf(small, pathNumber('example.com/net')).rungs;

  it('names go.mod and modules with their versions', () => {
    expect(whoAsks(small, rung[0]?.askers ?? [])).toBe('go.mod, example.com/b v1.0.0');
    expect(whoAsks(small, [])).toBe('no requirement read');
    expect(whoAsks(small, [...(rung[0]?.askers ?? []), ...(rung[1]?.askers ?? [])])).toBe(
      'go.mod, example.com/b v1.0.0 +1',
    );
  });

  it('says who must ask for less', () => {
    expect(lowerWords(small, rung[0]?.askers ?? [])).toBe('your go.mod and 1 module');
    expect(lowerWords(small, rung[1]?.askers ?? [])).toBe('1 module');
    expect(lowerWords(small, (rung[0]?.askers ?? []).slice(0, 1))).toBe('your go.mod');
  });
});
