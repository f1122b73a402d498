/** The path that lights up: the one that `why` prints, in the boxes of the picture. */
import { describe, expect, it } from 'vitest';
import { boxIds } from '../../../client/state/hidden-lines.ts';
import { litPath, noPath, type LitPath } from '../../../client/state/lit-path.ts';
import { why } from '../../../graph/explain/why.ts';
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { declaredModel } from '../../graph/lines.ts';
import { pathTo } from '../../../graph/view/step-graph.ts';
import { scene } from '../scenes.ts';

/** m → a → b → c; go.mod lists b and c, too. */
const model = declaredModel(
  'm a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0\nx@v1.0.0 y@v1.0.0',
  {
    m: 'go 1.22\nrequire a v1.0.0\nrequire b v1.0.0 // indirect\nrequire c v1.0.0 // indirect',
  },
);
const numberOf = (of: Model, name: string): number =>
  of.snapshot.modules.findIndex((_, node) => nodeName(of.graph, node) === name);
const nodes = (...names: readonly string[]): number[] => names.map((name) => numberOf(model, name));

/** The path to a module in a picture whose boxes stand for these modules. */
function lit(boxes: Readonly<Record<string, readonly string[]>>, lines: readonly string[], to: string): LitPath {
  const picture = scene(
    Object.entries(boxes).map(([id, names]) => ({ id, nodes: nodes(...names) })),
    lines,
  );
  return litPath(picture, boxIds(picture), pathTo(model, 'selected', numberOf(model, to)));
}
const each = { m: ['m'], a: ['a@v1.0.0'], b: ['b@v1.0.0'], c: ['c@v1.0.0'] };

describe('the lit path', () => {
  it('is the one that why prints, whatever go.mod lists', () => {
    const { boxes, hidden } = lit(each, ['m>a', 'a>b', 'b>c', 'm>c'], 'c@v1.0.0');
    expect(boxes).toEqual(['m', 'a', 'b', 'c']);
    expect(boxes.map((id) => (id === 'm' ? id : `${id}@v1.0.0`))).toEqual(why(model, 'c').shortest);
    expect(hidden).toEqual([]);
  });

  it('has the steps that the picture has no line for', () => {
    expect(lit(each, ['m>a', 'm>c'], 'c@v1.0.0').hidden).toEqual([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
    ]);
  });

  it('passes once through a box that stands for several modules', () => {
    const grouped = { m: ['m'], group: ['a@v1.0.0', 'b@v1.0.0'], c: ['c@v1.0.0'] };
    expect(lit(grouped, ['m>group', 'group>c'], 'c@v1.0.0')).toEqual({ boxes: ['m', 'group', 'c'], hidden: [] });
  });

  it('is the main module alone for itself', () => {
    expect(lit(each, ['m>a'], 'm')).toEqual({ boxes: ['m'], hidden: [] });
  });

  it('is none where the picture lacks a box of it, or no path leads there', () => {
    const { m, a, c } = each;
    expect(lit({ m, a, c }, ['m>a', 'a>c'], 'c@v1.0.0')).toBe(noPath);
    expect(lit({ ...each, y: ['y@v1.0.0'] }, ['m>a'], 'y@v1.0.0')).toEqual(noPath);
  });
});
