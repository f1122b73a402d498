/** The files that a view can be taken away as: made from the scene on show, by the same code as the command line's. */
import { defaultScale, recordFor, type Asked } from '../../drawing/formats/asked.ts';
import { formatTable, isRendered, type PictureFormat } from '../../drawing/formats/names.ts';
import { recordText } from '../../drawing/formats/record.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { Fault } from '../../graph/fault.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import type { View } from '../../graph/view/types.ts';
import type { Comparison } from '../state/comparison.ts';
import type { Data } from '../state/data.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { projectName } from '../state/source-words.ts';
import { fileStem, saveFile } from './save.ts';
import { copiedText } from '../words/copied.ts';
import { exportGroups, exportText } from '../words/exports.ts';

export interface ExportItem {
  readonly name: string;
  readonly note: string;
  readonly group: Group;
  /** The SVG that a picture's file looks like, made when it is asked for. Rejects as the file itself does. */
  readonly picture?: () => Promise<Blob>;
  /** The server makes it. */
  readonly server?: boolean;
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
  /** False: places from the picture before were kept, or a card lies over it. */
  readonly isPlain?: boolean;
}

type Group = (typeof exportGroups)[keyof typeof exportGroups];

/** Names in the menu, in its order; `name` is also in the file's, so that light and dark lie beside each other. */
const kinds: readonly {
  readonly word: string;
  readonly format: PictureFormat;
  readonly theme: Asked['theme'];
  readonly name: string;
  readonly group: Group;
}[] = [
  { word: exportText.svgLight, format: 'svg', theme: 'light', name: '', group: exportGroups.picture },
  { word: exportText.svgDark, format: 'svg', theme: 'dark', name: '-dark', group: exportGroups.picture },
  { word: exportText.svgAuto, format: 'svg', theme: 'auto', name: '-auto', group: exportGroups.picture },
  { word: exportText.pngLight, format: 'png', theme: 'light', name: '', group: exportGroups.picture },
  { word: exportText.pngDark, format: 'png', theme: 'dark', name: '-dark', group: exportGroups.picture },
  { word: exportText.pdfLight, format: 'pdf', theme: 'light', name: '', group: exportGroups.picture },
  { word: exportText.pdfDark, format: 'pdf', theme: 'dark', name: '-dark', group: exportGroups.picture },
  { word: exportText.page, format: 'html', theme: 'auto', name: '', group: exportGroups.picture },
  { word: exportText.table, format: 'csv', theme: 'auto', name: '', group: exportGroups.data },
  { word: exportText.json, format: 'json', theme: 'auto', name: '', group: exportGroups.data },
  { word: exportText.graphml, format: 'graphml', theme: 'auto', name: '', group: exportGroups.data },
  { word: exportText.cytoscape, format: 'cytoscape', theme: 'auto', name: '', group: exportGroups.data },
  { word: exportText.mermaid, format: 'mermaid', theme: 'auto', name: '', group: exportGroups.code },
  { word: exportText.graphviz, format: 'dot', theme: 'light', name: '', group: exportGroups.code },
  { word: exportText.tree, format: 'tree', theme: 'auto', name: '', group: exportGroups.code },
];

/** What can be copied, after the files of its group. */
const copies: readonly {
  readonly word: string;
  readonly format: PictureFormat;
  readonly theme: Asked['theme'];
  readonly group: Group;
}[] = [
  { word: exportText.copySvg, format: 'svg', theme: 'light', group: exportGroups.picture },
  { word: exportText.copyPng, format: 'png', theme: 'light', group: exportGroups.picture },
  { word: exportText.copyMermaid, format: 'mermaid', theme: 'auto', group: exportGroups.code },
];

