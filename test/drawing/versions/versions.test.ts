/** A picture of versions holds every request for its path, and what it says of them is so. */
import { describe, expect, it } from 'vitest';
import { sheetSvg } from '../../../drawing/formats/sheet-svg.ts';
import type { Sheet } from '../../../drawing/sheet/types.ts';
import { stretchesOf } from '../../../drawing/versions/groups.ts';
import { mostVersions, requestsOf } from '../../../drawing/versions/requests.ts';
import { versionsSheet } from '../../../drawing/versions/versions.ts';
import { findConflicts } from '../../../graph/findings/index.ts';
import type { Model } from '../../../graph/model/model.ts';
import { modelOf } from '../../graph/lines.ts';
import { hostileModel, recordedModel } from '../models.ts';

const prometheus = recordedModel('prometheus');

const requests = (model: Model, path: string) => requestsOf(model, model.graph.paths.indexOf(path));
const said = (model: Model, of = ''): string => versionsSheet(model, { of }).description;

function dots({
  marks,
}: Sheet): { tip: string; colour: string; hollow: boolean; x: number; y: number; radius: number }[] {
  return marks.flatMap((mark) => {
    const [circle] = mark.kind === 'areas' ? (mark.circles ?? []) : [];
    if (mark.kind !== 'areas' || mark.tip === undefined || circle === undefined) return [];
    const [x, y, radius] = circle;
    return [{ tip: mark.tip, colour: mark.colour, hollow: mark.hollow === true, x, y, radius }];
  });
}

