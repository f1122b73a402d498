/** Three levels of what is said of a module, by what fits a screen; names that are whole, and unlike one another. */
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../drawing/face/labels.ts';
import { cutAtSign } from '../../../drawing/face/one-line.ts';
import { pathLabel } from '../../../drawing/face/label.ts';
import { textWidth } from '../../../drawing/face/widths.ts';
import { nameAlone } from '../../../drawing/pens/texts.ts';
import { leastZoom, screenRoom, zoomToFit } from '../../../drawing/scene/aspect.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import { margin } from '../../../drawing/theme/geometry.ts';
import type { Model } from '../../../graph/model/model.ts';
import { modelOf } from '../../graph/lines.ts';
import { recordedModel as workspaceModel } from '../../graph/recorded-model.ts';
import { drawer, recordedModel as singleModel, viewOf } from '../models.ts';

const recordedModel = (name: string): Model => (name === 'etcd-workspace' ? workspaceModel(name) : singleModel(name));

const draw = drawer();

/** At which the picture stands first in a window of 1600 × 1000. */
function zoomOf({ width, height }: Scene): number {
  return zoomToFit({ width: width - 2 * margin.picture, height: height - 2 * margin.picture }, screenRoom);
}

describe('the level of a picture', () => {
  it('is all in two lines where that can be read, both in one line below, names alone at last', async () => {
    const levels: string[] = [];
    for (const name of ['echo', 'etcd-workspace', 'kubectl'])
      levels.push((await draw(viewOf(recordedModel(name)))).level);
    expect(levels).toEqual(['full', 'versions', 'names']);
  });

  it('is reached by the whole picture, not by shrinking it', async () => {
    const scene = await draw(viewOf(recordedModel('kubectl')));
    expect(zoomOf(scene)).toBeGreaterThanOrEqual(leastZoom.versions);
    expect(new Set(scene.boxes.map(({ height }) => height))).toEqual(new Set([22]));
  });

  it('is all for groups, and for more boxes than a screen holds', async () => {
    expect((await draw(viewOf(recordedModel('prometheus'), { collapse: 'owner' }))).level).toBe('full');
    const large = viewOf(recordedModel('prometheus'), { collapse: 'none', limit: 0 });
    expect((await draw(large, { direction: 'down' })).level).toBe('full');
  });

  it.each(['echo', 'kubectl', 'etcd-workspace'])('shows every name of %s whole, at 8 pixels or more', async (name) => {
    const scene = await draw(viewOf(recordedModel(name)));
    const zoom = zoomOf(scene);
    const detail = zoom >= leastZoom[scene.level];
    for (const box of scene.boxes) {
      const whole = box.texts[0]?.text ?? '';
      expect(whole).not.toContain('…');
      if (detail) continue;
      const alone = nameAlone(box, scene.level, zoom);
      expect(alone?.lines.join('')).toBe(whole);
      expect(alone?.size).toBeGreaterThan(8);
    }
  });

  it('leaves room for every text in its box, and puts none over another', async () => {
    for (const name of ['kubectl', 'etcd-workspace']) {
      const scene = await draw(viewOf(recordedModel(name)));
      for (const box of scene.boxes) {
        // What a direct requirement brings stands in a row below its name, where no mark is.
        const rows = new Map<number, number>();
        for (const text of box.texts) {
          const width = textWidth(text.text, text.role);
          const left = text.end === true ? text.x - width : text.x;
          expect(left).toBeGreaterThanOrEqual(rows.get(text.y) ?? 0);
          rows.set(text.y, left + width);
        }
        const marks = box.glyphs.map(({ x }) => x);
        const [first = 0, ...others] = rows.values();
        expect(first).toBeLessThanOrEqual(Math.min(box.width, ...marks) + 0.11);
        for (const right of others) expect(right).toBeLessThanOrEqual(box.width);
        for (const x of marks) expect(x + 10).toBeLessThanOrEqual(box.width);
      }
    }
  });
});

describe('names in one picture', () => {
  const view = viewOf(
    modelOf(
      [
        'm github.com/minio/kms-go/kes@v1.0.0',
        'm github.com/minio/kes@v1.0.0',
        'm github.com/other/kes@v1.0.0',
        'm github.com/a/only@v1.0.0',
      ].join('\n'),
    ),
  );
  const labels = labelsOf(view);

  it('take more elements of their paths where two would be alike, and only there', () => {
    expect(labels.of('github.com/minio/kms-go/kes').name).toBe('kms-go/kes');
    expect(labels.of('github.com/minio/kes')).toEqual({ name: 'minio/kes', prefix: '' });
    expect(labels.of('github.com/other/kes').name).toBe('other/kes');
    expect(labels.of('github.com/a/only')).toEqual(pathLabel('github.com/a/only'));
  });

  it.each(['kubectl', 'etcd-workspace', 'traefik'])('are never alike in %s', (name) => {
    const whole = viewOf(recordedModel(name), { collapse: 'none', limit: 0 });
    const { of } = labelsOf(whole);
    const names = whole.matched.map((node) => of(whole.model.snapshot.modules[node]?.path ?? '').name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('say their versions where several of one path stand side by side', async () => {
    const { boxes } = await draw(
      viewOf(modelOf('m a.b/c@v1.0.0\nm a.b/d@v1.0.0\na.b/d@v1.0.0 a.b/c@v1.1.0'), { scope: 'all' }),
    );
    expect(new Set(boxes.map(({ texts }) => texts.map(({ text }) => text).join(' '))).size).toBe(boxes.length);
  });
});

describe('a name that is too long', () => {
  it('ends behind a sign where it has one', () => {
    const room = textWidth('go-windows-terminal', 'name-alone');
    expect(cutAtSign('go-windows-terminal-sequences', room, 'name-alone')).toBe('go-windows-…');
    expect(cutAtSign('abcdefghijklmnopqrstuvwxyz', room, 'name-alone')).toBe('abcdefghijklmnopqr…');
    expect(cutAtSign('short', room, 'name-alone')).toBe('short');
  });
});
