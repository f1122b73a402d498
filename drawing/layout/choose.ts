/** Which engine lays out a view: one table, by counts, never by a clock. */

export type EngineName = 'elk' | 'columns' | 'layered';

/** Counts of a view, before anything in it is opened: what is opened in place stays in its engine. */
export interface ViewCounts {
  readonly boxes: number;
  readonly lines: number;
  readonly grouped: boolean;
}

/** Up to here elk does. */
export const elkBoxes = 500;
export const elkLines = 700;

const table: readonly { readonly engine: EngineName; readonly takes: (counts: ViewCounts) => boolean }[] = [
  {
    // By owner a graph is dense and full of cycles: prometheus, 124 boxes and 395 lines, has 3,170 crossings with elk on 2,050
    // × 1,200 pixels, and no layer says anything. In columns each box is found by its steps.
    engine: 'columns',
    takes: ({ grouped }) => grouped,
  },
  {
    // A fresh elk in Chromium, its loading left out: kubectl (98 boxes, 128 lines) 0.3 s; golangci-lint (251, 446) 0.6 s;
    // prometheus (400, 567) 0.7 s. Its order has fewer crossings than ours on most of them.
    engine: 'elk',
    takes: ({ boxes, lines }) => boxes <= elkBoxes && lines <= elkLines,
  },
  {
    // Even a warm elk takes 0.65 s for 384 boxes and 1,507 lines, 2.2 s for 840 and 3,435: the layered engine 0.04 and 0.07 s.
    engine: 'layered',
    takes: () => true,
  },
];

export function chooseEngine(counts: ViewCounts): EngineName {
  return table.find(({ takes }) => takes(counts))?.engine ?? 'layered';
}
