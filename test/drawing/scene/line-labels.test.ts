import { afterAll, describe, expect, it } from 'vitest';
import { toSvg } from '../../../drawing/formats/svg.ts';
import { draw } from '../../../drawing/picture.ts';
import { isCycleAlone } from '../../../drawing/scene/line-labels.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { makeView } from '../../../graph/view/view.ts';
import { startElk } from '../../../server/layout/elk-node.ts';
import { modelOf } from '../../graph/lines.ts';
import { sampleModel } from '../../graph/recorded-model.ts';

const elk = startElk();
afterAll(() => elk.close());

const alone = { ...defaultView, closeCycles: false, collapse: 'none' } as const;
async function drawn(model: Model, query: string): Promise<Scene> {
  const view = makeView(model, { ...alone, query });
  return draw(view, { direction: 'down', engine: 'auto' }, { elk: elk.engine }, new AbortController().signal);
}
const world = modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v0.9.0\na@v0.9.0 b@v0.1.0\nb@v1.0.0 c@v1.0.0');

describe('the lines of a cycle alone', () => {
  it('say which version is required, and which is selected where that is another', async () => {
    const { labels = [] } = await drawn(world, 'between(a, a)');
    expect(labels.map(({ text }) => text).sort()).toEqual(['requires v0.9.0 (v1.0.0 selected)', 'requires v1.0.0']);
  });

  it('say nothing in any other view', async () => {
    for (const query of ['', 'from(a)', 'between(is:main, b)', 'is:main', 'c']) {
      expect(isCycleAlone(makeView(world, { ...alone, query })), query).toBe(false);
      expect((await drawn(world, query)).labels, query).toBeUndefined();
    }
  });

  it.each([
    ['kubectl', 'between(golang.org/x/net, golang.org/x/net)'],
    ['kubectl', 'between(github.com/onsi/ginkgo/v2, github.com/onsi/ginkgo/v2)'],
    ['prometheus', 'between(google.golang.org/grpc, google.golang.org/grpc)'],
  ])('of %s, %s: no label lies on a box or on another label, and nearly every line has one', async (sample, query) => {
    const scene = await drawn(sampleModel(sample), query);
    const { boxes, lines, labels = [] } = scene;
    const areas = [...boxes, ...labels];
    labels.forEach((label) => {
      for (const other of areas) {
        if (other === label) continue;
        const apart =
          label.x + label.width <= other.x ||
          other.x + other.width <= label.x ||
          label.y + label.height <= other.y ||
          other.y + other.height <= label.y;
        expect(apart, label.text).toBe(true);
      }
    });
    expect(labels.length).toBeGreaterThanOrEqual(Math.ceil(lines.length * 0.8));
    const svg = toSvg(scene, { theme: 'light' });
    for (const { text } of labels) expect(svg).toContain(`>${text}</text>`);
  });
});
