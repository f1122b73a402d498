/** The formats that a view can be written in: one table for the command line, the server and the page. */

/** Drawn here, from a view or its scene, as text. */
export const textFormats = ['svg', 'dot', 'mermaid', 'graphml', 'cytoscape', 'csv', 'tree', 'json'] as const;
/** Made by server/render/: of the SVG, or of the built page. */
export const renderedFormats = ['png', 'pdf', 'html'] as const;

export type TextFormat = (typeof textFormats)[number];
export type RenderedFormat = (typeof renderedFormats)[number];
export type PictureFormat = TextFormat | RenderedFormat;

/** `ending`: of the file that is offered; `also`: endings that mean it as well. */
export const formatTable: Readonly<
  Record<PictureFormat, { readonly ending: string; readonly also: readonly string[]; readonly type: string }>
> = {
  svg: { ending: '.svg', also: [], type: 'image/svg+xml' },
  png: { ending: '.png', also: [], type: 'image/png' },
  pdf: { ending: '.pdf', also: [], type: 'application/pdf' },
  html: { ending: '.html', also: ['.htm'], type: 'text/html' },
  dot: { ending: '.dot', also: ['.gv'], type: 'text/vnd.graphviz' },
  mermaid: { ending: '.mmd', also: ['.mermaid'], type: 'text/vnd.mermaid' },
  graphml: { ending: '.graphml', also: [], type: 'application/graphml+xml' },
  cytoscape: { ending: '.cyjs', also: ['.cytoscape'], type: 'application/json' },
  csv: { ending: '.csv', also: [], type: 'text/csv' },
  tree: { ending: '.txt', also: ['.tree'], type: 'text/plain' },
  json: { ending: '.json', also: [], type: 'application/json' },
};

/** Whether what is asked of a drawing (direction, engine) shapes it: the others need no layout. */
export function isDrawn(format: PictureFormat): boolean {
  return format !== 'csv' && format !== 'tree' && format !== 'json';
}

/** Whether server/render/ makes it. */
export function isRendered(format: PictureFormat): format is RenderedFormat {
  return renderedFormats.some((one) => one === format);
}
