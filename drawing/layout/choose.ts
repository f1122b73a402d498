/** Which engine lays out a view: one table, by counts, never by a clock. */

export type EngineName = 'elk' | 'columns' | 'layered';

/** Counts of a view, before anything in it is opened: what is opened in place stays in its engine. */
export interface ViewCounts {
  readonly boxes: number;
  readonly lines: number;
  readonly grouped: boolean;
}

const table: readonly { readonly engine: EngineName; readonly takes: (counts: ViewCounts) => boolean }[] = [
  {
    // By owner a graph is dense and full of cycles: prometheus, 124 boxes and 395 lines, has 3,170 crossings with elk on 2,050
    // × 1,200 pixels, and no layer says anything. In columns each box is found by its steps.
    engine: 'columns',
    takes: ({ grouped }) => grouped,
  },
  {
    // Strokes that cross, elk's order against ours in the same places (`npm run bench -- layout`): kubectl (98 boxes, 128 lines)
    // 187 and 77, helm (155, 233) 814 and 391, hugo (164, 244) 719 and 393, golangci-lint (251, 446) 4,469 and 1,487, prometheus
    // (292, 459) 4,345 and 3,232; cobra, echo and gopls, up to 25 boxes, none. And ours takes a tenth of elk's time, which loads
    // for half a second besides. So elk, which once took the ordinary views, is there to be asked for by name.
    engine: 'layered',
    takes: () => true,
  },
];

export function chooseEngine(counts: ViewCounts): EngineName {
  return table.find(({ takes }) => takes(counts))?.engine ?? 'layered';
}
