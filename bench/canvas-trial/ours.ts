/** Our painter: cytoscape holds boxes without ink, a canvas above it is painted from the scene on every render. */
import cytoscape, { type Core } from 'cytoscape';
import { paint } from '../../drawing/pens/canvas.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { palettes } from '../../drawing/theme/tokens.ts';

export function startOurs(at: HTMLElement, scene: Scene): Core {
  const canvas = document.createElement('canvas');
  const { width, height } = at.getBoundingClientRect();
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas to draw on');
  const cy = cytoscape({
    container: at,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', 'background-opacity': 0 } }],
    elements: scene.boxes.map((box) => ({
      data: { id: box.id, width: box.width, height: box.height },
      position: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    })),
    layout: { name: 'preset', fit: true },
  });
  at.append(canvas);
  const repaint = (): void => {
    const zoom = cy.zoom();
    const { x, y } = cy.pan();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.setTransform(
      zoom * devicePixelRatio,
      0,
      0,
      zoom * devicePixelRatio,
      x * devicePixelRatio,
      y * devicePixelRatio,
    );
    const visible = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    paint(pen, scene, palettes.light, { zoom, visible });
  };
  cy.on('render', repaint);
  repaint();
  return cy;
}
