/** The parts of a scene in the order in which they are painted: all that lies on the paper, then the cards over it. */
import type { Scene } from './types.ts';

const known = new WeakMap<Scene, readonly Scene[]>();

/** The scene itself where there is no card; else two scenes of the same measures, the second with the cards alone. */
export function sheetsOf(scene: Scene): readonly Scene[] {
  if (!scene.boxes.some(isOver)) return [scene];
  const before = known.get(scene);
  if (before !== undefined) return before;
  const { labels: _, captions: __, ...bare } = scene;
  const sheets = [
    { ...scene, boxes: scene.boxes.filter((box) => !isOver(box)), lines: scene.lines.filter((line) => !isOver(line)) },
    { ...bare, headings: [], ruler: [], boxes: scene.boxes.filter(isOver), lines: scene.lines.filter(isOver) },
  ];
  known.set(scene, sheets);
  return sheets;
}

function isOver({ over }: { readonly over?: true }): boolean {
  return over === true;
}
