import { beforeAll, describe, expect, it } from 'vitest';
import { draw, type DrawOptions } from '../../../drawing/picture.ts';
import { layeredEngine } from '../../../drawing/layout/layered.ts';
import type { Scene, SceneBox } from '../../../drawing/scene/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import type { ViewOptions } from '../../../graph/view/types.ts';
import { makeView } from '../../../graph/view/view.ts';
import { recordedModel } from '../models.ts';

const never = new AbortController().signal;
let model: Model;
beforeAll(() => {
  model = recordedModel('gopls');
});

function drawn(view: Partial<ViewOptions>, options: Partial<DrawOptions> = {}): Promise<Scene> {
  const of = makeView(model, { ...defaultView, ...view });
  return draw(of, { direction: 'auto', engine: 'auto', ...options }, { elk: layeredEngine }, never);
}

/** Pairs of boxes of both scenes that stand side by side, or one above the other, the other way round. */
function turned(before: Scene, after: Scene): number {
  const next = new Map(after.boxes.map((box) => [box.id, box]));
  const pairs = before.boxes.flatMap((from): [SceneBox, SceneBox][] => {
    const to = next.get(from.id);
    return to === undefined ? [] : [[from, to]];
  });
  const middle = ({ x, width }: SceneBox): number => x + width / 2;
  return pairs.filter(([from, to], n) =>
    pairs.slice(0, n).some(([a, b]) => {
      const [was, is] = [middle(from) - middle(a), middle(to) - middle(b)];
      return Math.abs(was) > 60 && Math.abs(is) > 60 && was > 0 !== is > 0;
    }),
  ).length;
}

describe('a picture that follows another', () => {
  it('stands where that stood when nothing has changed', async () => {
    model = recordedModel('kubectl');
    const before = await drawn({});
    const after = await drawn({}, { before });
    model = recordedModel('gopls');
    expect(after.boxes.map(({ id }) => id)).toEqual(before.boxes.map(({ id }) => id));
    expect(turned(before, after)).toBe(0);
  });

  it('keeps sides when a module is left out, which afresh it does not', async () => {
    const query = '-honnef.co/go/tools';
    const before = await drawn({});
    const afresh = turned(before, await drawn({ query }));
    expect(afresh).toBeGreaterThan(10);
    expect(turned(before, await drawn({ query }, { before }))).toBeLessThan(afresh / 2);
  });

  it('keeps the direction of that one, and is drawn afresh in another', async () => {
    const before = await drawn({}, { direction: 'right' });
    expect((await drawn({ query: 'is:direct' }, { before })).direction).toBe('right');
    const asked = await drawn({}, { before, direction: 'down' });
    expect(asked).toEqual(await drawn({}, { direction: 'down' }));
  });

  it('has nothing of one that shows other modules', async () => {
    const before = await drawn({ query: 'honnef.co/go/tools' });
    expect(await drawn({ query: '-honnef.co/go/tools' }, { before, direction: 'down' })).toEqual(
      await drawn({ query: '-honnef.co/go/tools' }, { direction: 'down' }),
    );
  });
});
