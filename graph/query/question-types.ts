/** What a query asks about, found out by question.ts. */

/**
 * up: the steps that lead to `asked` · down: those that lead on from it · both: each side of it · across: from `from` on to `asked` ·
 * open: walks are part of it, but in no single order.
 */
export type QuestionWay = 'up' | 'down' | 'both' | 'across' | 'open';

export interface Question {
  readonly way: QuestionWay;
  /** Node → 1 for what was asked about: a picture never hides it in another box. Of a path, both its ends. */
  readonly asked: Uint8Array;
  /** Of `across`: node → 1 where the paths begin, and where they end. */
  readonly from?: Uint8Array;
  readonly to?: Uint8Array;
}
