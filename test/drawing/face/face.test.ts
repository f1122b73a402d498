import { describe, expect, it } from 'vitest';
import { faceOf } from '../../../drawing/face/face.ts';
import type { Marks } from '../../../drawing/face/marks.ts';
import { textWidth } from '../../../drawing/face/widths.ts';
import { findMarks } from '../../../drawing/picture.ts';
import type { Face } from '../../../drawing/scene/types.ts';
import type { View } from '../../../graph/view/types.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Package, Problem } from '../../../graph/snapshot/types.ts';
import { main, packagesOf } from '../../graph/findings/found.ts';
import { modelOf } from '../../graph/lines.ts';
import { hostileModel, recordedModel, viewOf } from '../models.ts';

const noMarks: Marks = { of: () => [] };

interface Rect {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rectangles of what is written and marked on a face. */
function rectsOf(face: Face): Rect[] {
  const texts = face.texts.map((text): Rect => {
    const width = textWidth(text.text, text.role);
    const left = text.end === true ? text.x - width : text.x;
    return { what: text.text, left, right: left + width, top: text.y - 8, bottom: text.y };
  });
  const glyphs = face.glyphs.map(({ glyph, x, y }): Rect => ({
    what: glyph,
    left: x,
    right: x + 11,
    top: y,
    bottom: y + 10,
  }));
  return [...texts, ...glyphs];
}

function faultsOf(face: Face): string[] {
  const faults: string[] = [];
  const rects = rectsOf(face);
  rects.forEach((one, place) => {
    if (one.left < 0 || one.right > face.width || one.top < 0 || one.bottom > face.height)
      faults.push(`${one.what} leaves its box`);
    for (const two of rects.slice(place + 1)) {
      const apart =
        one.right <= two.left + 0.01 || two.right <= one.left + 0.01 || one.bottom <= two.top || two.bottom <= one.top;
      if (!apart) faults.push(`${one.what} and ${two.what} overlap`);
    }
  });
  for (const tick of face.ticks)
    if (tick.x + 3.4 > face.width || tick.y + tick.height > face.height) faults.push('a tick leaves its box');
  return faults;
}

function facesOf(view: View, marks = findMarks(view.model)): Face[] {
  return view.boxes.map((box) => faceOf(box, view, marks, { showLow: true }));
}

describe('a module', () => {
  const faces = (problems: readonly Problem[], packages?: readonly Package[]): ReadonlyMap<string, Face> => {
    const require = [{ path: 'a', version: 'v1.0.0' }];
    const { snapshot } = modelOf('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.1.0', { mains: [main({ require })], problems });
    const model = openSnapshot({ ...snapshot, ...(packages === undefined ? {} : { packages: packagesOf(packages) }) });
    const view = viewOf(model);
    return new Map(view.boxes.map((box, i) => [box.id, facesOf(view)[i]!]));
  };
  const said = (face: Face | undefined): string[] => face?.texts.map(({ text }) => text) ?? [];

  it('that could not be loaded is hatched and says so; one that is declared too low is not', () => {
    const all = faces([{ code: 'load-error', subject: 'b@v1.0.0', text: '404' }]);
    expect(all.get('b@v1.0.0')).toMatchObject({ failed: true });
    expect(said(all.get('b@v1.0.0'))).toContain('could not load');
    const declared = all.get('a@v1.1.0');
    expect(declared?.glyphs.map(({ glyph }) => glyph)).toContain('error');
    expect(declared).toMatchObject({ failed: false });
    expect(said(declared)).not.toContain('could not load');
  });

  it('that nothing imports is hollow, with a light name, where packages are known', () => {
    const packages: Package[] = [{ path: 'b/p', module: 'b@v1.0.0' }];
    const all = faces([], packages);
    expect(all.get('a@v1.1.0')).toMatchObject({
      hollow: true,
      title: expect.stringContaining(', not imported') as string,
    });
    expect(all.get('a@v1.1.0')?.texts[0]?.role).toBe('name-hollow');
    expect(all.get('b@v1.0.0')).not.toHaveProperty('hollow');
    expect(all.get('b@v1.0.0')?.texts[0]?.role).toBe('name');
    expect(faces([]).get('a@v1.1.0')).not.toHaveProperty('hollow');
  });
});

describe('faceOf', () => {
  it.each(['echo', 'kubectl', 'prometheus', 'traefik', 'helm'])(
    'writes nothing over anything else in %s, in any view',
    (name) => {
      const model = recordedModel(name);
      const views = [
        viewOf(model),
        viewOf(model, { scope: 'all', collapse: 'none', limit: 0 }),
        viewOf(model, { collapse: 'host' }),
        viewOf(model, { closeCycles: false, collapse: 'none' }),
      ];
      for (const view of views) expect(facesOf(view).flatMap(faultsOf)).toEqual([]);
    },
  );

  it('holds whatever strangers write', () => {
    const view = viewOf(hostileModel());
    const faces = facesOf(view);
    expect(faces.flatMap(faultsOf)).toEqual([]);
    expect(Math.max(...faces.map((face) => face.width))).toBeLessThan(700);
  });

  it('is 72 to 208 wide, 3 more with a bar, unless its name or its version needs more', () => {
    const view = viewOf(recordedModel('prometheus'), { collapse: 'none', limit: 0 });
    for (const face of facesOf(view, noMarks)) {
      expect(face.width).toBeGreaterThanOrEqual(72);
      const long = Math.max(
        ...face.texts.filter((text) => text.role !== 'prefix').map((text) => textWidth(text.text, text.role)),
      );
      if (long < 180) expect(face.width).toBeLessThanOrEqual(face.direct ? 211.1 : 208.1);
      expect(face.height).toBe(36);
    }
  });

  it('says what a version is: main, direct, superseded', () => {
    const view = viewOf(modelOf('m a.b/c@v1.0.0\na.b/d@v1.0.0 a.b/c@v1.1.0\nm a.b/d@v1.0.0'), { scope: 'all' });
    const faces = new Map(view.boxes.map((box) => [box.id, faceOf(box, view, noMarks)]));
    expect(faces.get('m')).toMatchObject({ main: true, direct: false });
    expect(faces.get('m')?.texts.map((text) => text.text)).toEqual(['m', 'main']);
    expect(faces.get('a.b/c@v1.0.0')).toMatchObject({ border: 'superseded' });
    expect(faces.get('a.b/c@v1.0.0')?.texts.find((text) => text.role === 'version')?.strike).toBe(true);
    expect(faces.get('a.b/c@v1.1.0')).toMatchObject({ border: 'plain' });
  });

  it('tells two pseudo-versions of one day apart, in scope all', () => {
    const [one, two] = ['v0.0.0-20230601183812-abcdef123456', 'v0.0.0-20230601193812-123456abcdef'] as const;
    const view = viewOf(modelOf(`m a.b/c@${one}\nm a.b/c@${two}`), { scope: 'all' });
    const versions = facesOf(view, noMarks).flatMap((face) =>
      face.texts.filter((text) => text.role === 'version').map((text) => text.text),
    );
    expect(versions).toEqual(expect.arrayContaining(['~2023-06-01 abcdef1', '~2023-06-01 123456a']));
  });

  it('names the replacement and shows its version', () => {
    const view = viewOf(recordedModel('prometheus'), { query: 'k8s.io/klog' });
    const klog = view.boxes.findIndex((box) => box.id.startsWith('k8s.io/klog@'));
    const face = facesOf(view)[klog];
    expect(face).toMatchObject({ border: 'replaced' });
    expect(face?.texts.map((text) => text.text)).toEqual(['klog', '→ klog-gokit', 'v0.3.0']);
    expect(face?.link).toBeUndefined();
    expect(face?.title).toContain('replaced by github.com/simonpasquier/klog-gokit v0.3.0');
  });

  it('gives a group one tick a module, direct ones first and tall', () => {
    const view = viewOf(recordedModel('traefik'));
    const faces = facesOf(view);
    view.boxes.forEach((box, place) => {
      const face = faces[place];
      if (box.kind === 'module' || face === undefined) return;
      expect(face.ticks).toHaveLength(box.nodes.length);
      const tall = face.ticks.filter((tick) => tick.direct).length;
      expect(tall).toBe(box.nodes.filter((node) => view.model.direct[node] === 1).length);
      expect(face.ticks.slice(0, tall).every((tick) => tick.direct && tick.height > 5.5)).toBe(true);
    });
  });
});
