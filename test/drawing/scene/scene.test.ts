import { describe, expect, it } from 'vitest';
import { zoomToFit } from '../../../drawing/scene/aspect.ts';
import { legendOf } from '../../../drawing/scene/legend.ts';
import type { PathCommand, Scene, SceneBox } from '../../../drawing/scene/types.ts';
import type { ViewOptions } from '../../../graph/view/types.ts';
import { modelOf } from '../../graph/lines.ts';
import { drawer, hostileModel, recordedModel, viewOf } from '../models.ts';

const drawView = drawer();

/** Points along a path, a few pixels apart. */
function* pointsOf(path: readonly PathCommand[]): Generator<readonly [number, number]> {
  let pen: readonly [number, number] = [0, 0];
  for (const command of path) {
    const start = pen;
    if (command[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = command;
      for (let at = 1; at <= 24; at++) {
        const t = at / 24;
        const weight = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3] as const;
        yield [
          start[0] * weight[0] + x1 * weight[1] + x2 * weight[2] + x * weight[3],
          start[1] * weight[0] + y1 * weight[1] + y2 * weight[2] + y * weight[3],
        ];
      }
      pen = [x, y];
    } else {
      const [letter, x, y] = command;
      const steps = letter === 'M' ? 1 : Math.ceil(Math.hypot(x - start[0], y - start[1]) / 6);
      for (let at = 1; at <= steps; at++)
        yield letter === 'M'
          ? [x, y]
          : [start[0] + ((x - start[0]) * at) / steps, start[1] + ((y - start[1]) * at) / steps];
      pen = [x, y];
    }
  }
}

/** Boxes in cells of 128 pixels. */
function cellsOf(boxes: readonly SceneBox[]): (x: number, y: number) => readonly SceneBox[] {
  const cells = new Map<string, SceneBox[]>();
  for (const box of boxes) {
    for (let cx = Math.floor(box.x / 128); cx <= Math.floor((box.x + box.width) / 128); cx++) {
      for (let cy = Math.floor(box.y / 128); cy <= Math.floor((box.y + box.height) / 128); cy++) {
        const key = `${cx} ${cy}`;
        cells.set(key, [...(cells.get(key) ?? []), box]);
      }
    }
  }
  return (x, y) => cells.get(`${Math.floor(x / 128)} ${Math.floor(y / 128)}`) ?? [];
}

function holds(outer: SceneBox, inner: SceneBox): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** What must never be in a picture: boxes over boxes, lines through boxes, anything outside. */
function faultsOf(scene: Scene): string[] {
  const faults = new Set<string>();
  const byId = new Map(scene.boxes.map((box) => [box.id, box]));
  const near = cellsOf(scene.boxes);
  for (const box of scene.boxes) {
    if (box.x < 0 || box.y < 0 || box.x + box.width > scene.width || box.y + box.height > scene.height)
      faults.add(`${box.id} is outside`);
    if (box.frame !== undefined && !holds(byId.get(box.frame)!, box)) faults.add(`${box.id} leaves its frame`);
    for (const corner of [
      near(box.x, box.y),
      near(box.x + box.width, box.y + box.height),
      near(box.x + box.width, box.y),
    ].flat()) {
      if (corner === box || corner.id === box.frame || box.id === corner.frame) continue;
      const apart =
        corner.x >= box.x + box.width - 0.01 ||
        box.x >= corner.x + corner.width - 0.01 ||
        corner.y >= box.y + box.height - 0.01 ||
        box.y >= corner.y + corner.height - 0.01;
      if (!apart) faults.add(`${box.id} overlaps ${corner.id}`);
    }
  }
  for (const line of scene.lines) {
    const frame = byId.get(line.from)?.frame;
    for (const [x, y] of pointsOf(line.path)) {
      if (!Number.isFinite(x) || !Number.isFinite(y)) faults.add(`${line.from} → ${line.to} has no route`);
      for (const box of near(x, y)) {
        if (box.id === frame) continue;
        const within = x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;
        if (within) faults.add(`${line.from} → ${line.to} runs through ${box.id}`);
      }
    }
  }
  return [...faults];
}

