/** What the Export menu says, by key. */

/** Headings in the menu. */
export const exportGroups = {
  picture: 'Picture',
  data: 'Data',
  code: 'Code',
} as const;

export const exportText = {
  svgLight: 'SVG, light',
  svgDark: 'SVG, dark',
  svgAuto: 'SVG (follows reader’s theme)',
  pngLight: 'PNG, light',
  pngDark: 'PNG, dark',
  pdfLight: 'PDF, light',
  pdfDark: 'PDF, dark',
  page: 'This page as one HTML file',
  table: 'Table of modules',
  json: 'This view as JSON',
  graphml: 'GraphML',
  cytoscape: 'Cytoscape',
  mermaid: 'Mermaid',
  graphviz: 'Graphviz',
  tree: 'Text tree',
  copySvg: 'Copy the SVG',
  copyPng: 'Copy the PNG',
  copyMermaid: 'Copy the Mermaid text',
  whole: 'Full graph (SVG)',
  /** Beside what is copied, where a file has its ending. */
  clipboard: 'clipboard',
  /** Under a picture of a difference; `counts` is '' where nothing differs. */
  subtitle: (base: string, counts: string) =>
    `${base} → the folder as it stands: ${counts === '' ? 'the build list has not changed' : counts}.`,
  needsServer: 'PNG, PDF and HTML need modscope itself: this page has no server.',
} as const;

/** Pictures with a layout of their own, in the menu and as titles of what it opens. */
export const pictureNameText = { poster: 'Poster', versions: 'Versions' } as const;

export const pictureFormats = 'SVG, PNG, PDF';