/** What the Export menu offers: what is on show in each format, what can be copied (`say` says that it was), and the whole graph, every module a box. */
export function exportItems(
  makers: Makers,
  data: Data,
  drawn: Drawn,
  say: (words: string) => void,
): readonly ExportItem[] {
  const { view } = drawn;
  const stem = fileStem(projectName(view.model) ?? '');
  const item = (kind: (typeof kinds)[number], word: string, name: string, drawn: () => Promise<Drawn>): ExportItem => ({
    name: word,
    note: formatTable[kind.format].ending,
    group: kind.group,
    server: isRendered(kind.format),
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
  // What is on show may keep places from the picture before, or have a card over it; a file is of its view alone.
  const shown = async (): Promise<Drawn> => {
    const { isPlain, direction, scene } = drawn;
    if (isPlain !== false) return drawn;
    const way = direction === 'auto' ? scene.direction : direction;
    return { ...(await makers.drawAside(view.options, drawn.data ?? data, way)), direction: way };
  };
  const looks = new Map<Asked['theme'], Promise<Blob>>();
  // A file for readers of both themes is shown as one of them.
  const look = (theme: Asked['theme']): Promise<Blob> => {
    const known = looks.get(theme) ?? shown().then((one) => fileOf(makers, { format: 'svg', theme }, one));
    looks.set(theme, known);
    return known;
  };
  const pictured = ({ group, format, theme }: (typeof kinds)[number]): Pick<ExportItem, 'picture'> =>
    group === exportGroups.picture && format !== 'html'
      ? { picture: () => look(theme === 'auto' ? 'light' : theme) }
      : {};
  const whole = async (): Promise<Drawn> => ({
    ...(await makers.drawAside({ ...defaultView, scope: view.options.scope, collapse: 'none', limit: 0 }, data)),
    direction: 'auto',
  });
  const copy = ({ word, format, theme, group }: (typeof copies)[number]): ExportItem => ({
    name: word,
    note: exportText.clipboard,
    group,
    server: isRendered(format),
    run: () => {
      toClipboard(
        shown().then((one) => fileOf(makers, { format, theme }, one)),
        formatTable[format].type,
      )
        .then(() => {
          say(copiedText.done);
        })
        .catch((error: unknown) => {
          makers.fileFailed(error);
        });
    },
  });
  const isOffered = ({ format }: { readonly format: PictureFormat }): boolean =>
    makers.picture !== undefined || !isRendered(format);
  const [first] = kinds;
  const all = [
    ...kinds.filter(isOffered).map((kind) => ({ ...item(kind, kind.word, kind.name, shown), ...pictured(kind) })),
    ...(first === undefined ? [] : [item(first, exportText.whole, '-whole', whole)]),
    ...copies.filter(isOffered).map(copy),
  ];
  return Object.values(exportGroups).flatMap((group) => all.filter((one) => one.group === group));
}

/** A picture of pixels as a picture, all else as text. A browser asks for the promise itself: what is awaited first comes too late for it. */
function toClipboard(made: Promise<Blob>, type: string): Promise<void> {
  if (type === 'image/png') return navigator.clipboard.write([new ClipboardItem({ [type]: made })]);
  const text = made.then(async (blob) => new Blob([await blob.text()], { type: 'text/plain' }));
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
}

/** What the menu offers of a difference: pictures as `modscope diff --format svg` draws them, of a revision the same bytes. */
export function diffExportItems(
  makers: Pick<Explorer, 'drawDiffAside' | 'fileFailed'>,
  comparison: Comparison,
): readonly ExportItem[] {
  const { name, union, counts } = comparison;
  const subtitle = exportText.subtitle(name, counts);
  const stem = fileStem(projectName(union.model) ?? '');
  return kinds
    .filter(({ format }) => format === 'svg')
    .map((kind) => ({
      name: kind.word,
      note: formatTable.svg.ending,
      group: kind.group,
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
    if (makers.picture === undefined) throw new Fault('usage', exportText.needsServer);
    return makers.picture(asked);
  }
  const { toText } = await import('../../drawing/formats/text.ts');
  const record = recordText(recordFor(asked, view.model.snapshot));
  const text = await toText(format, view, () => Promise.resolve(scene), { theme, record });
  return new Blob([text], { type: formatTable[format].type });
}
