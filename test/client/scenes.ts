/** Small scenes for tests: boxes of 100 × 36 where they are put, lines between them. */
import type { Scene, SceneBox } from '../../drawing/scene/types.ts';

export type BoxSketch = Partial<SceneBox> & { readonly id: string };

function box(sketch: BoxSketch): SceneBox {
  return {
    kind: 'module',
    x: 0,
    y: 0,
    width: 100,
    height: 36,
    main: false,
    direct: false,
    border: 'plain',
    cycle: false,
    failed: false,
    sheets: 0,
    texts: [],
    glyphs: [],
    ticks: [],
    title: sketch.id,
    isFrame: false,
    nodes: [],
    ...sketch,
  };
}

/** `lines`: `from>to`. */
export function scene(boxes: readonly BoxSketch[], lines: readonly string[] = [], more: Partial<Scene> = {}): Scene {
  return {
    width: 1000,
    height: 700,
    direction: 'down',
    level: 'full',
    boxes: boxes.map(box),
    lines: lines.map((line) => {
      const [from = '', to = ''] = line.split('>');
      const arrow = { x: 0, y: 0, dx: 0, dy: 1 };
      return { from, to, kind: 'requirement', requirements: 1, quiet: false, path: [], arrow };
    }),
    ruler: [],
    headings: [],
    legend: [],
    receipt: {
      versions: 0,
      scoped: 0,
      matched: 0,
      boxes: boxes.length,
      requirements: { all: 0, drawn: 0, implied: 0, inside: 0, undrawn: 0 },
      grouped: 'none',
    },
    subject: { prefix: '', name: '', sentence: '' },
    ...more,
  };
}
