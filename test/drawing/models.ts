/** Models, views and scenes to draw: recorded modules, and small graphs written as lines. */
import { afterAll } from 'vitest';
import type { DrawOptions } from '../../drawing/picture.ts';
import { draw } from '../../drawing/picture.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { Model } from '../../graph/model/model.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import type { View, ViewOptions } from '../../graph/view/types.ts';
import { makeView } from '../../graph/view/view.ts';
import { startElk } from '../../server/layout/elk-node.ts';
import { modelOf } from '../graph/lines.ts';

export { sampleModel as recordedModel } from '../graph/recorded-model.ts';

export function viewOf(model: Model, options: Partial<ViewOptions> = {}): View {
  return makeView(model, { ...defaultView, ...options });
}

const never = new AbortController().signal;

/** Draws with elk in a thread, which ends with the test file. */
export function drawer(): (view: View, options?: Partial<DrawOptions>) => Promise<Scene> {
  const elk = startElk();
  afterAll(() => elk.close());
  return (view, options = {}) =>
    draw(view, { direction: 'auto', engine: 'auto', ...options }, { elk: elk.engine }, never);
}

/** Names as a stranger would choose them: markup, quotes, DOT and label escapes, other scripts, what turns text round. */
export const hostileNames = [
  'a.b/<script>alert(1)</script>',
  'a.b/"onload="x',
  "a.b/'&amp;&#0;]]>",
  'a.b/\\N\\l\\"}',
  'a.b/\u202Egnp.exe\u0000\u0007',
  'a.b/模块/日本語パッケージ',
  `a.b/${'long'.repeat(400)}`,
  'javascript:alert(1)//a.b',
  'a.b/__proto__',
];

/** A main module that requires each hostile name, in a cycle of two for good measure. */
export function hostileModel(): Model {
  const lines = hostileNames.map((name) => `m.example/main ${name}@v1.0.0`);
  return modelOf(
    [
      ...lines,
      `${hostileNames[0] ?? ''}@v1.0.0 ${hostileNames[1] ?? ''}@v1.0.0`,
      `${hostileNames[1] ?? ''}@v1.0.0 ${hostileNames[0] ?? ''}@v1.0.0`,
    ].join('\n'),
  );
}