describe('prometheus', () => {
  it('says how many versions are requested, and by whom', () => {
    expect(said(prometheus)).toBe(
      '78 versions of golang.org/x/sys are requested. One is built. 150 of 210 requests come from versions that are superseded themselves. 5 modules require v0.21.0, the selected version. The next lower requested version is v0.20.0.',
    );
  });

  it('draws a dot for each requirement of the graph, in the column of its version', () => {
    const { graph } = prometheus;
    const path = graph.paths.indexOf('golang.org/x/sys');
    const expected: string[] = [];
    for (let node = graph.firstOfPath[path]!; node < graph.firstOfPath[path + 1]!; node++) {
      const by = new Set(graph.in.targets.subarray(graph.in.offsets[node], graph.in.offsets[node + 1]));
      for (const one of by) {
        const version = graph.versions[one] === '' ? '' : `@${graph.versions[one]}`;
        expected.push(`${graph.paths[graph.pathOf[one]!]}${version} requires ${graph.versions[node]}`);
      }
    }
    const drawn = dots(versionsSheet(prometheus, { of: '' }));
    expect(drawn.map(({ tip }) => tip).sort()).toEqual(expected.sort());
    expect(drawn.filter(({ hollow }) => hollow)).toHaveLength(150);
    expect(drawn.filter(({ colour }) => colour === 'accent')).toHaveLength(5);
    expect(new Set(drawn.map(({ x, y }) => `${x} ${y}`)).size).toBe(drawn.length);
  });

  it('names those that hold the selected version, clear of every dot', () => {
    const sheet = versionsSheet(prometheus, { of: '' });
    const names = sheet.marks.flatMap((mark) =>
      mark.kind === 'words' && mark.end === true && mark.font === 'mono' ? [mark] : [],
    );
    expect(names.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual([
      'prometheus/prometheus',
      'golang.org/x/crypto v0.24.0',
      'golang.org/x/net v0.26.0',
      'golang.org/x/term v0.21.0',
      'golang.org/x/tools v0.22.0',
    ]);
    for (const { x, y, pieces, size } of names) {
      const width = pieces.reduce((sum, { text }) => sum + text.length, 0) * size * 0.602;
      const over = dots(sheet).filter(
        (dot) =>
          dot.x + dot.radius > x - width &&
          dot.x - dot.radius < x &&
          dot.y + dot.radius > y - size &&
          dot.y - dot.radius < y,
      );
      expect(over).toEqual([]);
    }
  });

  it('shows the next 18 paths, most versions first, and every path as modscope conflicts counts it', () => {
    const ranked = mostVersions(prometheus);
    const counts = ranked.map((number) => requestsOf(prometheus, number).versions);
    expect(counts.slice(0, 4)).toEqual([78, 57, 55, 33]);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const conflicts = findConflicts(prometheus).filter(({ required }) => required.length > 1);
    expect(ranked).toHaveLength(conflicts.length);
    const texts = versionsSheet(prometheus, { of: '' }).marks.flatMap((mark) =>
      mark.kind === 'words' ? [mark.pieces.map(({ text }) => text).join('')] : [],
    );
    expect(texts).toEqual(
      expect.arrayContaining(['57 → v0.22.0', '11 → v1.19.1', 'The 18 other paths with the most requested versions']),
    );
  });
});

describe('what it says', () => {
  const one = modelOf('m a@v1.0.0');
  const lines = 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nb@v1.0.0 c@v1.0.0\nm c@v1.1.0\nc@v1.0.0 a@v1.0.0';

  it('of one version, and of two requests', () => {
    expect(said(one)).toBe(
      '1 version of a is requested. It is built. The request comes from the build list. 1 module requires v1.0.0, the selected version.',
    );
    expect(said(modelOf('m a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0'), 'a')).toContain(
      'Both requests come from the build list.',
    );
  });

  it('of one superseded request', () => {
    expect(said(modelOf(lines), 'a')).toBe(
      '2 versions of a are requested. One is built. 1 of 3 requests comes from a version that is superseded itself. 1 module requires v1.1.0, the selected version. The next lower requested version is v1.0.0.',
    );
  });

  it('of a path that a main module has', () => {
    const model = modelOf('m a@v1.0.0\na@v1.0.0 m@v0.9.0');
    expect(said(model, 'm')).toContain('1 version of m is requested. The main module itself is built.');
  });

  it('refuses what is no module, and what is not there', () => {
    expect(() => versionsSheet(one, { of: 'b' })).toThrow('b is not in the module graph.');
    expect(() => versionsSheet(modelOf('m go@1.21'), { of: 'go' })).toThrow('go is no module');
    expect(() => versionsSheet(modelOf('m go@1.21'), { of: '' })).toThrow('Nothing is required');
  });

  it('takes a version after the path for the path', () => {
    expect(said(one, 'a@v1.0.0')).toBe(said(one, 'a'));
  });
});

it('an axis begins anew with a year of commits and with a major version', () => {
  const versions = [
    'v0.0.0-20180906233101-161cd47e91fd',
    'v0.0.0-20190215142949-d0b11bdaac8a',
    'v0.1.0',
    'v0.2.1-0.20200101000000-abcdefabcdef',
    'v1.0.0',
  ];
  const columns = versions.map((version) => ({ version, requirers: [] }));
  expect(stretchesOf(columns).map(({ name, from, to }) => [name, from, to])).toEqual([
    ['2018', 0, 1],
    ['2019', 1, 2],
    ['v0.x', 2, 4],
    ['v1.x', 4, 5],
  ]);
});

it('hundreds of requesters of two versions stay within the picture, and are named up to a few', () => {
  const lines = Array.from({ length: 300 }, (_, n) => `m r${n}@v1.0.0\nr${n}@v1.0.0 a@v1.${n % 2}.0`).join('\n');
  const model = modelOf(lines);
  const sheet = versionsSheet(model, { of: 'a' });
  expect(dots(sheet)).toHaveLength(300);
  for (const { x, y, radius } of dots(sheet)) {
    expect([y - radius > 80, y < sheet.height, x < sheet.width, radius > 0]).toEqual([true, true, true, true]);
  }
  const texts = sheet.marks.flatMap((mark) => (mark.kind === 'words' ? mark.pieces.map(({ text }) => text) : []));
  expect(texts).toContain('and 137 more');
  expect(requests(model, 'a').versions).toBe(2);
});

it('is the same bytes each time, finite, and no way in for what strangers write', () => {
  const draw = (): string => sheetSvg(versionsSheet(hostileModel(), { of: '' }), { theme: 'auto' });
  expect(draw()).toBe(draw());
  expect(draw()).not.toMatch(/NaN|Infinity|undefined|<script|\u202e|var\(/);
});
