/** What a query means, before it is asked of a model. */

import type { Change } from '../model/beside.ts';

/** `op` compares a version or a number of steps. */
export interface Comparison {
  readonly op: '<' | '<=' | '=' | '>=' | '>';
  readonly value: string;
}

export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  /** A piece of a module path, a Go pattern (`...`) or a glob (`*`); and a version, where one is named. */
  | { readonly kind: 'path'; readonly pattern: string; readonly versions: readonly Comparison[] }
  | { readonly kind: 'is'; readonly word: string; readonly column: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Query[]; readonly depth?: number }
  | { readonly kind: 'depth'; readonly than: Comparison }
  | { readonly kind: 'limit'; readonly most: number }
  | { readonly kind: 'major-split' }
  /** Of a comparison: paths that came, went or are not as they were, and that `pattern` fits. */
  | { readonly kind: 'change'; readonly change: Change; readonly pattern: string; readonly column: number };

export const functionNames = ['from', 'to', 'near', 'between', 'shortest', 'alone', 'dominated'] as const;
export type FunctionName = (typeof functionNames)[number];
