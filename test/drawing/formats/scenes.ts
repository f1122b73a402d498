/** Scenes made by hand, with any text on their boxes: what a format does with it, without a layout. */
import fc from 'fast-check';
import type { Scene, SceneBox } from '../../../drawing/scene/types.ts';

/** What strangers would write to break out of a label, in any of the formats. */
const hostile = [
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '\\N\\l',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  ']]>',
  '-->',
  '<!--',
  '<script>alert(1)</script>',
  '&amp;',
  '&#0;',
  '#quot;',
  '#35;',
  '%%{init: {"theme":"dark"}}%%',
  '%% ',
  'click n0 call alert()',
  'end',
  'subgraph x',
  ';',
  '"] --> n1["',
  '=cmd|calc!A1',
  '+1',
  '-1',
  '@SUM(A1)',
  ',',
  '\u202Egnp',
  'שלום',
  '日本語',
  '😀👩‍👩‍👧',
  '\uD800',
  '__proto__',
  'constructor',
  '${x}',
  '<br/>',
  '**bold**',
  '`markdown`',
  '//',
  '*/',
];

/** One to four pieces, hostile or of any letters. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''));

/** A box a label, each requiring the next, the last one the first; the second is in a frame of its own. */
export function sceneOf(labels: readonly string[]): Scene {
  const box = (label: string, place: number): SceneBox => ({
    id: `${label}@v${place}`,
    kind: 'module',
    x: place * 100,
    y: 10,
    width: 80,
    height: 36,
    main: place === 0,
    direct: place === 1,
    border: 'plain',
    cycle: place === 2,
    failed: false,
    sheets: 0,
    texts: [{ text: label, x: 10, y: 15.5, role: 'name' }],
    glyphs: [],
    ticks: [],
    title: label,
    isFrame: false,
    nodes: [place],
  });
  const boxes = labels.map(box);
  return {
    width: 500,
    height: 100,
    direction: 'down',
    level: 'full',
    boxes,
    lines: boxes.map((from, place) => ({
      from: from.id,
      to: boxes[(place + 1) % boxes.length]?.id ?? '',
      kind: place === 1 ? 'superseded' : 'requirement',
      requirements: place + 1,
      quiet: false,
      path: [
        ['M', 0, 0],
        ['C', 0, 10, 20, 10, 20, 20],
        ['L', 20, 30],
      ],
      arrow: { x: 20, y: 36, dx: 0, dy: 1 },
    })),
    ruler: [],
    headings: [],
    legend: [],
    receipt: {
      versions: 3,
      scoped: 3,
      matched: 3,
      boxes: labels.length,
      requirements: { all: 3, drawn: 3, implied: 0, inside: 0, undrawn: 0 },
      grouped: 'none',
    },
    subject: { prefix: '', name: labels[0] ?? '', sentence: labels[0] ?? '' },
  };
}

/** Different ids, since a scene's boxes have them. */
export const labelLists = fc.array(hostileText, { minLength: 2, maxLength: 4 });
