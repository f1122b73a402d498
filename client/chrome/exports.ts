/** The files that a view can be taken away as: made from the scene on show, by the same code as the command line's. */
import { defaultScale, recordFor, type Asked } from '../../drawing/formats/asked.ts';
import { formatTable, isRendered, type PictureFormat } from '../../drawing/formats/names.ts';
import { recordText } from '../../drawing/formats/record.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { changeRows, wordCounts } from '../../drawing/words/diff-rows.ts';
import { Fault } from '../../graph/fault.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import type { View } from '../../graph/view/types.ts';
import type { Comparison } from '../state/comparison.ts';
import type { Data } from '../state/data.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { projectName } from '../state/source-words.ts';
import { fileStem, saveFile } from './save.ts';

export interface ExportItem {
  readonly name: string;
  readonly note: string;
  readonly run: () => void;
}

/** What of the explorer is needed: a server for PNG and PDF, a second drawing, a place for faults. */
type Makers = Pick<Explorer, 'picture' | 'drawAside' | 'fileFailed'>;

interface Drawn {
  readonly view: View;
  readonly scene: Scene;
  /** As it was asked for: some layouts know one direction only. */
  readonly direction: Asked['direction'];
  /** What it is of, where that is not what was loaded last. */
  readonly data?: Data;
  /** False: places from the picture before were kept. */
  readonly isPlain?: boolean;
}

/** Names in the menu, in its order; `name` is also in the file's, so that light and dark lie beside each other. */
const kinds: readonly {
  readonly word: string;
  readonly format: PictureFormat;
  readonly theme: Asked['theme'];
  readonly name: string;
}[] = [
  { word: 'SVG, light', format: 'svg', theme: 'light', name: '' },
  { word: 'SVG, dark', format: 'svg', theme: 'dark', name: '-dark' },
  { word: 'SVG, as its reader prefers', format: 'svg', theme: 'auto', name: '-auto' },
  { word: 'PNG, light', format: 'png', theme: 'light', name: '' },
  { word: 'PNG, dark', format: 'png', theme: 'dark', name: '-dark' },
  { word: 'PDF, light', format: 'pdf', theme: 'light', name: '' },
  { word: 'PDF, dark', format: 'pdf', theme: 'dark', name: '-dark' },
  { word: 'This page as one file', format: 'html', theme: 'auto', name: '' },
  { word: 'Graphviz', format: 'dot', theme: 'light', name: '' },
  { word: 'Mermaid', format: 'mermaid', theme: 'auto', name: '' },
  { word: 'GraphML', format: 'graphml', theme: 'auto', name: '' },
  { word: 'Cytoscape', format: 'cytoscape', theme: 'auto', name: '' },
  { word: 'Table of modules', format: 'csv', theme: 'auto', name: '' },
  { word: 'Tree of text', format: 'tree', theme: 'auto', name: '' },
  { word: 'Data of this view', format: 'json', theme: 'auto', name: '' },
];

/** What the Export menu offers: what is on show in each format, then the whole graph, every module a box. */
export function exportItems(makers: Makers, data: Data, drawn: Drawn): readonly ExportItem[] {
  const { view } = drawn;
  const stem = fileStem(projectName(view.model) ?? '');
  const item = (kind: (typeof kinds)[number], word: string, name: string, drawn: () => Promise<Drawn>): ExportItem => ({
    name: word,
    note: formatTable[kind.format].ending,
    run: () => {
      const file = `${stem}${name}${formatTable[kind.format].ending}`;
      drawn()
        .then((one) => fileOf(makers, kind, one))
        .then((blob) => {
          saveFile(file, blob);
        })
        .catch((error: unknown) => {
          makers.fileFailed(error);
        });
    },
  });
  // What is on show may keep places from the picture before; a file is of its view alone.
  const shown = async (): Promise<Drawn> => {
    const { isPlain, direction, scene } = drawn;
    if (isPlain !== false) return drawn;
    const way = direction === 'auto' ? scene.direction : direction;
    return { ...(await makers.drawAside(view.options, drawn.data ?? data, way)), direction: way };
  };
  const whole = async (): Promise<Drawn> => ({
    ...(await makers.drawAside({ ...defaultView, scope: view.options.scope, collapse: 'none', limit: 0 }, data)),
    direction: 'auto',
  });
  const offered = kinds.filter(({ format }) => makers.picture !== undefined || !isRendered(format));
  const [first] = kinds;
  return [
    ...offered.map((kind) => item(kind, kind.word, kind.name, shown)),
    ...(first === undefined ? [] : [item(first, 'The whole graph, SVG', '-whole', whole)]),
  ];
}

/** What the menu offers of a difference: pictures as `modscope diff --format svg` draws them, of a revision the same bytes. */
export function diffExportItems(
  makers: Pick<Explorer, 'drawDiffAside' | 'fileFailed'>,
  comparison: Comparison,
): readonly ExportItem[] {
  const { diff, name, union } = comparison;
  const counts = wordCounts(changeRows(diff));
  const subtitle = `${name} → the folder as it stands: ${counts === '' ? 'the build list has not changed' : counts}.`;
  const stem = fileStem(projectName(union.model) ?? '');
  return kinds
    .filter(({ format }) => format === 'svg')
    .map((kind) => ({
      name: kind.word,
      note: formatTable.svg.ending,
      run: () => {
        Promise.all([makers.drawDiffAside(comparison), import('../../drawing/formats/svg.ts')])
          .then(([scene, { toSvg }]) => {
            const blob = new Blob([toSvg(scene, { theme: kind.theme, subtitle })], { type: formatTable.svg.type });
            saveFile(`${stem}-diff${kind.name}${formatTable.svg.ending}`, blob);
          })
          .catch((error: unknown) => {
            makers.fileFailed(error);
          });
      },
    }));
}

/** Where no direction was asked for, the one on show: the window decided it, and the file must not depend on a window. */
async function fileOf(
  makers: Makers,
  { format, theme }: Pick<Asked, 'format' | 'theme'>,
  { view, scene, direction }: Drawn,
): Promise<Blob> {
  const asked: Asked = {
    format,
    view: view.options,
    direction: direction === 'auto' ? scene.direction : direction,
    engine: 'auto',
    theme,
    scale: defaultScale,
    caption: 'short',
    redact: [],
  };
  if (isRendered(format)) {
    if (makers.picture === undefined)
      throw new Fault('usage', 'PNG, PDF and HTML need modscope itself: this page has no server.');
    return makers.picture(asked);
  }
  const { toText } = await import('../../drawing/formats/text.ts');
  const record = recordText(recordFor(asked, view.model.snapshot));
  const text = await toText(format, view, () => Promise.resolve(scene), { theme, record });
  return new Blob([text], { type: formatTable[format].type });
}