const views: readonly (readonly [string, string, Partial<ViewOptions>])[] = [
  ['echo', 'as it is', {}],
  ['echo', 'cycles open', { closeCycles: false }],
  ['echo', 'every version', { scope: 'all' }],
  ['kubectl', 'as it is', {}],
  [
    'kubectl',
    'two cycles opened in place',
    { open: ['cycle:golang.org/x/net@v0.23.0', 'cycle:github.com/golangplus/bytes@v1.0.0'] },
  ],
  ['kubectl', 'grouped by host', { collapse: 'host' }],
  ['kubectl', 'a question', { query: 'between(is:main, golang.org/x/net)' }],
  ['prometheus', 'as it is', {}],
  ['prometheus', 'by owner', { collapse: 'owner' }],
  [
    'prometheus',
    'ungrouped, a cycle opened',
    { collapse: 'none', open: ['cycle:cloud.google.com/go/bigquery@v1.8.0'] },
  ],
  ['traefik', 'as it is', {}],
  ['traefik', 'an owner opened in place', { collapse: 'owner', open: ['owner:golang.org/x'] }],
];

describe('draw', () => {
  it.each(views)('%s, %s: nothing overlaps, no line runs through a box', async (name, _, options) => {
    const view = viewOf(recordedModel(name), options);
    const scene = await drawView(view);
    expect(faultsOf(scene)).toEqual([]);
    expect(scene.lines).toHaveLength(
      view.lines.length + view.boxes.reduce((sum, box) => sum + (box.inside?.lines.length ?? 0), 0),
    );
    expect(scene.boxes.filter((box) => !box.isFrame)).toHaveLength(view.receipt.boxes);
    expect(scene.boxes.flatMap((box) => (box.isFrame ? box.id : [])).sort()).toEqual([...(options.open ?? [])].sort());
  });

  it.each(['down', 'right', 'up', 'left'] as const)('runs %s when told to', async (direction) => {
    const scene = await drawView(viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] }), {
      direction,
    });
    expect(scene.direction).toBe(direction);
    expect(faultsOf(scene)).toEqual([]);
    expect(scene.boxes.some((box) => box.isFrame)).toBe(true);
    const main = scene.ruler.find((mark) => mark.label === '0')!;
    const box = scene.boxes.find((one) => one.main)!;
    const at = direction === 'down' || direction === 'up' ? box.y + box.height / 2 : box.x + box.width / 2;
    expect(Math.abs(main.at - at)).toBeLessThan(100);
  });

  it('takes the direction that fits the room at the larger zoom', async () => {
    const chain = viewOf(
      modelOf('m a.b/a@v1.0.0\na.b/a@v1.0.0 a.b/b@v1.0.0\na.b/b@v1.0.0 a.b/c@v1.0.0\na.b/c@v1.0.0 a.b/d@v1.0.0'),
    );
    expect((await drawView(chain, { aspect: { width: 1600, height: 300 } })).direction).toBe('right');
    expect((await drawView(chain, { aspect: { width: 300, height: 1600 } })).direction).toBe('down');
  });

  it('estimates above 60 boxes what measuring would say', async () => {
    const view = viewOf(recordedModel('kubectl'));
    expect(view.boxes.length).toBeGreaterThan(60);
    for (const aspect of [
      { width: 1600, height: 900 },
      { width: 500, height: 1600 },
    ]) {
      const [down, right, auto] = [
        await drawView(view, { direction: 'down' }),
        await drawView(view, { direction: 'right' }),
        await drawView(view, { aspect }),
      ];
      expect(auto.direction).toBe(zoomToFit(right, aspect) > zoomToFit(down, aspect) ? 'right' : 'down');
    }
  });

  it('gives the same scene each time', async () => {
    const view = viewOf(recordedModel('kubectl'));
    expect(await drawView(view)).toEqual(await drawView(view));
  });

  it('draws what strangers wrote, and a module without requirements', async () => {
    expect(faultsOf(await drawView(viewOf(hostileModel())))).toEqual([]);
    const empty = await drawView(viewOf(recordedModel('echo'), { query: '^nothing-is-called-this^ is:main' }));
    expect(empty.boxes).toEqual([]);
    expect(empty.width).toBeGreaterThan(0);
  });

  it('shows in the legend what stands in the picture, and nothing else', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const shown = ['main', 'direct', 'indirect', 'warn', 'cycle', 'requirement', 'closes-cycle'];
    expect(scene.legend.map(({ key }) => key)).toEqual(shown);
    expect(
      legendOf(
        scene.boxes.filter((box) => box.main),
        [],
      ),
    ).toMatchObject([{ key: 'main', text: 'main module' }]);
  });

  it('says what it is of', async () => {
    const { subject } = await drawView(viewOf(recordedModel('echo')));
    expect(subject).toEqual({
      prefix: 'github.com/labstack/',
      name: 'echo/v4',
      sentence: '20 modules in the build: 7 required directly, 13 indirectly.',
    });
  });
});
